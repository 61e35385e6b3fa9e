/** A sum of a table: names of numbers, with 1 for a part and -1 for what they add up to. */
export type TableSum = readonly (readonly [name: string, sign: 1 | -1])[];

/**
 * Names of the hidden numbers that somebody can compute who knows the others: the sums are equations, and a number is
 * computed when elimination leaves it alone. `shown` says which are known.
 */
export function computedNumbers(sums: readonly TableSum[], shown: (name: string) => boolean): string[] {
  const names = [...new Set(sums.flatMap((sum) => sum.map(([name]) => name).filter((name) => !shown(name))))];
  const place = new Map(names.map((name, at) => [name, at]));
  const lines = sums.map((sum) => {
    const line = new Float64Array(names.length);
    for (const [name, sign] of sum) if (place.has(name)) line[place.get(name)!]! += sign;
    return line;
  });
  const pivots: number[] = [];
  for (let column = 0; column < names.length; column++) {
    const found = lines.findIndex((line, index) => index >= pivots.length && Math.abs(line[column]!) > 1e-9);
    if (found < 0) continue;
    const row = pivots.length;
    [lines[row], lines[found]] = [lines[found]!, lines[row]!];
    const scale = lines[row]![column]!;
    lines[row] = lines[row]!.map((value) => value / scale);
    for (const [index, line] of lines.entries()) {
      const factor = line[column]!;
      if (index !== row && factor !== 0) for (let at = 0; at < line.length; at++) line[at]! -= factor * lines[row]![at]!;
    }
    pivots.push(column);
  }
  return pivots.flatMap((column, row) => (lines[row]!.every((value, at) => at === column || Math.abs(value) < 1e-9) ? [names[column]!] : []));
}

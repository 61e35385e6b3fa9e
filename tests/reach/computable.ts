/** A number that is known: the places that it adds up, and how much they are together. */
export interface Known {
  places: ReadonlySet<number>;
  value: number;
}

/**
 * Whether what is asked can be computed by adding and subtracting known numbers: whether its places are a combination of
 * theirs. Gaussian elimination over fractions that a computer keeps, with places as columns.
 */
export function computableFrom(known: readonly Known[], places: number): (asked: ReadonlySet<number>) => boolean {
  const rows: { lead: number; line: Float64Array }[] = [];
  const reduce = (line: Float64Array) => {
    for (const { lead, line: other } of rows) {
      const factor = line[lead]!;
      if (Math.abs(factor) > 1e-9) for (let at = lead; at < places; at++) line[at]! -= factor * other[at]!;
    }
    return line.findIndex((value) => Math.abs(value) > 1e-7);
  };
  const lineOf = (set: ReadonlySet<number>) => Float64Array.from({ length: places }, (_, at) => (set.has(at) ? 1 : 0));
  for (const { places: set } of known) {
    const line = lineOf(set);
    const lead = reduce(line);
    if (lead < 0) continue;
    const scale = line[lead]!;
    rows.push({ lead, line: line.map((value) => value / scale) });
    rows.sort((a, b) => a.lead - b.lead);
  }
  return (asked) => reduce(lineOf(asked)) < 0;
}

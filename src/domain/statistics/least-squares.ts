/**
 * Ordinary least squares by the normal equations and Gauss–Jordan elimination: coefficients of the columns of
 * `rows` that come closest to `answers`. A column that others already say gets 0.
 */
export function leastSquares(rows: readonly (readonly number[])[], answers: readonly number[]): number[] {
  const width = rows[0]?.length ?? 0;
  const system = Array.from({ length: width }, () => new Array<number>(width + 1).fill(0));
  rows.forEach((row, index) => {
    for (let i = 0; i < width; i++) {
      for (let j = 0; j < width; j++) system[i]![j]! += row[i]! * row[j]!;
      system[i]![width]! += row[i]! * answers[index]!;
    }
  });
  return solved(system);
}

/** Solves a symmetric system whose last column is the right-hand side; changes it. */
function solved(system: number[][]): number[] {
  const size = system.length;
  const scale = system.map((row, index) => Math.abs(row[index]!));
  const idle = new Set<number>();
  for (let step = 0; step < size; step++) {
    const pivot = system[step]![step]!;
    // What is left of a column after the others is then nothing but rounding.
    if (Math.abs(pivot) <= 1e-9 * Math.max(scale[step]!, 1e-300)) {
      idle.add(step);
      continue;
    }
    for (let below = 0; below < size; below++) {
      if (below === step) continue;
      const factor = system[below]![step]! / pivot;
      if (factor !== 0) for (let column = step; column <= size; column++) system[below]![column]! -= factor * system[step]![column]!;
    }
  }
  return system.map((row, index) => (idle.has(index) ? 0 : row[size]! / row[index]!));
}

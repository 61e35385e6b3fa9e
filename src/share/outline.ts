/**
 * An outline as numbers, in em, `y` upwards: 0 x y begins a contour, 1 x y is a line, 2 and two points a quadratic
 * curve, 3 and three points a cubic one. Contours close by themselves.
 */
export type Outline = Float32Array;

const KINDS = 'MLQC';

/** Reads SVG path data in absolute M, L, Q, C and Z, as HarfBuzz writes it; `em` is the number of its units in one em. */
export function outlineOf(path: string, em: number): Outline {
  const numbers: number[] = [];
  for (const [, command, values] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const kind = KINDS.indexOf(command!);
    if (kind >= 0) numbers.push(kind, ...values!.split(/[ ,]+/).filter(Boolean).map((value) => Number(value) / em));
  }
  return Float32Array.from(numbers);
}

import { encode } from 'uqr';

/** Free modules around a code, without which phones do not find it. Source: ISO/IEC 18004:2015, 6.3.8. */
const QUIET = 4;

type Point = readonly [number, number];

/** A QR code in units of its modules, the free ground around it included. */
export interface QrCode {
  /** Length of a side. */
  size: number;
  /** Corners of the dark areas, clockwise, those of holes the other way round: to be filled by the non-zero rule. */
  outlines: Point[][];
}

/**
 * The QR code of a text, up to 25 % of which may be soiled or torn (level Q). Dark modules that touch are one area, so
 * that no hairlines show between them.
 */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'Q', border: QUIET });
  return { size, outlines: outlinesOf(data) };
}

/** The same as path data for `<path d>` in an SVG whose viewBox is `0 0 size size`. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, outlines } = qrCode(text);
  const steps = (corners: Point[]) => corners.slice(1).map(([x, y], index) => (y === corners[index]![1] ? `h${x - corners[index]![0]}` : `v${y - corners[index]![1]}`));
  return { size, path: outlines.map((corners) => `M${corners[0]!.join(' ')}${steps(corners).join('')}z`).join('') };
}

function outlinesOf(dark: readonly boolean[][]): Point[][] {
  const at = (x: number, y: number) => dark[y]?.[x] ?? false;
  // Points as one number each: a page is drawn for every text, and strings as keys take ten times as long.
  const side = dark.length + 1;
  const edges = new Map<number, number[]>();
  const edge = (fromX: number, fromY: number, toX: number, toY: number) => {
    const ends = edges.get(fromY * side + fromX);
    if (ends) ends.push(toY * side + toX);
    else edges.set(fromY * side + fromX, [toY * side + toX]);
  };
  dark.forEach((row, y) => row.forEach((filled, x) => {
    if (!filled) return;
    if (!at(x, y - 1)) edge(x, y, x + 1, y);
    if (!at(x + 1, y)) edge(x + 1, y, x + 1, y + 1);
    if (!at(x, y + 1)) edge(x + 1, y + 1, x, y + 1);
    if (!at(x - 1, y)) edge(x, y + 1, x, y);
  }));
  const outlines: Point[][] = [];
  for (const [start, ends] of edges) {
    while (ends.length > 0) {
      const loop = [start];
      for (let next = ends.pop(); next !== undefined; next = edges.get(next)?.pop()) loop.push(next);
      outlines.push(cornersOf(loop.map((point) => [point % side, Math.floor(point / side)])));
    }
  }
  return outlines;
}

/** A closed walk without the points in the middle of its straight stretches; it ends where it began no more. */
function cornersOf(loop: readonly Point[]): Point[] {
  const points = loop.slice(0, -1);
  return points.filter(([x, y], index) => {
    const [before, after] = [points.at(index - 1)!, points[(index + 1) % points.length]!];
    return !(before[0] === x && after[0] === x) && !(before[1] === y && after[1] === y);
  });
}

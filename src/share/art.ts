import type { Stage } from './stage.ts';

/** The organisation's sign in one colour. */
export function signIn({ brand }: Pick<Stage, 'brand'>, colour: string): string {
  return brand.logo.replaceAll('currentColor', colour);
}

/** Width of the sign at this height, by its own proportions. */
export function signWidth({ brand }: Pick<Stage, 'brand'>, height: number): number {
  const [, width, tall] = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(brand.logo) ?? [undefined, '1', '1'];
  return Math.round((height * Number(width)) / Number(tall));
}

/**
 * A beam of light across a surface, from a lamp at `x`, `y` (shares of the surface) between two angles (degrees above
 * the horizon); mirrored where text runs from the right.
 */
export function beam({ direction }: Pick<Stage, 'direction'>, width: number, height: number, colour: string, { x, y, angles }: { x: number; y: number; angles: readonly [number, number] }): string {
  const far = 2 * Math.hypot(width, height);
  const corners = angles.map((degrees) => [x * width + far * Math.cos((degrees * Math.PI) / 180), y * height - far * Math.sin((degrees * Math.PI) / 180)]);
  const path = [[x * width, y * height], ...corners].map((point) => point.map((value) => value!.toFixed(1)).join(' ')).join('L');
  const turn = direction === 'rtl' ? ` transform="matrix(-1 0 0 1 ${width} 0)"` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path${turn} fill="${colour}" d="M${path}Z"/></svg>`;
}

/** A picture of ink alone: 0 (none) to 255 (full) for each pixel. */
export interface InkPicture {
  width: number;
  height: number;
  ink: Uint8Array;
}

const REACH = 2;
/** A pixel that is half covered is dark; a quarter counts as ink. */
const DARK = 128;
const INK = 64;

/** Share of the dark pixels of either picture that have no ink of the other one within two pixels; 0 when they show the same. */
export function wrongInk(ours: InkPicture, theirs: InkPicture): number {
  const counts = [strangers(ours, theirs), strangers(theirs, ours)];
  const dark = counts[0]!.dark + counts[1]!.dark;
  if (counts.some((count) => count.dark === 0)) return 1;
  return (counts[0]!.strange + counts[1]!.strange) / dark;
}

function strangers(from: InkPicture, to: InkPicture): { dark: number; strange: number } {
  const count = { dark: 0, strange: 0 };
  for (let y = 0; y < from.height; y++) {
    for (let x = 0; x < from.width; x++) {
      if (from.ink[y * from.width + x]! < DARK) continue;
      count.dark++;
      if (!inkAround(to, x, y)) count.strange++;
    }
  }
  return count;
}

function inkAround({ width, height, ink }: InkPicture, x: number, y: number): boolean {
  for (let down = Math.max(0, y - REACH); down <= Math.min(height - 1, y + REACH); down++) {
    for (let across = Math.max(0, x - REACH); across <= Math.min(width - 1, x + REACH); across++) if (ink[down * width + across]! >= INK) return true;
  }
  return false;
}

/**
 * Reads the text out of a QR code’s modules, true for dark, without its free ground: mask, order of codewords, blocks
 * and bytes, as a phone does, but for mending errors. Written after ISO/IEC 18004:2015 and sharing nothing with what
 * draws codes; versions 1 to 10, levels M and Q, bytes only.
 */
export function readQr(dark: boolean[][]): { text: string; level: string } {
  const size = dark.length;
  const version = (size - 17) / 4;
  const format = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => dark[8]![x]!).concat([7, 5, 4, 3, 2, 1, 0].map((y) => dark[y]![8]!));
  // 7.9: the first two bits are the level, the next three the mask, all under a fixed pattern.
  const bits = format.map((bit, index) => bit !== ('101010000010010'[index] === '1'));
  const level = { '00': 'M', '01': 'L', '10': 'H', '11': 'Q' }[bits.slice(0, 2).map(Number).join('')]!;
  const mask = MASKS[Number.parseInt(bits.slice(2, 5).map(Number).join(''), 2)]!;
  const codewords = codewordsOf(size, version, (x, y) => dark[y]![x]! !== mask(y, x));
  const bytes = dataOf(codewords, BLOCKS[`${version}${level}`]!);
  const stream = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  if (stream.slice(0, 4) !== '0100') throw new Error('The code does not hold bytes.');
  const counter = version < 10 ? 8 : 16;
  const length = Number.parseInt(stream.slice(4, 4 + counter), 2);
  const start = 4 + counter;
  return { level, text: Buffer.from(Array.from({ length }, (_, index) => Number.parseInt(stream.slice(start + index * 8, start + index * 8 + 8), 2))).toString('utf8') };
}

// 7.8.2, i for the row, j for the column.
const MASKS: ((i: number, j: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0, (i) => i % 2 === 0, (_, j) => j % 3 === 0, (i, j) => (i + j) % 3 === 0, (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0, (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0, (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** Table 9: for each block, how many codewords of data; then how many for mending. */
const BLOCKS: Record<string, { data: number[] }> = {
  '4Q': { data: [24, 24] }, '5Q': { data: [15, 15, 16, 16] }, '6Q': { data: [19, 19, 19, 19] }, '7Q': { data: [14, 14, 15, 15, 15, 15] }, '8Q': { data: [18, 18, 18, 18, 19, 19] }, '9Q': { data: [16, 16, 16, 16, 17, 17, 17, 17] }, '10Q': { data: [19, 19, 19, 19, 19, 19, 20, 20] },
};

/** Table E.1: centres of alignment patterns. */
const CENTRES: Record<number, number[]> = { 1: [], 2: [6, 18], 3: [6, 22], 4: [6, 26], 5: [6, 30], 6: [6, 34], 7: [6, 22, 38], 8: [6, 24, 42], 9: [6, 26, 46], 10: [6, 28, 50] };

/** 7.7.3: two columns at a time, from the lower right corner, up and down, around everything that is no data. */
function codewordsOf(size: number, version: number, at: (x: number, y: number) => boolean): number[] {
  const centres = CENTRES[version]!;
  const corner = (x: number, y: number) => (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  const aligned = (x: number, y: number) => centres.some((cx) => centres.some((cy) => !corner(cx, cy) && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2));
  const numbered = (x: number, y: number) => version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6));
  const bits: boolean[] = [];
  let up = true;
  for (let right = size - 1; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (!(corner(x, y) || aligned(x, y) || numbered(x, y) || x === 6 || y === 6)) bits.push(at(x, y));
    }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, index) => bits.slice(index * 8, index * 8 + 8).reduce((sum, bit) => sum * 2 + Number(bit), 0));
}

/** 7.6: the blocks’ first codewords stand together, then their second ones, and so on. */
function dataOf(codewords: readonly number[], { data }: { data: number[] }): number[] {
  const blocks: number[][] = data.map(() => []);
  let next = 0;
  for (let place = 0; place < Math.max(...data); place++) blocks.forEach((block, index) => place < data[index]! && block.push(codewords[next++]!));
  return blocks.flat();
}

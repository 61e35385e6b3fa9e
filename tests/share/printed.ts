import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { rasterOf, type Raster } from '../../src/share/raster.ts';

type Matrix = [number, number, number, number, number, number];

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];

/** Objects of a PDF by number, found by way of its own table, each with its dictionary and its unpacked stream. */
export function objectsOf(pdf: Buffer): Map<number, { head: string; bytes: Buffer }> {
  const text = pdf.toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]);
  const lines = text.slice(table).split('\n').slice(2).filter((line) => /^\d{10} 00000 n $/.test(line));
  return new Map(lines.map((line, index) => {
    const from = Number(line.slice(0, 10));
    if (!text.startsWith(`${index + 1} 0 obj\n`, from)) throw new Error(`Object ${index + 1} is not where the table says.`);
    const end = text.indexOf('\n', from + `${index + 1} 0 obj\n`.length);
    const head = text.slice(from, end);
    const length = /\/Length (\d+)/.exec(head);
    const start = end + '\nstream\n'.length;
    return [index + 1, { head, bytes: length ? inflateSync(pdf.subarray(start, start + Number(length[1]))) : Buffer.alloc(0) }];
  }));
}

/** Paints a poster as a printer does, so many dots a point: reads its operators anew and lets another painter draw them. */
export async function printed(pdf: Buffer, dots: number): Promise<Raster> {
  const objects = objectsOf(pdf);
  const page = [...objects.values()].find(({ head }) => head.includes('/Type /Page '))!.head;
  const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page)!.map(Number) as [number, number, number];
  const parts = new Map([...page.matchAll(/\/(I\d+) (\d+) 0 R/g)].map(([, name, number]) => [name!, objects.get(Number(number))!]));
  const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(page)![1]))!.bytes.toString('latin1');
  const shapes: string[] = [];
  let [matrix, colour, path]: [Matrix, string, string] = [[1, 0, 0, 1, 0, 0], 'black', ''];
  const stack: [Matrix, string][] = [];
  let values: string[] = [];
  for (const token of content.split(/\s+/)) {
    const numbers = values.map(Number);
    if (/^[-\d.]|^\/|^<<|^>>/.test(token)) {
      values.push(token);
      continue;
    }
    if (token === 'q') stack.push([matrix, colour]);
    else if (token === 'Q') [matrix, colour] = stack.pop()!;
    else if (token === 'cm') matrix = times(numbers as Matrix, matrix);
    else if (token === 'rg') colour = `rgb(${numbers.map((part) => Math.round(part * 255)).join()})`;
    else if (token === 're') path += `M${numbers[0]} ${numbers[1]}h${numbers[2]}v${numbers[3]}h${-numbers[2]!}z`;
    else if ('mlch'.includes(token)) path += `${{ m: 'M', l: 'L', c: 'C', h: 'Z' }[token]}${numbers.join(' ')}`;
    else if (token === 'f') {
      shapes.push(`<path transform="matrix(${matrix.join(' ')})" fill="${colour}" d="${path}"/>`);
      path = '';
    } else if (token === 'Do') {
      const { head, bytes } = parts.get(values[0]!.slice(1))!;
      shapes.push(await image(head, bytes, matrix));
    } else if (!['BDC', 'EMC'].includes(token)) throw new Error(`The page has an operator that this painter does not know: ${token}`);
    values = [];
  }
  return rasterOf(`<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width * dots)}" height="${Math.round(height * dots)}" viewBox="0 0 ${width} ${height}"><rect x="-9" y="-9" width="${width + 18}" height="${height + 18}" fill="#fff"/><g transform="matrix(1 0 0 -1 0 ${height})">${shapes.join('')}</g></svg>`);
}

async function image(head: string, bytes: Buffer, matrix: Matrix): Promise<string> {
  const [width, height] = ['Width', 'Height'].map((name) => Number(new RegExp(`/${name} (\\d+)`).exec(head)![1])) as [number, number];
  const png = await sharp(bytes, { raw: { width, height, channels: 3 } }).png().toBuffer();
  // A picture of a PDF is a square of one unit, its first row on top.
  return `<image transform="matrix(${times([1, 0, 0, -1, 0, 1], matrix).join(' ')})" width="1" height="1" preserveAspectRatio="none" href="data:image/png;base64,${png.toString('base64')}"/>`;
}

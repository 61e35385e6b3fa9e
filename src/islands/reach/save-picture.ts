import type { Chart } from '../../charts/chart.ts';
import type { Look } from './look.ts';

const MARGIN = 32;
const LINE = 24;

/** Saves a chart as PNG with its title, what it tells, the names of its lines and where it comes from: a picture goes round alone. */
export function savePicture(canvas: HTMLCanvasElement, chart: Chart, look: Look, credit: string): void {
  const scale = canvas.width / canvas.clientWidth;
  const paper = document.createElement('canvas');
  const pen = paper.getContext('2d')!;
  const room = canvas.clientWidth;
  const rtl = document.documentElement.dir === 'rtl';
  const above = [...broken(pen, chart.title, room, '700 20px sans-serif').map((text) => ({ text, font: '700 20px sans-serif' })), ...broken(pen, chart.finding, room, '15px sans-serif').map((text) => ({ text, font: '15px sans-serif' })), ...(chart.lines.length > 1 ? [{ text: chart.lines.map(({ name }) => name).join('  ·  '), font: '13px sans-serif' }] : [])];
  paper.width = (room + 2 * MARGIN) * scale;
  paper.height = (canvas.clientHeight + 2 * MARGIN + (above.length + 1) * LINE) * scale;
  pen.scale(scale, scale);
  pen.fillStyle = look.paper;
  pen.fillRect(0, 0, paper.width, paper.height);
  pen.fillStyle = look.ink;
  pen.direction = rtl ? 'rtl' : 'ltr';
  pen.textAlign = 'start';
  const side = rtl ? room + MARGIN : MARGIN;
  above.forEach(({ text, font }, index) => {
    pen.font = font;
    pen.fillText(text, side, MARGIN + (index + 0.6) * LINE);
  });
  pen.drawImage(canvas, MARGIN, MARGIN + above.length * LINE, room, canvas.clientHeight);
  pen.font = '12px sans-serif';
  pen.fillStyle = look.soft;
  pen.fillText(credit, side, MARGIN + above.length * LINE + canvas.clientHeight + LINE);
  paper.toBlob((blob) => {
    if (!blob) return;
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: `${chart.id}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
}

/** A text in lines that fit. */
function broken(pen: CanvasRenderingContext2D, text: string, room: number, font: string): string[] {
  pen.font = font;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && pen.measureText(longer).width <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

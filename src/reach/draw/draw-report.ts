import { directionOf } from '../../domain/language.ts';
import { escapeHtml } from '../../domain/markup.ts';
import type { Section, View } from '../view.ts';
import type { Drawing } from './drawing.ts';
import { drawSections } from './draw-view.ts';

/** A view as a whole page that needs nothing but itself: it opens from a memory stick, goes by mail and prints on A4. `css` is its style. */
export function drawReport(view: View, { drawing, css, notice, made }: { drawing: Drawing; css: string; notice: string; made: string }): string {
  const { lang } = drawing;
  return [
    `<!doctype html>\n<html lang="${lang}" dir="${directionOf(lang)}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(`${view.title} – ${drawing.credit}`)}</title>\n<meta name="robots" content="noindex">\n<meta name="color-scheme" content="light dark">\n<style>${css}</style>\n</head>\n<body class="reach">`,
    notice ? `<aside class="sample">${escapeHtml(notice)}</aside>` : '',
    `<main><header class="reach-head"><p class="kicker">${escapeHtml(drawing.credit)}</p><h1>${escapeHtml(view.title)}</h1><p class="standfirst">${escapeHtml(view.intro)}</p></header>`,
    drawSections(view.sections, drawing),
    `</main>\n<footer class="reach-foot"><p>${escapeHtml(made)}</p></footer>\n</body>\n</html>\n`,
  ].filter(Boolean).join('\n');
}

/** What changed and the numbers as plain text for a mail: lines of at most 76 signs where words allow it. */
export function drawDigest(view: View, made: string): string {
  const parts = view.sections.filter(({ id }) => ['changed', 'numbers', 'together'].includes(id)).map(digestOf);
  return `${view.title}\n${'='.repeat(Math.min(76, [...view.title].length))}\n${wrapped(view.intro)}\n\n${parts.join('\n\n')}\n\n${wrapped(made)}\n`;
}

function digestOf({ title, blocks }: Section): string {
  const lines = blocks.flatMap((block): string[] => {
    if (block.kind === 'cards') return block.cards.map((card) => [`* ${card.title}`, ...card.lines.filter(Boolean), ...(card.sure ? [card.sure] : [])].map((line, at) => wrapped(line, at === 0 ? '' : '  ')).join('\n'));
    if (block.kind === 'totals') return block.totals.map(({ name, value, notes }) => wrapped(`${name}: ${value}${notes.filter(Boolean).length > 0 ? ` (${notes.filter(Boolean).join('; ')})` : ''}`));
    return block.kind === 'text' ? block.paragraphs.map((text) => wrapped(text)) : [];
  });
  return `${title}\n${'-'.repeat(Math.min(76, [...title].length))}\n${lines.join('\n')}`;
}

const WIDTH = 76;

function wrapped(text: string, before = ''): string {
  const lines = [before];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    const longer = line.trim() === '' ? line + word : `${line} ${word}`;
    if ([...longer].length > WIDTH && line.trim() !== '') lines.push(before + word);
    else lines[lines.length - 1] = longer;
  }
  return lines.join('\n');
}

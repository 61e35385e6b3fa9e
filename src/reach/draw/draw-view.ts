import { figureText } from '../../charts/figure-text.ts';
import { escapeHtml } from '../../domain/markup.ts';
import type { Block, Card, Cell, FunnelStep, Section, Table, Total } from '../view.ts';
import { drawChartFigure } from './draw-chart-figure.ts';
import type { Drawing } from './drawing.ts';

/** The sections of a view as HTML; every text is escaped here. */
export function drawSections(sections: readonly Section[], drawing: Drawing): string {
  return sections.map(({ id, title, blocks }) => `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2>${drawBlocks(blocks, drawing, title)}</section>`).join('\n');
}

function drawBlocks(blocks: readonly Block[], drawing: Drawing, heading = ''): string {
  return blocks.map((block) => drawBlock(block, drawing, heading)).join('\n');
}

function drawBlock(block: Block, drawing: Drawing, heading: string): string {
  switch (block.kind) {
    case 'text':
      return block.paragraphs.map((text) => `<p${block.soft ? ' class="hint"' : ''}>${escapeHtml(text)}</p>`).join('');
    case 'cards':
      return `<ul class="findings">${block.cards.map(drawCard).join('')}</ul>`;
    case 'totals':
      return `<dl class="totals">${block.totals.map(drawTotal).join('')}</dl>`;
    case 'chart':
      return drawChartFigure(block.chart, drawing, block.bare);
    case 'table':
      return drawTable(block.table, drawing, heading);
    case 'funnel':
      return `<ol class="funnel">${block.steps.map(drawStep).join('')}</ol>`;
    case 'choice':
      return `<nav class="periods" aria-label="${escapeHtml(block.name)}">${block.links.map(({ text, href, current }) => `<a href="${escapeHtml(href)}"${current ? ' aria-current="true"' : ''}>${escapeHtml(text)}</a>`).join('')}</nav>`;
    case 'more':
      return `<details class="more"><summary>${escapeHtml(block.summary)}</summary><div class="more-room">${drawBlocks(block.blocks, drawing)}</div></details>`;
  }
}

function drawCard({ title, lines, sure, tone }: Card): string {
  return `<li class="finding-card ${tone}"><h3>${escapeHtml(title)}</h3>${lines.filter(Boolean).map((line) => `<p>${escapeHtml(line)}</p>`).join('')}${sure ? `<p class="sure">${escapeHtml(sure)}</p>` : ''}</li>`;
}

function drawTotal({ name, value, notes }: Total): string {
  return `<div><dt>${escapeHtml(name)}</dt><dd><strong>${escapeHtml(value)}</strong>${notes.filter(Boolean).map((note) => `<span>${escapeHtml(note)}</span>`).join('<br>')}</dd></div>`;
}

/** More columns than this stand on no upright sheet. */
const WIDE = 8;

/** A caption that only says its heading once more is left to those who hear the table. */
function drawTable({ id, caption, head, rows }: Table, drawing: Drawing, heading: string): string {
  const cell = ({ text, href, lang, before, trouble }: Cell, number: boolean | undefined) => {
    const shown = number ? figureText(drawing.lang, text) : escapeHtml(text);
    const marked = lang && lang !== drawing.lang ? `<bdi lang="${escapeHtml(lang)}">${shown}</bdi>` : shown;
    return `${trouble ? '<span class="trouble">' : ''}${before ? `${escapeHtml(before)} ` : ''}${href ? `<a href="${escapeHtml(href)}">${marked}</a>` : marked}${trouble ? '</span>' : ''}`;
  };
  const body = rows.map((cells) => `<tr>${cells.map((value, at) => (at === 0 ? `<th scope="row">${cell(value, false)}</th>` : `<td${head[at]?.number ? ' class="figure-cell"' : ''}>${cell(value, head[at]?.number)}</td>`)).join('')}</tr>`).join('');
  const csv = drawing.csv ? `<p class="chart-tools"><a href="${escapeHtml(drawing.csv(id))}" download aria-label="${escapeHtml(`CSV: ${caption}`)}">CSV</a></p>` : '';
  return `<div class="table-room${head.length > WIDE ? ' wide' : ''}" tabindex="0" role="group" aria-label="${escapeHtml(caption)}"><table id="${id}"><caption${caption === heading ? ' class="visually-hidden"' : ''}>${escapeHtml(caption)}</caption><thead><tr>${head.map(({ text, number }) => `<th scope="col"${number ? ' class="figure-cell"' : ''}>${escapeHtml(text)}</th>`).join('')}</tr></thead><tbody>${body}</tbody></table></div>${csv}`;
}

function drawStep({ name, value, share, note }: FunnelStep): string {
  return `<li><span><strong>${escapeHtml(value)}</strong> ${escapeHtml(name)}</span><span><meter min="0" max="1" value="${Math.max(0, Math.min(1, share)).toFixed(4)}" aria-hidden="true"></meter>${note ? `<small>${escapeHtml(note)}</small>` : ''}</span></li>`;
}

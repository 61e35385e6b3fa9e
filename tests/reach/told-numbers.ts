import { daysLater } from '../../src/domain/calendar-day.ts';
import type { Metric, Stretch } from '../../src/domain/figure.ts';
import type { Day } from '../../src/domain/instant.ts';
import { lastClosed, periodOf, yearBefore, periodBefore, type Period, type PeriodKind } from '../../src/domain/periods/period.ts';
import { periodName } from '../../src/reach/period-name.ts';
import { chartsOf, tablesOf, type View } from '../../src/reach/view.ts';
import { en } from '../../src/reach/words/en.ts';

/** A number of people that somebody can read: in which days, and which part of them; `''` is everybody. */
export interface Told extends Stretch {
  metric: Metric;
  part: string;
  value: number;
  where: string;
}

const PEOPLE = ['gifts', 'applications', 'volunteer-hours'] as const satisfies readonly Metric[];
const numberIn = (text: string): number | undefined => (/^[\d,]+(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : undefined);
const named = (text: string): Metric | undefined => PEOPLE.find((metric) => en.metrics[metric] === text);

/** Every number of people that an English view tells, wherever it stands; `through` is the last day that is completely known. */
export function toldIn(view: View, kind: PeriodKind, { today, through }: { today: Day; through: Day }, where: string): Told[] {
  const period = lastClosed(kind, today);
  const found: Told[] = [];
  const tell = (metric: Metric | undefined, part: string, { from, to }: Stretch, text: string | undefined, place: string) => {
    const value = text === undefined ? undefined : numberIn(text);
    if (metric && value !== undefined) found.push({ metric, part, from, to, value, where: `${where} ${place}` });
  };
  const blocks = view.sections.flatMap((section) => section.blocks);
  for (const block of blocks) {
    if (block.kind === 'totals') for (const { name, value } of block.totals) tell(named(name), '', period, value, 'totals');
    if (block.kind === 'funnel') for (const { name, value, share } of block.steps) {
      tell(named(name), '', period, value, 'funnel');
      if (numberIn(value) === undefined && share !== 0) throw new Error(`The bar of ${name} tells ${share}.`);
    }
    if (block.kind === 'cards') for (const { title, lines } of block.cards) {
      const metric = PEOPLE.find((one) => title.startsWith(en.metrics[one]));
      tell(metric, '', period, /: ([\d,]+) in /.exec(title)?.[1], 'card');
      for (const line of lines) {
        const before = / it was ([\d,]+)\.$/.exec(line)?.[1];
        tell(metric, '', line.startsWith('A year') ? yearBefore(period) : periodBefore(period), before, 'card');
      }
      const reached = /(?:: | )([\d,]+) of [\d,]+(?:, reached|, not reached| so far)/.exec(title)?.[1];
      if (reached !== undefined) tell(metric, '', { from: `${today.slice(0, 4)}-01-01`, to: daysLater(periodOf('month', daysLater(through, 1)).from, -1) }, reached, 'target');
    }
  }
  for (const chart of chartsOf(blocks)) {
    const metric = chart.id === 'gift-kinds' ? 'gifts' : PEOPLE.find((one) => one === chart.id);
    for (const { name: line, points, before } of metric ? chart.lines : []) for (const { at, value: drawn, shown: said, name } of points) {
      // A quarter stands in the table alone.
      const value = drawn ?? numberIn(said ?? '');
      if (value === undefined) continue;
      const weekly = chart.unit === `${en.metrics[metric!]} a week`;
      const shown: Stretch = weekly ? { from: at, to: daysLater(at, 6) } : periodOf(name ? 'quarter' : 'month', at);
      const stretch = !before ? shown : weekly ? { from: daysLater(shown.from, -364), to: daysLater(shown.to, -364) } : yearBefore({ kind: name ? 'quarter' : 'month', ...shown });
      found.push({ metric: metric!, part: chart.id === 'gift-kinds' ? `column:${line}` : '', ...stretch, value, where: `${where} chart ${chart.id}` });
    }
  }
  for (const { id, head, rows } of tablesOf(blocks)) {
    for (const row of rows) for (const [at, { text }] of head.entries()) {
      const cell = row[at]?.text;
      if (id === 'by-language') tell(named(text), `lang:${row[0]!.text}`, period, cell, id);
      if (id === 'funnel') tell(named(text), row[0]!.text === en.funnel.unlinked ? 'campaign:' : `campaign:${row[0]!.text}`, period, cell, id);
      const year = /^(?:gifts|gift-campaigns)-(\d{4})$/.exec(id)?.[1];
      if (year && at > 0 && text.endsWith(en.donations.number)) tell('gifts', at === 1 ? '' : `column:${text.split(': ')[0]!}`, periodNamed(row[0]!.text, year), cell, id);
    }
  }
  return found;
}

/** The numbers of a month’s file. */
export function toldInMonths(csv: string): Told[] {
  return csv.split('\r\n').flatMap((line) => {
    const [month = '', metric = '', value = ''] = line.split(',');
    const count = numberIn(value);
    return (PEOPLE as readonly string[]).includes(metric) && count !== undefined ? [{ metric: metric as Metric, part: '', ...periodOf('month', `${month}-01`), value: count, where: 'month csv' }] : [];
  });
}

function periodNamed(text: string, year: string): Period {
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}-01`);
  const found = (['month', 'quarter', 'year'] as const).flatMap((kind) => months.map((month) => periodOf(kind, month))).find((period) => periodName('en', period) === text);
  if (!found) throw new Error(`Which period is “${text}”?`);
  return found;
}

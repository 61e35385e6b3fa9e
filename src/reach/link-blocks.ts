import type { Chart } from '../charts/chart.ts';
import { daysLater } from '../domain/calendar-day.ts';
import type { Metric } from '../domain/figure.ts';
import type { IndexedWeek } from '../domain/statistics/indexed-window.ts';
import { fill } from '../text/count.ts';
import { changeCell, dayCell, numberCell } from './cell.ts';
import { counted } from './counted.ts';
import { numberFormat } from '../text/western-digits.ts';
import { examined } from './examined.ts';
import { inSentence, linkSentences } from './link-sentences.ts';
import { titleOf } from './metric-chart.ts';
import { number } from './percent.ts';
import type { ReachData } from './reach-data.ts';
import { nameOf, type Reader } from './reader.ts';
import { SENSITIVE } from './told-counts.ts';
import type { Block, Card, Cell, Table } from './view.ts';

/** The answer for each metric: whether it goes together with publications, what was seen, and what could have been seen. */
export function verdictCards(data: ReachData, metrics: readonly Metric[], { lang, words }: Reader): Card[] {
  return metrics.map((metric) => {
    const says = linkSentences(lang, words, metric, examined(data).study(metric));
    return { title: `${words.metrics[metric]}: ${inSentence(lang, says.answer)}`, lines: [says.seen, says.smallest], sure: says.weight, tone: 'verdict' };
  });
}

/** Whether a metric goes together with publications: the answer, what it rests on, and everything to check it by. */
export function linkBlocks(data: ReachData, metric: Metric, reader: Reader): Block[] {
  return [{ kind: 'cards', cards: verdictCards(data, [metric], reader) }, { kind: 'text', soft: true, paragraphs: [reader.words.link.notCause] }, ...linkDetails(data, metric, reader)];
}

/** The weeks around publications, and how it was examined. */
export function linkDetails(data: ReachData, metric: Metric, reader: Reader): Block[] {
  const { lang, words } = reader;
  const { study, windows, lag } = examined(data);
  const found = study(metric);
  const says = linkSentences(lang, words, metric, found);
  const following = lag('views', metric);
  const names = { metric: inSentence(lang, words.metrics[metric]), leading: inSentence(lang, words.metrics.views) };
  return [
    { kind: 'chart', bare: true, chart: windowChart(windows(metric), metric, reader) },
    {
      kind: 'more', summary: words.link.how,
      blocks: [
        { kind: 'text', paragraphs: [says.chance, ...says.cautions, words.link.confounders] },
        { kind: 'table', table: eachTable(data, metric, found.each, reader) },
        ...(metric === 'views' || following.lags.length === 0 ? [] : [
          { kind: 'text' as const, paragraphs: [fill(words.link.lagTells[following.verdict], names), ...(following.smallest === undefined ? [] : [fill(words.link.lagSmallest, { smallest: number(lang, following.smallest) })])] },
          { kind: 'table' as const, table: lagTable(following.lags, metric, reader) },
        ]),
      ],
    },
  ];
}

/** Weeks around publications stand on an axis of invented days, the first of which is a Monday like any other. */
function windowChart(weeks: readonly IndexedWeek[], metric: Metric, { lang, words }: Reader): Chart {
  const from = '2024-01-01';
  const at = (index: number) => daysLater(from, index * 7);
  const name = (week: number) => (week < 0 ? counted(lang, words.link.weekBefore, -week) : fill(words.link.weekAfter, { count: number(lang, week + 1) }));
  const line = (index: (week: IndexedWeek) => number | undefined) => weeks.map((week, place) => ({ at: at(place), value: index(week) === undefined ? null : Math.round(index(week)!), name: name(week.week), short: week.week < 0 ? `−${-week.week}` : `+${week.week + 1}` }));
  return {
    id: `${metric}-windows`, title: `${words.link.windows}: ${words.metrics[metric]}`, finding: words.link.windowsTell, unit: words.link.index, from, to: daysLater(from, weeks.length * 7 - 1),
    lines: [{ name: words.metrics[metric], points: line(({ index }) => index), range: weeks.every(({ low, high }) => low !== undefined && high !== undefined) ? weeks.map(({ low, high }) => [low!, high!]) : undefined }, { name: words.chart.low, points: line(({ low }) => low), before: true }, { name: words.chart.high, points: line(({ high }) => high), before: true }],
    marks: [{ at: at(weeks.findIndex(({ week }) => week === 0)), kind: 'press', title: words.link.published }], bands: [], breaks: [], axis: 'names', target: { value: 100, name: '100' },
  };
}

function eachTable(data: ReachData, metric: Metric, each: ReturnType<ReturnType<typeof examined>['study']>['each'], { lang, words }: Reader): Table {
  const { link, tables } = words;
  const names = new Map(data.stories.map((story) => [`${story.day} ${story.entity}`, titleOf(story, lang, words)]));
  // Windows overlap with each other and with months, so that their numbers would tell what those hide.
  const said = (cell: typeof numberCell, value: number | undefined, open = false): Cell => (value === undefined ? { text: open ? words.period.open : words.chart.unknown, raw: '' } : cell(lang, value));
  const counts = !SENSITIVE.includes(metric);
  return {
    id: `${metric}-each`, caption: link.each,
    head: [{ text: tables.story }, { text: tables.published }, ...(counts ? [{ text: link.before, number: true }, { text: link.after, number: true }] : []), { text: link.change, number: true }, { text: link.overlaps, number: true }, { text: link.others }],
    rows: [...each].reverse().map(({ day, entity, before, after, open, change: part, overlaps, others }) => [
      { text: names.get(`${day} ${entity}`) ?? nameOf(entity) }, dayCell(lang, day), ...(counts ? [said(numberCell, before), said(numberCell, after, open)] : []), said(changeCell, part, open), numberCell(lang, overlaps), { text: others.join(' · '), lang: data.others.find(({ text }) => text === others[0])?.lang },
    ]),
  };
}

function lagTable(lags: readonly { weeks: number; correlation: number; band: number }[], metric: Metric, { lang, words: { link } }: Reader): Table {
  const two = numberFormat(lang, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  return {
    id: `${metric}-lags`, caption: link.lag, head: [{ text: link.lag }, { text: link.correlation, number: true }, { text: link.noiseHead, number: true }],
    rows: lags.map(({ weeks, correlation, band }) => [{ text: counted(lang, link.lagWeeks, weeks), raw: weeks }, { text: two.format(correlation), raw: Number(correlation.toFixed(2)) }, { text: `±${two.format(band)}`, raw: Number(band.toFixed(2)) }]),
  };
}

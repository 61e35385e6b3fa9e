import { daysLater } from '../../domain/calendar-day.ts';
import type { Metric, Stretch } from '../../domain/figure.ts';
import type { Mention } from '../../domain/mention.ts';
import { seriesOf } from '../../domain/statistics/day-series.ts';
import { formatDay } from '../../text/day.ts';
import { EXAMINED, examined } from '../examined.ts';
import { metricChart, storyPlace, titleOf } from '../metric-chart.ts';
import { change, number } from '../percent.ts';
import { oneVoice } from '../metric-sources.ts';
import type { KnownFigure, MarkedStory, ReachData } from '../reach-data.ts';
import { nameOf, type Reader } from '../reader.ts';
import { lastWholeWeek, mondayOf } from '../series-points.ts';
import { SENSITIVE } from '../told-counts.ts';
import type { Block, Table, View } from '../view.ts';
import { mentionTable } from './mentions.ts';

/** Whole weeks that are shown before and after the one in which a story came out. */
const WEEKS = 8;
/** What sources know of a single story. */
const METRICS = ['views', 'search-clicks', 'signatures', 'mentions'] as const satisfies readonly Metric[];

/** The days around a story that its view is about. */
export const daysAround = ({ day }: MarkedStory): Stretch => ({ from: daysLater(mondayOf(day), -7 * WEEKS), to: daysLater(mondayOf(day), 7 * WEEKS + 6) });

/** One story: its figures week by week around the day it came out, what else was counted then, and who wrote about us. `figures` are those of its entity by day. */
export function story(data: ReachData, one: MarkedStory, { figures, mentions }: { figures: readonly KnownFigure[]; mentions: readonly (Mention & { source: string })[] }, reader: Reader): View {
  const { words, lang } = reader;
  const around = daysAround(one);
  const last = daysLater(lastWholeWeek(data.span.to), 6);
  const axis = { from: around.from, to: last < around.to ? last : around.to };
  const charts = METRICS.filter((metric) => figures.some((figure) => figure.metric === metric)).map((metric, index): Block => {
    const series = seriesOf(oneVoice(figures.filter((figure) => figure.metric === metric), data), around, data.through);
    return { kind: 'chart', bare: index > 0, chart: metricChart(data, { id: metric, metric, axis, lines: [{ name: words.metrics[metric], series }] }, reader) };
  });
  const place = storyPlace(one, lang);
  const links: Block[] = one.invented ? [] : [{ kind: 'choice', name: words.tables.story, links: [{ text: words.story.page, href: place, current: false }, { text: words.story.kit, href: `${place}kit/`, current: false }] }];
  return {
    name: 'stories', about: nameOf(one.entity), title: titleOf(one, lang, words), intro: `${words.marks[one.kind]}, ${formatDay(lang, one.day)}`,
    sections: [
      { id: 'weeks', title: words.story.weeks, blocks: [...links, ...(charts.length > 0 ? charts : [{ kind: 'text' as const, paragraphs: [words.tables.noSplit] }])] },
      { id: 'around', title: words.link.windows, blocks: [{ kind: 'table', table: aroundTable(data, one, reader) }, { kind: 'text', soft: true, paragraphs: [words.link.confounders, words.link.notCause] }] },
      { id: 'written', title: words.mentions.title, blocks: [mentionTable('story-mentions', words.mentions.title, mentions, reader)] },
    ],
  };
}

/** What each metric did after this one publication; of people only as a change, since windows overlap with months. */
function aroundTable(data: ReachData, one: MarkedStory, { lang, words: { link, metrics, chart, sources } }: Reader): Table {
  const shown = (value: number | undefined) => (value === undefined ? chart.unknown : number(lang, value));
  return {
    id: 'around-story', caption: link.windows,
    head: [{ text: sources.metric }, { text: link.before, number: true }, { text: link.after, number: true }, { text: link.change, number: true }, { text: link.overlaps, number: true }, { text: link.others }],
    rows: EXAMINED.flatMap((metric) => {
      const found = examined(data).study(metric).each.find(({ day, entity }) => day === one.day && entity === one.entity);
      if (!found) return [];
      const counts = SENSITIVE.includes(metric) ? ['–', '–'] : [shown(found.before), shown(found.after)];
      return [[metrics[metric], ...counts, found.change === undefined ? chart.unknown : change(lang, found.change), number(lang, found.overlaps), found.others.join(' · ')].map((text) => ({ text }))];
    }),
  };
}

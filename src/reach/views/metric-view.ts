import type { Metric } from '../../domain/figure.ts';
import { lastClosed, type PeriodKind } from '../../domain/periods/period.ts';
import { seriesOf } from '../../domain/statistics/day-series.ts';
import type { ReachViewName } from '../words/words.ts';
import { EXAMINED, examined } from '../examined.ts';
import { linkBlocks } from '../link-blocks.ts';
import { metricChart, yearAxis } from '../metric-chart.ts';
import { metricTotals } from '../metric-totals.ts';
import { periodChoice } from '../period-choice.ts';
import { periodName } from '../period-name.ts';
import { fill } from '../../text/count.ts';
import { inSentence } from '../link-sentences.ts';
import { completeThrough, sourcesOf } from '../metric-sources.ts';
import type { KnownFigure, ReachData } from '../reach-data.ts';
import type { Reader } from '../reader.ts';
import { splitTable, type SplitWish } from '../split-table.ts';
import type { Block, Section, View } from '../view.ts';

export interface MetricViewWish {
  name: ReachViewName;
  metrics: readonly Metric[];
  /** Tables of the period, from figures that split it. */
  splits: { figures: readonly KnownFigure[]; wish: SplitWish }[];
  /** Sections of its own, between the numbers and the curves. */
  more?: Section[];
}

/** A view about some metrics: the closed period in numbers, a year week by week beside the year before, who or what it splits into, and whether publications go together with it. */
export function metricView(data: ReachData, kind: PeriodKind, { name, metrics, splits, more = [] }: MetricViewWish, reader: Reader): View {
  const { words, lang } = reader;
  const period = lastClosed(kind, data.today);
  const known = metrics.filter((metric) => data.days.some((figure) => figure.metric === metric));
  const head = { name, title: words.views[name], intro: words.intros[name] };
  if (known.length === 0) return { ...head, sections: [{ id: 'nothing', title: words.nothingYet.title, blocks: [{ kind: 'text', paragraphs: [words.nothingYet.text] }] }] };
  const tables = splits.flatMap(({ figures, wish }): Block[] => {
    const table = splitTable(data, figures, wish, reader);
    return table ? [{ kind: 'table', table }] : [];
  });
  const first = known.find((metric) => (EXAMINED as readonly Metric[]).includes(metric));
  return {
    ...head,
    sections: [
      { id: 'numbers', title: `${words.totals.title}: ${periodName(lang, period)}`, blocks: [periodChoice(kind, name, reader), { kind: 'totals', totals: metricTotals(data, known, period, reader) }] },
      ...more,
      { id: 'year', title: words.timeline.title, blocks: known.map((metric, index): Block => ({ kind: 'chart', bare: index > 0, chart: chartOf(data, metric, reader) })) },
      ...(tables.length > 0 ? [{ id: 'split', title: `${words.tables.split}: ${periodName(lang, period)}`, blocks: tables }] : []),
      ...(first ? [{ id: 'together', title: fill(words.link.title, { metric: inSentence(lang, words.metrics[first]) }), blocks: linkBlocks(data, first, reader) }] : []),
    ],
  };
}

/** A metric with its year before; with each source by itself where several count the same. */
function chartOf(data: ReachData, metric: Metric, reader: Reader) {
  const { words } = reader;
  const axis = yearAxis(completeThrough(data, metric));
  const figures = data.days.filter((figure) => figure.metric === metric);
  const sources = sourcesOf(figures);
  const series = examined(data).series(metric);
  const bySource = sources.length > 1 && sources.length <= 4 ? sources.map((source) => ({ name: source, series: seriesOf(figures.filter((figure) => figure.source === source), data.span, data.through) })) : [];
  return metricChart(data, { id: metric, metric, axis, lines: [{ name: words.metrics[metric], series }, ...(bySource.length > 0 && !SUMMED.includes(metric) ? bySource.slice(1) : []), { name: words.chart.yearBefore, series, before: true }] }, reader);
}

/** Of these the sum is shown alone; sources of people, beside their sum, would tell small numbers. */
const SUMMED: readonly Metric[] = ['gifts', 'applications', 'signatures', 'mentions', 'volunteers', 'volunteer-hours'];


import { HEADLINES } from '../../domain/headline.ts';
import { whatChanged } from '../../domain/periods/change.ts';
import { lastClosed, type PeriodKind } from '../../domain/periods/period.ts';
import { fill } from '../../text/count.ts';
import { formatDay } from '../../text/day.ts';
import { examined } from '../examined.ts';
import { findingCards } from '../finding-cards.ts';
import { linkDetails, verdictCards } from '../link-blocks.ts';
import { metricChart, yearAxis } from '../metric-chart.ts';
import { periodName } from '../period-name.ts';
import { periodChoice } from '../period-choice.ts';
import { completeThrough, knownOf } from '../metric-sources.ts';
import type { ReachData } from '../reach-data.ts';
import type { Reader } from '../reader.ts';
import { targetPace } from '../target-pace.ts';
import type { Block, View } from '../view.ts';

/** What changed, why we think so and how sure; then everything on one axis; then whether publications and figures go together. */
export function overview(data: ReachData, kind: PeriodKind, reader: Reader): View {
  const { words, lang } = reader;
  const period = lastClosed(kind, data.today);
  const { series } = examined(data);
  const known = HEADLINES.filter((metric) => knownOf(data, metric).length > 0);
  const through = known.map((metric) => completeThrough(data, metric)).reduce((least, day) => (day < least ? day : least), data.span.to);
  if (known.length === 0) return { name: 'overview', title: words.views.overview, intro: words.intros.overview, sections: [{ id: 'nothing', title: words.nothingYet.title, blocks: [{ kind: 'text', paragraphs: [words.nothingYet.text] }] }] };
  const findings = whatChanged(period, known.map((metric) => ({
    metric, series: series(metric), completeThrough: completeThrough(data, metric), breaks: data.breaks,
    paces: data.targets.filter((target) => target.metric === metric && target.entity === '').map((target) => targetPace(data, target)),
  })), 6);
  const cards = findingCards(findings, period, data, reader);
  const axis = yearAxis(through);
  const charts = known.map((metric, index): Block => ({ kind: 'chart', bare: index > 0, chart: metricChart(data, { id: metric, metric, axis, lines: [{ name: words.metrics[metric], series: series(metric) }] }, reader) }));
  const examinedFor = known.includes('gifts') ? 'gifts' : known[0]!;
  return {
    name: 'overview', title: words.views.overview, intro: `${words.intros.overview} ${fill(words.asOf, { date: formatDay(lang, through) })}.`,
    sections: [
      { id: 'changed', title: `${words.changed.title}: ${periodName(lang, period)}`, blocks: [periodChoice(kind, 'overview', reader), cards.length > 0 ? { kind: 'cards', cards } : { kind: 'text', paragraphs: findings.length > 0 ? [words.changed.none] : known.map((metric) => fill(words.changed.notYet, { metric: words.metrics[metric], period: periodName(lang, period), date: formatDay(lang, completeThrough(data, metric)) })) }] },
      { id: 'together', title: words.link.together, blocks: [{ kind: 'cards', cards: verdictCards(data, known, reader) }, { kind: 'text', soft: true, paragraphs: [words.link.notCause] }, ...linkDetails(data, examinedFor, reader)] },
      { id: 'timeline', title: words.timeline.title, blocks: [{ kind: 'text', soft: true, paragraphs: [words.timeline.text] }, ...charts] },
      { id: 'methods', title: words.methods.title, blocks: [{ kind: 'text', soft: true, paragraphs: words.methods.text }] },
    ],
  };
}


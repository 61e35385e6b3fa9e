import { FUNNEL_STEPS, funnelOf, type FunnelStep as Step } from '../../domain/funnel.ts';
import { THRESHOLD, type ShownCount } from '../../domain/money/gift-table.ts';
import { sumOf } from '../../domain/periods/period-sum.ts';
import { lastClosed, type PeriodKind } from '../../domain/periods/period.ts';
import { fill } from '../../text/count.ts';
import { examined } from '../examined.ts';
import { number, share } from '../percent.ts';
import { periodChoice } from '../period-choice.ts';
import { periodName } from '../period-name.ts';
import { oneVoice } from '../metric-sources.ts';
import type { KnownFigure, ReachData } from '../reach-data.ts';
import type { Reader } from '../reader.ts';
import { SENSITIVE, toldCounts, type ToldCounts } from '../told-counts.ts';
import type { Block, FunnelStep, View } from '../view.ts';

/** From visits to gifts in a closed period, by the code of shared links, with everything that carries none. */
export function campaigns(data: ReachData, kind: PeriodKind, figures: readonly KnownFigure[], reader: Reader): View {
  const { words, lang } = reader;
  const period = lastClosed(kind, data.today);
  const counted = FUNNEL_STEPS.flatMap((metric) => {
    const { value } = sumOf(examined(data).series(metric), metric, period);
    return value === undefined ? [] : [{ metric, entity: '', value }];
  });
  const { totals, campaigns: codes, unlinked, unlinkedShare } = funnelOf([...counted, ...oneVoice(figures, data)]);
  const head = { name: 'campaigns' as const, title: words.views.campaigns, intro: words.intros.campaigns };
  const told = (step: Step, of: (counts: ToldCounts) => ShownCount | undefined, value: number | undefined) => (value !== undefined && SENSITIVE.includes(step) ? (of(toldCounts(data, step)) ?? 'hidden') : value);
  const whole = byStep((step) => told(step, (counts) => counts.total(period), totals[step]));
  const says = (shown: ShownCount | undefined) => (shown === undefined ? words.chart.unknown : shown === 'few' ? `<${THRESHOLD}` : shown === 'hidden' ? words.hidden : number(lang, shown));
  const cell = (shown: ShownCount | undefined) => ({ text: says(shown), raw: typeof shown === 'number' ? shown : undefined });
  const largest = totals.views ?? 0;
  const path: FunnelStep[] = FUNNEL_STEPS.map((step, index) => {
    const value = whole[step];
    const part = typeof value === 'number' && largest > 0 ? value / largest : undefined;
    // Each is a number by itself: nobody was followed from one to the next.
    return { name: words.metrics[step], value: says(value), share: part ?? 0, note: index > 0 && part !== undefined ? fill(words.funnel.ofViews, { share: share(lang, part) }) : '' };
  });
  const rest = byStep((step) => told(step, (counts) => counts.unlinked(period), unlinked[step]));
  const shares = FUNNEL_STEPS.flatMap((step) => (unlinkedShare[step] === undefined || typeof rest[step] !== 'number' || typeof whole[step] !== 'number' ? [] : [fill(words.funnel.unlinkedText, { share: share(lang, unlinkedShare[step]), metric: words.metrics[step] })]));
  const rows = codes.map(({ code, counts }) => ({ code, counts: byStep((step) => told(step, (known) => known.part(`campaign:${code}`, period), counts[step])) }));
  const table: Block = codes.length === 0 ? { kind: 'text', paragraphs: [words.funnel.none] } : {
    kind: 'table', table: {
      id: 'funnel', caption: fill(words.funnel.text, { period: periodName(lang, period) }), head: [{ text: words.tables.campaign }, ...FUNNEL_STEPS.map((step) => ({ text: words.metrics[step], number: true }))],
      rows: [
        // By what is told alone: the order would tell the rest.
        ...rows.sort((a, b) => FUNNEL_STEPS.toReversed().reduce((order, step) => order || (Number(b.counts[step]) || 0) - (Number(a.counts[step]) || 0), 0) || (a.code < b.code ? -1 : 1)).map(({ code, counts }) => [{ text: code }, ...FUNNEL_STEPS.map((step) => cell(counts[step]))]),
        [{ text: words.funnel.unlinked }, ...FUNNEL_STEPS.map((step) => cell(rest[step]))],
      ],
    },
  };
  return {
    ...head,
    sections: [
      { id: 'path', title: `${words.funnel.title}: ${periodName(lang, period)}`, blocks: [periodChoice(kind, 'campaigns', reader), { kind: 'funnel', steps: path }] },
      { id: 'codes', title: words.tables.byCampaign, blocks: [table, { kind: 'text', soft: true, paragraphs: [...shares, words.funnel.why] }] },
    ],
  };
}

const byStep = <Value>(value: (step: Step) => Value) => Object.fromEntries(FUNNEL_STEPS.map((step) => [step, value(step)])) as Record<Step, Value>;

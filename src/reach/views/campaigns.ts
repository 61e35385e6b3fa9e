import { FUNNEL_STEPS, funnelOf, type FunnelStep as Step } from '../../domain/funnel.ts';
import { sumOf } from '../../domain/periods/period-sum.ts';
import { lastClosed, type PeriodKind } from '../../domain/periods/period.ts';
import { fill } from '../../text/count.ts';
import { examined } from '../examined.ts';
import { number, share } from '../percent.ts';
import { periodChoice } from '../period-choice.ts';
import { periodName } from '../period-name.ts';
import { hiddenParts, isFew, SENSITIVE } from '../quiet-points.ts';
import { oneVoice, type KnownFigure, type ReachData } from '../reach-data.ts';
import type { Reader } from '../reader.ts';
import type { Block, FunnelStep, View } from '../view.ts';

/** From visits to gifts in a closed period, by the code of shared links, with everything that carries none. */
export function campaigns(data: ReachData, kind: PeriodKind, figures: readonly KnownFigure[], reader: Reader): View {
  const { words, lang } = reader;
  const period = lastClosed(kind, data.today);
  const counted = FUNNEL_STEPS.flatMap((metric) => {
    const { value } = sumOf(examined(data).series(metric), metric, period);
    return value === undefined ? [] : [{ metric, entity: '', value }];
  });
  const { totals, campaigns: codes, unlinked, unlinkedShare } = funnelOf([...counted, ...oneVoice(figures)]);
  const head = { name: 'campaigns' as const, title: words.views.campaigns, intro: words.intros.campaigns };
  const few = (step: Step, value: number) => SENSITIVE.includes(step) && isFew(value);
  const says = (step: Step, value: number | undefined) => (value === undefined ? words.chart.unknown : few(step, value) ? '<5' : number(lang, value));
  const largest = totals.views ?? 0;
  const path: FunnelStep[] = FUNNEL_STEPS.map((step, index) => {
    const value = totals[step];
    // Each is a number by itself: nobody was followed from one to the next.
    const part = index > 0 && value !== undefined && largest > 0 && !few(step, value) ? fill(words.funnel.ofViews, { share: share(lang, value / largest) }) : '';
    return { name: words.metrics[step], value: says(step, value), share: value !== undefined && largest > 0 ? value / largest : 0, note: part };
  });
  // Campaigns and what carries no code add up to the total, which stands above.
  const hidden = Object.fromEntries(FUNNEL_STEPS.map((step) => [step, SENSITIVE.includes(step) ? hiddenParts([...codes.map(({ counts }) => counts[step] ?? 0), unlinked[step] ?? 0]) : new Set<number>()])) as Record<Step, Set<number>>;
  const cell = (step: Step, row: number, value: number | undefined) => ({ text: value !== undefined && hidden[step].has(row) ? (isFew(value) ? '<5' : words.hidden) : says(step, value) });
  const shares = FUNNEL_STEPS.flatMap((step) => (unlinkedShare[step] === undefined || hidden[step].size > 0 ? [] : [fill(words.funnel.unlinkedText, { share: share(lang, unlinkedShare[step]), metric: words.metrics[step] })]));
  const table: Block = codes.length === 0 ? { kind: 'text', paragraphs: [words.funnel.none] } : {
    kind: 'table', table: {
      id: 'funnel', caption: fill(words.funnel.text, { period: periodName(lang, period) }), head: [{ text: words.tables.campaign }, ...FUNNEL_STEPS.map((step) => ({ text: words.metrics[step], number: true }))],
      rows: [
        ...codes.map(({ code, counts }, row) => [{ text: code }, ...FUNNEL_STEPS.map((step) => cell(step, row, counts[step]))]),
        [{ text: words.funnel.unlinked }, ...FUNNEL_STEPS.map((step) => cell(step, codes.length, unlinked[step]))],
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

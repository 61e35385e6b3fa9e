import type { Entity, Metric } from './figure.ts';

/** From seeing to giving. A step is not a path that people were followed along: each is a number by itself. */
export const FUNNEL_STEPS = ['views', 'signatures', 'applications', 'gifts'] as const satisfies readonly Metric[];
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** Numbers by step; undefined where nobody counts it. */
export type StepCounts = Record<FunnelStep, number | undefined>;

export interface Funnel {
  totals: StepCounts;
  /** By code, the one with most gifts, then applications, signatures and views first. */
  campaigns: { code: string; counts: StepCounts }[];
  /** Came by no known campaign, and what part of the total that is; undefined where either is unknown. */
  unlinked: StepCounts;
  unlinkedShare: StepCounts;
  /** Steps in which campaigns have more than everything together: then sources count differently, and no share is told. */
  contradicted: FunnelStep[];
}

const CAMPAIGN = 'campaign:';

/**
 * Puts the figures of a period side by side, those of everything (`''`) and those of campaigns (`campaign:<code>`). What
 * a campaign leaves out may have come through it all the same, by word of mouth or without the link: codes understate.
 */
export function funnelOf(figures: readonly { metric: Metric; entity: Entity; value: number }[]): Funnel {
  const sum = (step: FunnelStep, belongs: (entity: Entity) => boolean) => {
    const found = figures.filter(({ metric, entity }) => metric === step && belongs(entity));
    return found.length === 0 ? undefined : found.reduce((total, { value }) => total + value, 0);
  };
  const totals = byStep((step) => sum(step, (entity) => entity === ''));
  const linked = byStep((step) => sum(step, (entity) => entity.startsWith(CAMPAIGN) && entity !== CAMPAIGN));
  const codes = [...new Set(figures.filter(({ entity, metric }) => entity.startsWith(CAMPAIGN) && isStep(metric)).map(({ entity }) => entity.slice(CAMPAIGN.length)))].filter((code) => code !== '');
  const campaigns = codes.map((code) => ({ code, counts: byStep((step) => sum(step, (entity) => entity === CAMPAIGN + code)) }));
  const contradicted = FUNNEL_STEPS.filter((step) => totals[step] !== undefined && linked[step] !== undefined && linked[step] > totals[step]);
  const unlinked = byStep((step) => (totals[step] === undefined || linked[step] === undefined || contradicted.includes(step) ? undefined : totals[step] - linked[step]));
  return {
    totals, campaigns: campaigns.sort((a, b) => compareCounts(a.counts, b.counts) || (a.code < b.code ? -1 : 1)), unlinked,
    unlinkedShare: byStep((step) => (unlinked[step] === undefined || !totals[step] ? undefined : unlinked[step] / totals[step])), contradicted,
  };
}

const isStep = (metric: Metric) => (FUNNEL_STEPS as readonly Metric[]).includes(metric);
const byStep = (value: (step: FunnelStep) => number | undefined) => Object.fromEntries(FUNNEL_STEPS.map((step) => [step, value(step)])) as StepCounts;
const compareCounts = (a: StepCounts, b: StepCounts) => FUNNEL_STEPS.toReversed().reduce((order, step) => order || (b[step] ?? 0) - (a[step] ?? 0), 0);

import type { Metric } from './figure.ts';

/** Metrics of the overview, for which there can be targets. */
export const HEADLINES = ['views', 'gifts', 'applications', 'signatures'] as const satisfies readonly Metric[];

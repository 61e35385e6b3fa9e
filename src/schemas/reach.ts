import { z } from 'astro/zod';
import { METRICS } from '../domain/figure.ts';
import { HEADLINES } from '../domain/headline.ts';
import { isDay } from '../domain/instant.ts';
import type { ReachPlan } from '../domain/reach-plan.ts';
import { line } from './fields.ts';

const day = z.string().refine(isDay, 'Write the day like 2026-11-23.');
const metric = z.enum(METRICS);

/** `reach` in `content/site.ts`: what the dashboard is to know besides figures. */
export const reachSchema = z.strictObject({
  /** What the organisation wants to reach: a sum of `metric` from the first day to the last. */
  targets: z.array(z.strictObject({ metric: z.enum(HEADLINES, `A target is about ${HEADLINES.join(', ')}.`), entity: z.literal('').default(''), value: z.number().positive(), from: day, to: day }).refine(({ from, to }) => from <= to, 'The first day comes after the last one.')).default([]),
  /** From this day on a metric is counted in another way, so that nothing is compared across it. */
  breaks: z.array(z.strictObject({ day, metric, text: line(160) })).default([]),
  /** What else people may have heard of: a mailing, a broadcast, a disaster. */
  others: z.array(z.strictObject({ day, text: line(120) })).default([]),
}) satisfies z.ZodType<ReachPlan>;

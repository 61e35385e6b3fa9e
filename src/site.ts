import settings from '../content/site.ts';
import type { Organisation } from './domain/organisation.ts';
import { siteSchema, type SiteInput } from './schemas/site.ts';

export type { SiteInput } from './schemas/site.ts';

/** Checks an organisation's settings; an error lists every fault with its place. */
export function readSite(input: unknown): Organisation {
  const result = siteSchema.safeParse(input);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  content/site.ts, ${issue.path.join('.') || '(top)'}: ${issue.message}`);
  throw new Error(`Please mend these settings:\n${faults.join('\n')}`);
}

/** The organisation this copy belongs to; the one reader of `content/site.ts`. */
export const site: Organisation = readSite(settings satisfies SiteInput);

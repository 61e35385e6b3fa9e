import settings from '../content/site.ts';
import type { Organisation } from './domain/organisation.ts';
import { refusalsOf } from './schemas/sentences.ts';
import { siteSchema, type SiteInput } from './schemas/site.ts';

export type { SiteInput } from './schemas/site.ts';

/** Checks an organisation's settings; an error lists every fault with its place. */
export function readSite(input: unknown): Organisation {
  const result = siteSchema.safeParse(input);
  if (result.success) return result.data;
  const faults = refusalsOf(result.error, input, Object.keys(siteSchema.shape)).map(({ path, wrong, remedy }) => `  content/site.ts, ${path.join('.') || '(top)'}: ${`${wrong} ${remedy}`.trim()}`);
  // By this name the commands know that it is for people: they print the sentences alone.
  throw Object.assign(new Error(`Please mend these settings:\n${faults.join('\n')}`), { name: 'Refusal' });
}

/** The organisation this copy belongs to; the one reader of `content/site.ts`. */
export const site: Organisation = readSite(settings satisfies SiteInput);

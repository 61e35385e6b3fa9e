import type { Day, Instant } from './instant.ts';
import type { Version } from './story.ts';

/** Where a version's text comes from. */
export const ORIGINS = ['original', 'human', 'machine', 'machine-reviewed'] as const;
export type Origin = (typeof ORIGINS)[number];

export interface Translation {
  origin: Origin;
  reviewedBy?: string | undefined;
  reviewedAt?: Day | undefined;
  /** The original's `updated` (or `published`) moment that this text was made from. */
  of?: Instant | undefined;
}

/** True when the original was changed after this translation was made. */
export function isOutdated(version: Version, original: Version): boolean {
  if (version.translation.origin === 'original' || !original.updated) return false;
  const madeFrom = version.translation.of ?? version.updated ?? version.published;
  return original.updated > madeFrom;
}

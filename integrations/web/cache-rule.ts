/** For what may change: a minute fresh, ten more while it is renewed, a day when the server is down. */
export const SHORT = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400';

/**
 * For pictures: their names hold a hash, but whoever can be recognised on one may withdraw the consent, and then it
 * has to leave the caches between us and the readers within a day, not a year.
 */
export const DAY = 'public, max-age=86400, stale-while-revalidate=604800';

/** For a petition's count: anybody may ask every minute, and an old number is better than none. */
export const COUNTED = 'public, max-age=60, stale-while-revalidate=120, stale-if-error=300';

/** For what never changes under its name. */
export const FOREVER = 'public, max-age=31536000, immutable';

// The search has one door and some scripts that keep their names; only what they lead to is named by its content.
const HASHED = /^\/_astro\/.|^\/pagefind\/.*_[\da-f]{6,}\.pf_(fragment|index|meta)$/;

/** The `Cache-Control` of a file by its address. */
export function cacheRuleFor(address: string): string {
  if (HASHED.test(address)) return FOREVER;
  if (/^\/petitions\/[^/]+\/count\.json$/.test(address)) return COUNTED;
  return /^\/(media|share)\/./.test(address) ? DAY : SHORT;
}

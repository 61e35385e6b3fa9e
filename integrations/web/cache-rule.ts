/** For what may change: a minute fresh, ten more while it is renewed, a day when the server is down. */
export const SHORT = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400';

/** For what never changes under its name. */
export const FOREVER = 'public, max-age=31536000, immutable';

const HASHED = /^\/(?:_astro\/|media\/|share\/|search\/[\w-]{6,}\/)./;

/** The `Cache-Control` of a file by its address: forever below the folders whose names hold a hash of the content. */
export const cacheRuleFor = (address: string): string => (HASHED.test(address) ? FOREVER : SHORT);

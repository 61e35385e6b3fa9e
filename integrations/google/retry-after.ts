/** Longest wait that is believed, in milliseconds: 1 h. */
const LONGEST = 3_600_000;

/** Milliseconds that a `Retry-After` header asks for, seconds or a date (RFC 9110, 10.2.3); undefined when it makes no sense. */
export function retryAfter(written: string | null | undefined, now: number): number | undefined {
  const text = written?.trim();
  if (!text) return undefined;
  // Without the name of its day, Node reads dates into almost anything.
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : /^[A-Z][a-z]+, /.test(text) ? Date.parse(text) - now : NaN;
  return Number.isFinite(wait) && wait >= 0 ? Math.min(wait, LONGEST) : undefined;
}

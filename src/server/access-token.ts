import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 bytes nobody can guess, as 43 signs that stand in an address or a cookie as they are. */
export const newToken = (random: (size: number) => Buffer = randomBytes): string => random(32).toString('base64url');

/** Whether a text looks like a token; what does not was never made here. */
export const isToken = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text);

/** What the store knows a token by: its SHA-256 in hex. A token has 256 bits of chance, so nothing slower is needed. */
export const hashOf = (token: string): string => hash('sha256', token, 'hex');

/** Another token that follows from a token and a word, and leads back to neither. */
export const derived = (token: string, word: string): string => createHmac('sha256', token).update(word).digest('base64url');

/** Compares two texts in a time that does not tell where they differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

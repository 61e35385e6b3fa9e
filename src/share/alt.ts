import type { Stage } from './stage.ts';

const STOP: Record<string, string> = { ti: '።', am: '።' };

/** The words of a card one after the other, each with its full stop, then what the photograph shows, then who says it. */
export function altText({ lang, organisation, photo }: Pick<Stage, 'lang' | 'organisation' | 'photo'>, ...words: string[]): string {
  const stop = STOP[lang.split('-')[0]!] ?? '.';
  const parts = [...words, ...(photo?.alt ? [photo.alt] : []), organisation].map((part) => part.trim()).filter(Boolean);
  return parts.map((part) => (/[.!?؟።…:]["”»’)]*$/u.test(part) ? part : part + stop)).join(' ');
}

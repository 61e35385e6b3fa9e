import { directionOf } from '../../src/domain/language.ts';
import { shapeParagraph } from '../../src/share/paragraph.ts';
import { glyphsOf } from '../../src/share/place.ts';
import { TYPEFACES } from '../../src/share/typeface.ts';

/** Places in `text` of what stands on one line from left to right; a cluster of several glyphs counts once. */
export function placesOf(text: string, lang: string): number[] {
  const paragraph = shapeParagraph(text, { lang, direction: directionOf(lang), typeface: TYPEFACES.headline, field: 'title' });
  const glyphs = glyphsOf(paragraph, { from: 0, to: paragraph.words.length, width: 0 });
  return glyphs.map(({ at }) => at).filter((at, index, all) => at !== all[index - 1]);
}

/** The same in short: `14-10 0-4` for 14, 13 … 10, then 0, 1 … 4. */
export function orderOf(text: string, lang: string): string {
  const stretches: [number, number][] = [];
  for (const at of placesOf(text, lang)) {
    const last = stretches.at(-1);
    const step = last && Math.sign(last[1] - last[0]);
    if (last && Math.abs(at - last[1]) === 1 && (step === 0 || step === at - last[1])) last[1] = at;
    else stretches.push([at, at]);
  }
  return stretches.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}

import bidiFactory from 'bidi-js';
import { describe, expect, test } from 'vitest';
import { inReadingOrder } from '../../src/domain/reading-order.ts';

interface Bidi {
  getEmbeddingLevels(text: string, direction: 'auto'): { paragraphs: { level: number }[] };
  getReorderedIndices(text: string, levels: object): number[];
}
const bidi = bidiFactory() as unknown as Bidi;
/** A line as the eye meets it from left to right, where a network takes the direction from the first letter. */
function seen(line: string): string {
  const order = bidi.getReorderedIndices(line, bidi.getEmbeddingLevels(line, 'auto'));
  return order.map((index) => line[index]).join('').replace(/[\u200E\u200F]/g, '');
}
const fromTheRight = (line: string) => bidi.getEmbeddingLevels(line, 'auto').paragraphs[0]!.level === 1;

describe('a line of a post', () => {
  test('in Arabic that begins with a foreign name still runs from the right', () => {
    expect(fromTheRight('UNHCR: إنترنت مجاني')).toBe(false);
    expect(fromTheRight(inReadingOrder('UNHCR: إنترنت مجاني', 'ar'))).toBe(true);
  });

  test('in Dutch that begins with an Arabic name still runs from the left', () => {
    expect(fromTheRight('ليلى vraagt')).toBe(true);
    expect(fromTheRight(inReadingOrder('ليلى vraagt', 'nl'))).toBe(false);
  });

  test.each(['+31 85 000 00 12', '2026-11-23', '085 000 00 12'])('in Arabic keeps %s in order', (number) => {
    expect(seen(`اتصلوا على ${number} اليوم`)).not.toContain(number);
    expect(seen(inReadingOrder(`اتصلوا على ${number} اليوم`, 'ar'))).toContain(number);
  });

  test.each(['18:30', '23/11/2026', '3,2', 'pers@havenlicht.nl', '50'])('in Arabic has %s in order without a mark', (piece) => {
    const line = `نص ${piece} نص`;
    expect(inReadingOrder(line, 'ar')).toBe(line);
    expect(seen(line)).toContain(piece);
  });

  test.each(['https://havenlicht.nl/ar/', '#Een #Twee', '@marit'])('of nothing but %s gets no mark, which could break it', (line) => expect(inReadingOrder(line, 'ar')).toBe(line));

  test('is marked once, however often it is looked at', () => {
    const once = inReadingOrder('UNHCR: +31 85 000 00 12\nسلام\n\n2026-11-23', 'ar');
    expect(inReadingOrder(once, 'ar')).toBe(once);
    expect(once.match(/[\u200E\u200F]/g)).toHaveLength(4);
  });

  test('in its own letters stays as it is', () => {
    for (const [lang, line] of [['nl', 'Bel +31 85 000 00 12.'], ['ar', 'سلام'], ['ti', 'ሰላም'], ['uk', 'мир'], ['nl', '2026-11-23']] as const) expect(inReadingOrder(line, lang)).toBe(line);
  });
});

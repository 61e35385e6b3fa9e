import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAnywhere, cutAtWord, upToSentences } from '../../src/domain/shortening.ts';

const atMost = (length: number) => (text: string) => text.length <= length;

describe('the ends of sentences', () => {
  test.each([
    ['nl', 'Wij vragen. Zij zwijgen! Waarom?', ['Wij vragen.', 'Wij vragen. Zij zwijgen!', 'Wij vragen. Zij zwijgen! Waarom?']],
    ['ar', 'نحن نسأل. لماذا؟ لا جواب.', ['نحن نسأل.', 'نحن نسأل. لماذا؟', 'نحن نسأل. لماذا؟ لا جواب.']],
    ['fa', 'چرا؟ ما می‌پرسیم.', ['چرا؟', 'چرا؟ ما می‌پرسیم.']],
    ['ti', 'ክፉት እዩ። ኩሉ መሰል ኣለዎ።', ['ክፉት እዩ።', 'ክፉት እዩ። ኩሉ መሰል ኣለዎ።']],
  ])('in %s: %s', (lang, text, expected) => expect(upToSentences(text, lang)).toEqual(expected));

  test.each([['nl', 'Volgens mr. Jansen kan dat. Goed zo.'], ['nl', 'Zie art. 31 van het verdrag. Het geldt.'], ['en', 'It was no. 5 on the list. We asked.'], ['nl', 'Dat was op 3. November volgde. Wij wachten.']])('in %s, no abbreviation and no number ends one: %s', (lang, text) => {
    expect(upToSentences(text, lang).some((upTo) => /(?:mr|art|no|op 3)\.$/.test(upTo))).toBe(false);
    expect(upToSentences(text, lang).at(-1)).toBe(text);
  });

  test('a text without a full stop is one sentence, an empty one none', () => {
    expect([upToSentences(' Wij vragen ', 'nl'), upToSentences('', 'nl')]).toEqual([['Wij vragen'], []]);
  });
});

describe('a cut', () => {
  test.each([
    ['nl', 'Wij vragen, en zij zwijgen', 14, 'Wij vragen…'], ['nl', 'Het kost 40 000 euro per jaar', 14, 'Het kost…'], ['nl', 'Kijk op https://a.nl/pad/naar/iets snel', 24, 'Kijk op…'], ['nl', 'Het COA-gebouw staat leeg', 10, 'Het…'],
    ['ar', 'نحن نسأل عن الحق', 10, 'نحن نسأل…'], ['ti', 'ክፉት፡መርበብ፡ንሓትት', 9, 'ክፉት፡መርበብ…'], ['th', 'ผู้ลี้ภัยมีสิทธิ', 11, 'ผู้ลี้ภัย…'],
  ])('in %s ends with a word: %s', (lang, text, length, expected) => expect(cutAtWord(text, lang, atMost(length))).toBe(expected));

  test('is none where everything fits, and impossible where nothing does', () => {
    expect([cutAtWord('Wij vragen', 'nl', atMost(10)), cutAtWord('Levensbehoefte nu', 'nl', atMost(5)), cutAnywhere('abc', 'nl', atMost(0))]).toEqual(['Wij vragen', undefined, undefined]);
  });

  test('through a word falls between characters', () => {
    expect([cutAnywhere('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 'nl', atMost(12)), cutAnywhere('e\u0301e\u0301e\u0301', 'nl', atMost(4))]).toEqual(['👨‍👩‍👧‍👦…', 'e\u0301…']);
  });

  test('always fits, and is always a beginning', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('woord', '40', '000', 'كلمة', 'ቃል', 'слово', '👍🏽', 'e\u0301', '“', '”', ',', '-')), fc.nat(60), (words, length) => {
      const text = words.join(' ');
      for (const cut of [cutAtWord, cutAnywhere]) {
        const shown = cut(text, 'nl', atMost(length));
        if (shown !== undefined) expect([shown.length <= length, text.startsWith(shown.replace(/…$/, ''))]).toEqual([true, true]);
      }
    }));
  });
});

import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, test } from 'vitest';
import { hashtagOf } from '../../src/domain/hashtag.ts';

describe('a topic as a hashtag', () => {
  test.each([
    ['en', 'Internet access', '#InternetAccess'], ['nl', 'ijs en vuur', '#IJsEnVuur'], ['nl', 'UNHCR en het COA', '#UNHCREnHetCOA'], ['tr', 'insan hakları', '#İnsanHakları'],
    ['uk', 'здоров’я дітей', '#ЗдоровяДітей'], ['ar', 'حُقوق اللاجئين', '#حقوق_اللاجئين'], ['fa', 'حقوق پناهنده‌ها', '#حقوق_پناهنده_ها'], ['ti', 'መሰል ስደተኛታት', '#መሰል_ስደተኛታት'],
    ['nl', 'Asiel & migratie (nieuw)', '#AsielMigratieNieuw'], ['nl', '2026 verkiezingen', '#Verkiezingen2026'], ['en', 'co-operation', '#CoOperation'], ['en', 'cafe\u0301', '#Café'],
  ])('%s: %s', (lang, label, tag) => expect(hashtagOf(label, lang)).toBe(tag));

  test.each(['', '2026', '50 %', '—', '👍'])('“%s” makes none', (label) => expect(hashtagOf(label, 'nl')).toBeUndefined());

  test('whatever the label, X takes the whole of it as one hashtag', () => {
    const word = fc.constantFrom('internet', 'Recht', '2026', '3e', 'e\u0301e\u0301n', 'حقوق', 'شُكْر', 'می\u200Cخواهم', 'права', 'здоров’я', 'መሰል', '&', '-', '#', '"', '👍', 'C++', 'İ');
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.constantFrom('nl', 'tr', 'ar', 'uk', 'fa', 'ti'), (words, lang) => {
      const tag = hashtagOf(words.join(' '), lang);
      if (tag !== undefined) expect(twitter.extractHashtags(tag)).toEqual([tag.slice(1)]);
    }));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count, fill } from '../../src/text/count.ts';
import { wordsIn } from '../../src/text/text.ts';

describe('a sentence with places', () => {
  test('gets its values', () => expect(fill('Page {page} of {pages}', { page: 2, pages: 3 })).toBe('Page 2 of 3'));
  test('may use one twice', () => expect(fill('{name}, {name}!', { name: 'Noor' })).toBe('Noor, Noor!'));
  test('takes a value as it is, with signs that mean something elsewhere', () => expect(fill('“{query}”', { query: '$& {query} $1' })).toBe('“$& {query} $1”'));
  test('refuses to be shown with a place left empty', () => expect(() => fill('Page {page} of {pages}', { page: 2 })).toThrow('“Page {page} of {pages}” needs a value for {pages}.'));
});

describe('a counted word', () => {
  const results = (lang: string, number: number) => count(lang, wordsIn(lang).search.results, number);

  test.each([
    ['en', 0, '0 results'], ['en', 1, '1 result'], ['en', 2, '2 results'], ['en', 1200, '1,200 results'],
    ['nl', 1, '1 resultaat'], ['nl', 1200, '1.200 resultaten'],
    ['tr', 1, '1 sonuç'], ['tr', 5, '5 sonuç'],
    ['uk', 1, '1 результат'], ['uk', 2, '2 результати'], ['uk', 5, '5 результатів'], ['uk', 11, '11 результатів'], ['uk', 21, '21 результат'], ['uk', 22, '22 результати'],
    ['ar', 0, 'لا نتائج'], ['ar', 1, 'نتيجة واحدة'], ['ar', 2, 'نتيجتان'], ['ar', 3, '3 نتائج'], ['ar', 11, '11 نتيجة'], ['ar', 100, '100 نتيجة'],
    ['fa', 3, '۳ نتیجه'], ['ti', 2, '2 ውጽኢታት'],
  ])('%s, %i: %s', (lang, number, text) => expect(results(lang, number).normalize('NFC')).toBe(text));

  test('never leaves a brace, for any number in any language', () => {
    fc.assert(fc.property(fc.constantFrom('en', 'nl', 'tr', 'ar', 'uk', 'fa', 'ti'), fc.nat(100_000), (lang, number) => {
      const { search, event, story } = wordsIn(lang);
      return ![search.results, event.minutes, story.old].some((forms) => /[{}]|undefined/.test(count(lang, forms, number)));
    }));
  });

  test('without a form of its own takes the one for all others', () => expect(count('ar', { other: '{count} x' }, 2)).toBe('2 x'));
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseLanguage, directionOf, languageName, ownName, negotiateLanguage } from '../../src/domain/language.ts';

test.each([['ar', 'rtl'], ['fa', 'rtl'], ['ur', 'rtl'], ['he', 'rtl'], ['ar-SY', 'rtl'], ['nl', 'ltr'], ['en', 'ltr'], ['tr', 'ltr'], ['uk', 'ltr'], ['ti', 'ltr'], ['zh-Hant', 'ltr']])('%s is written %s', (lang, direction) => {
  expect(directionOf(lang)).toBe(direction);
});

test('a language is called by its own name, with a capital where it has one', () => {
  expect(['nl', 'en', 'tr', 'ar', 'uk', 'fa', 'ti'].map((lang) => ownName(lang))).toEqual(['Nederlands', 'English', 'Türkçe', 'العربية', 'Українська', 'فارسی', 'ትግርኛ']);
  expect(languageName('ar', 'nl')).toBe('Arabisch');
});

test('a reader gets their own language, else the first fallback that exists, else whatever there is', () => {
  expect(chooseLanguage('tr', ['nl', 'en', 'tr'], ['en', 'nl'])).toBe('tr');
  expect(chooseLanguage('ar', ['nl', 'en', 'tr'], ['en', 'nl'])).toBe('en');
  expect(chooseLanguage('ar', ['tr', 'nl'], ['en', 'nl'])).toBe('nl');
  expect(chooseLanguage('ar', ['uk'], ['en', 'nl'])).toBe('uk');
});

describe('what a browser asks for', () => {
  const OFFERED = ['nl', 'en', 'tr', 'ar', 'uk'];
  test.each([
    ['tr', 'tr'],
    ['tr-TR,tr;q=0.9,en;q=0.8', 'tr'],
    ['de,en;q=0.5,uk;q=0.7', 'uk'],
    ['en;q=0.5, AR-sy', 'ar'],
    ['en;q=0.5,uk;q=0.5', 'en'],
    ['de, fr', 'nl'],
    ['de, *;q=0.1', 'nl'],
    ['nl;q=0, *', 'en'],
    ['nl;q=0', 'nl'],
    ['uk;q=0.0, ar;q=0.001', 'ar'],
    ['*', 'nl'],
    ['', 'nl'],
    [undefined, 'nl'],
    [';;;,,,q=1;,=;q', 'nl'],
    ['en;q=abc', 'en'],
    ['en;q=...;x, tr;q=0.2', 'tr'],
    ['../../etc/passwd', 'nl'],
    ['constructor, __proto__', 'nl'],
  ])('“%s” gets %s', (header, lang) => expect(negotiateLanguage(header, OFFERED)).toBe(lang));

  test('a thousand wishes are answered by the first twenty', () => {
    const wishes = Array.from({ length: 1000 }, (_, index) => `x${index};q=0.9`);
    expect(negotiateLanguage([...wishes, 'ar'].join(','), OFFERED)).toBe('nl');
    expect(negotiateLanguage(['ar;q=0.1', ...wishes].join(','), OFFERED)).toBe('ar');
  });

  test('whatever is sent, the answer is a language of the site', () => {
    const wish = fc.oneof(fc.string({ maxLength: 40 }), fc.array(fc.constantFrom('nl', 'en', '*', ';q=', '0', '.', '1', ',', '-', ' ', 'NaN', '1e9')).map((parts) => parts.join('')));
    fc.assert(fc.property(wish, (header) => OFFERED.includes(negotiateLanguage(header, OFFERED))));
  });
});

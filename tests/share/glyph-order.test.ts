import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderOf, placesOf } from './glyph-order.ts';
import { HARD_CASES } from './hard-cases.ts';

test.each(HARD_CASES)('letters stand in the order in which they are read: $lang, $about', ({ lang, text, order }) => {
  expect(orderOf(text, lang)).toBe(order);
});

const arabic = fc.stringMatching(/^[\u0627-\u063A\u0641-\u064A]{2,9}$/);
const hebrew = fc.stringMatching(/^[\u05D0-\u05EA]{2,9}$/);
const two = fc.integer({ min: 10, max: 59 });
const token = fc.oneof(
  fc.tuple(two, two).map(([hour, minute]) => `${hour}:${minute}`),
  fc.tuple(two, two, fc.integer({ min: 1900, max: 2099 })).map((parts) => parts.join('/')),
  fc.tuple(two, two).map(([whole, part]) => `${whole}.${part}`),
  fc.tuple(two, fc.integer({ min: 100, max: 999 })).map(([thousands, rest]) => `${thousands},${rest}`),
  fc.integer({ min: 10, max: 99_999 }).map((number) => `${number}`),
);

test.each([['ar', arabic], ['he', hebrew]] as const)('dates, times and numbers keep their order within a text from the right (%s)', (lang, word) => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), token, fc.array(word, { maxLength: 3 }), (before, number, after) => {
      const text = [...before, number, ...after].join(' ');
      const start = text.indexOf(number);
      const places = placesOf(text, lang).filter((at) => at >= start && at < start + number.length);
      expect(places).toEqual([...number].map((_, index) => start + index));
    }),
    { numRuns: 300 },
  );
});

test('a name in Latin letters at the beginning does not turn an Arabic title round', () => {
  const text = 'UNHCR: أعداد اللاجئين';
  expect(placesOf(text, 'ar').at(-1)).toBe(4);
  expect(placesOf(text, 'nl').at(0)).toBe(0);
});

test('a mark never leaves its letter for another font', () => {
  // One font has the letter, another one the mark; a mixture would tear them apart.
  expect(() => orderOf('ש\u0650', 'he')).toThrow('no shape for');
  expect(orderOf('e\u0301', 'nl')).toBe('0');
});

import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, test } from 'vitest';
import { lengthOf } from '../../src/domain/text-length.ts';
import { COUNTED_TEXTS, LANGUAGES, PIECES, UNSURE_TEXTS } from './counted-texts.ts';

const byX = (text: string) => twitter.parseTweet(text).weightedLength;
const graphemes = (text: string) => [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
const posts = fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join(''));
const texts = [...COUNTED_TEXTS.map(({ text }) => text), ...UNSURE_TEXTS];

test('more than two hundred different texts are counted, thirty in each of seven languages', () => {
  expect(new Set(texts).size).toBeGreaterThan(240);
  for (const lang of LANGUAGES) expect(COUNTED_TEXTS.filter((counted) => counted.lang === lang)).toHaveLength(30);
});

describe('X', () => {
  test.each(LANGUAGES)('counts posts in %s exactly as its own counter does', (lang) => {
    for (const { text } of COUNTED_TEXTS.filter((counted) => counted.lang === lang)) expect([text, lengthOf(text, 'weighted')]).toEqual([text, byX(text)]);
  });

  test('counts Ethiopic double, Arabic and Cyrillic once, an emoji as two however it is composed', () => {
    expect(['ሰላም', 'سلام', 'мир', '👨‍👩‍👧‍👦', '🇺🇦', '👍🏽', '1️⃣'].map((text) => lengthOf(text, 'weighted'))).toEqual([6, 4, 3, 2, 2, 2, 2]);
  });

  test('takes an address for 23 and leaves out what follows it', () => {
    expect(lengthOf('https://havenlicht.nl/nl/press/free-internet/.', 'weighted')).toBe(24);
    expect(lengthOf('(https://a.nl)', 'weighted')).toBe(25);
  });

  test('shortens no address whose domain it may not know, and no new emoji', () => {
    expect(lengthOf('https://havenlicht.example/nl/press/free-internet/', 'weighted')).toBe(50);
    expect(lengthOf('🐦‍🔥', 'weighted')).toBe(5);
  });

  test.each(UNSURE_TEXTS)('never counts less where lists may change: %s', (text) => expect(lengthOf(text, 'weighted')).toBeGreaterThanOrEqual(byX(text)));

  test('never counts less, whatever is written', () => {
    fc.assert(fc.property(posts, (text) => lengthOf(text, 'weighted') >= byX(text)), { numRuns: 3000 });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => lengthOf(text, 'weighted') >= byX(text)), { numRuns: 1000 });
  });
});

describe('Mastodon', () => {
  /** As its own `counter.ts` does, which takes addresses by the rules of twitter-text. */
  function byMastodon(text: string): number {
    let counted = '';
    let at = 0;
    for (const { indices: [start, end] } of twitter.extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: false })) {
      counted += text.slice(at, start) + 'x'.repeat(23);
      at = end;
    }
    return graphemes((counted + text.slice(at)).replace(/(^|[^/\w])@(([a-z0-9_]+)@[a-z0-9.-]+[a-z0-9]+)/gi, '$1@$3')).length;
  }

  test.each(LANGUAGES)('counts posts in %s exactly as its own counter does', (lang) => {
    for (const { text } of COUNTED_TEXTS.filter((counted) => counted.lang === lang)) expect([text, lengthOf(text, 'mastodon')]).toEqual([text, byMastodon(text)]);
  });

  test('counts an address as 23, a mention without its server, a family as one', () => {
    expect(['https://havenlicht.nl/nl/press/free-internet/', '@marit@social.nl', 'Van @marit@social.nl.', '👨‍👩‍👧‍👦', 'havenlicht.nl', 'ሰላም'].map((text) => lengthOf(text, 'mastodon'))).toEqual([23, 6, 11, 1, 13, 3]);
  });

  test('never counts less, whatever is written', () => {
    for (const text of UNSURE_TEXTS) expect([text, lengthOf(text, 'mastodon') >= byMastodon(text)]).toEqual([text, true]);
    fc.assert(fc.property(posts, (text) => lengthOf(text, 'mastodon') >= byMastodon(text)), { numRuns: 3000 });
  });
});

describe('Bluesky', () => {
  test('counts what people see as one character', () => {
    expect(['👨‍👩‍👧‍👦', '🇺🇦🇳🇱', 'e\u0301', 'شُكْر', 'می\u200Cخواهم', 'ሰላም', '1️⃣', 'a\r\nb'].map((text) => lengthOf(text, 'graphemes'))).toEqual([1, 2, 1, 3, 7, 3, 1, 3]);
  });

  test('counts bytes as they travel', () => {
    expect(['a', 'é', 'ش', 'ሰ', '👍', '👨‍👩‍👧‍👦'].map((text) => lengthOf(text, 'bytes'))).toEqual([1, 2, 2, 3, 4, 25]);
    for (const text of texts) expect(lengthOf(text, 'bytes')).toBe(Buffer.byteLength(text));
  });
});

describe('Threads', () => {
  test('counts an emoji as its bytes, and every letter once', () => {
    expect(['ሰላም', 'سلام', '👍', '🇺🇦', '👨‍👩‍👧‍👦', '1️⃣', 'Hoi 👍🏽!'].map((text) => lengthOf(text, 'threads'))).toEqual([3, 4, 4, 8, 25, 7, 13]);
  });

  test('counts the same when each character is looked at by itself', () => {
    const isEmoji = (character: string) => /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{RI}\u20E3]/u.test(character);
    for (const { text } of COUNTED_TEXTS) expect([text, lengthOf(text, 'threads')]).toEqual([text, graphemes(text).reduce((sum, character) => sum + (isEmoji(character) ? Buffer.byteLength(character) : character.length), 0)]);
  });
});

test('Telegram and TikTok count UTF-16 units', () => {
  expect(['👍', '🇺🇦', '👨‍👩‍👧‍👦', 'ሰላም', 'e\u0301'].map((text) => lengthOf(text, 'utf16'))).toEqual([2, 4, 11, 3, 2]);
});

test('no unit loses a character: a longer text never counts less', () => {
  fc.assert(fc.property(posts, fc.constantFrom('weighted', 'graphemes', 'mastodon', 'threads', 'utf16', 'bytes'), (text, unit) => lengthOf(`${text} x`, unit) >= lengthOf(text, unit) && lengthOf('', unit) === 0));
});

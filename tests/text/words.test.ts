import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SPOKEN, wordsIn } from '../../src/text/text.ts';

/** Every text of a language by its path, counted words as one: `search.results` → its forms. */
function textsOf(words: object, path = ''): Map<string, string | Record<string, string>> {
  const texts = new Map<string, string | Record<string, string>>();
  for (const [name, value] of Object.entries(words) as [string, string | Record<string, string>][]) {
    const here = path ? `${path}.${name}` : name;
    if (typeof value === 'string' || 'other' in value) texts.set(here, value);
    else for (const [deeper, text] of textsOf(value, here)) texts.set(deeper, text);
  }
  return texts;
}

const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
const english = textsOf(wordsIn('en'));
const forms = (text: string | Record<string, string>) => (typeof text === 'string' ? [text] : Object.values(text));

test('the interface speaks seven languages', () => expect([...SPOKEN].sort()).toEqual(['ar', 'en', 'fa', 'nl', 'ti', 'tr', 'uk']));

describe.each(SPOKEN)('the words in %s', (lang) => {
  const texts = textsOf(wordsIn(lang));
  const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;

  test('say everything that English says, and nothing else', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    expect(texts.size).toBeGreaterThan(120);
  });

  test('are never empty, and hold no HTML', () => {
    expect([...texts].filter(([, text]) => forms(text).some((one) => one.trim() === '' || /[<>]|&\w+;/.test(one))).map(([path]) => path)).toEqual([]);
  });

  test('have the places for values that English has', () => {
    const single = [...texts].filter(([, text]) => typeof text === 'string') as [string, string][];
    expect(single.filter(([path, text]) => placesIn(text).join() !== placesIn(english.get(path) as string).join()).map(([path]) => path)).toEqual([]);
    expect(single.filter(([, text]) => /[{}]/.test(text.replace(/\{\w+\}/g, ''))).map(([path]) => path)).toEqual([]);
  });

  test('have every form that the language counts with, and {count} where a form stands for several numbers', () => {
    const counted = [...texts].filter(([, text]) => typeof text !== 'string') as [string, Record<string, string>][];
    expect(counted.map(([path]) => path).sort()).toEqual(['event.minutes', 'petition.count', 'search.results', 'story.old']);
    for (const [path, plural] of counted) {
      expect([path, ...categories.filter((category) => !plural[category])]).toEqual([path]);
      expect([path, ...Object.keys(plural).filter((form) => !(categories as string[]).includes(form))]).toEqual([path]);
      expect([path, ...Object.values(plural).flatMap(placesIn).filter((name) => name !== 'count')]).toEqual([path]);
      expect([path, placesIn(plural['other']!)]).toEqual([path, ['count']]);
    }
  });

  test('are not English that was left standing', () => {
    // Words that are the same in a language that borrowed them.
    const same = [...texts].filter(([path, text]) => JSON.stringify(text) === JSON.stringify(english.get(path))).map(([path]) => path);
    expect(same.length).toBeLessThan(lang === 'en' ? texts.size + 1 : 10);
  });
});

test.each(['tr', 'ar', 'uk', 'fa', 'ti'])('the file of %s says in its first line that a machine translated it', (lang) => {
  const [first] = readFileSync(new URL(`../../src/text/${lang}.ts`, import.meta.url), 'utf8').split('\n');
  expect(first).toMatch(/^\/\/ Machine translation/);
});

test('Arabic speaks to everybody in the plural, which is polite and tells nothing of who reads', () => {
  const said = readFileSync(new URL('../../src/text/ar.ts', import.meta.url), 'utf8');
  const toOne = /(?<!\p{L})(?:توقيعك|هاتفك|موافقتك|اسمك|بريدك|يمكنك|أنك|تجده?ا?|كتبته|اكتب|انسخه?|احفظ|شارِك|جرّب|تابع|ابحث|أضف|شاهد|وقّع|انشرها|اقرأ|امسح|أرسل|حاول|راجع|ضع|استخدم|انقر|املأ|ألصقه|نزِّل|تحقق|اطبع|ساعدنا)(?!\p{L})/gu;
  // A word that is the past of a third person as well.
  expect([...said.matchAll(toOne)].map(([word]) => word).filter((word) => word !== 'وقّع')).toEqual([]);
  expect('احفظ الصورة'.match(toOne)).toEqual(['احفظ']);
});

test.each(['nl', 'en'])('the file of %s was written by people', (lang) => {
  expect(readFileSync(new URL(`../../src/text/${lang}.ts`, import.meta.url), 'utf8')).not.toContain('Machine translation;');
});

test('a regional language uses the words of its language, an unknown one those of English', () => {
  expect(wordsIn('nl-BE')).toBe(wordsIn('nl'));
  expect(wordsIn('de')).toBe(wordsIn('en'));
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { METRICS } from '../../src/domain/figure.ts';
import { fill } from '../../src/text/count.ts';
import { SPOKEN } from '../../src/text/text.ts';
import { inSentence } from '../../src/reach/link-sentences.ts';
import { reachWordsIn, SPOKEN_REACH } from '../../src/reach/words/reach-text.ts';

type Text = string | Record<string, string>;

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** A counted word, and not a group of names of which one happens to be called “other”. */
const isCounted = (value: object) => !Array.isArray(value) && Object.keys(value).every((key) => CATEGORIES.includes(key));

/** Every text of a language by its path, counted words as one: `methods.text.0`, `totals.unknownDays` → its forms. */
function textsOf(words: object, path = ''): Map<string, Text> {
  const texts = new Map<string, Text>();
  for (const [name, value] of Object.entries(words) as [string, Text][]) {
    const here = path ? `${path}.${name}` : name;
    if (typeof value === 'string' || isCounted(value)) texts.set(here, value);
    else for (const [deeper, text] of textsOf(value, here)) texts.set(deeper, text);
  }
  return texts;
}

const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
const forms = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text));
const english = textsOf(reachWordsIn('en'));
const fileOf = (lang: string) => readFileSync(new URL(`../../src/reach/words/${lang}.ts`, import.meta.url), 'utf8');

test('the dashboard speaks every language of the interface', () => expect([...SPOKEN_REACH].sort()).toEqual([...SPOKEN].sort()));

describe.each(SPOKEN_REACH)('the words of the dashboard in %s', (lang) => {
  const words = reachWordsIn(lang);
  const texts = textsOf(words);
  const rules = new Intl.PluralRules(lang);
  const categories = rules.resolvedOptions().pluralCategories;

  test('say everything that English says, and nothing else', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    expect(texts.size).toBeGreaterThan(200);
  });

  test('are never empty, and hold no HTML', () => {
    expect([...texts].filter(([, text]) => forms(text).some((one) => one.trim() === '' || /[<>]|&\w+;/.test(one))).map(([path]) => path)).toEqual([]);
  });

  test('have the places for values that English has', () => {
    const single = [...texts].filter(([, text]) => typeof text === 'string') as [string, string][];
    expect(single.filter(([path, text]) => placesIn(text).join() !== placesIn(english.get(path) as string).join()).map(([path]) => path)).toEqual([]);
    expect([...texts].filter(([, text]) => forms(text).some((one) => /[{}]/.test(one.replace(/\{\w+\}/g, '')))).map(([path]) => path)).toEqual([]);
  });

  test('have every form that the language counts with, and {count} where a form stands for several numbers', () => {
    const counted = [...texts].filter(([, text]) => typeof text !== 'string') as [string, Record<string, string>][];
    expect(counted.map(([path]) => path).sort()).toEqual(['changed.why.published', 'link.lagWeeks', 'link.weekBefore', 'totals.unknownDays']);
    const numbersOf = (form: string) => Array.from({ length: 200 }, (_, number) => number).filter((number) => rules.select(number) === form).length;
    for (const [path, plural] of counted) {
      expect([path, ...Object.keys(plural).sort()]).toEqual([path, ...[...categories].sort()]);
      for (const [form, text] of Object.entries(plural)) expect([path, form, placesIn(text).filter((name) => name !== 'count')]).toEqual([path, form, []]);
      for (const form of Object.keys(plural).filter((one) => one === 'other' || numbersOf(one) > 1)) expect([path, form, placesIn(plural[form]!)]).toEqual([path, form, ['count']]);
    }
  });

  test('are not English that was left standing', () => {
    // Words that are the same in a language that borrowed them.
    const same = [...texts].filter(([path, text]) => JSON.stringify(text) === JSON.stringify(english.get(path))).map(([path]) => path);
    expect(same.length).toBeLessThan(lang === 'en' ? texts.size + 1 : 10);
  });

  test('call every metric and every view by a name of its own', () => {
    expect(new Set(METRICS.map((metric) => words.metrics[metric])).size).toBe(METRICS.length);
    expect(new Set(Object.values(words.views)).size).toBe(Object.keys(words.views).length);
  });

  test('tell a rise and a fall apart, and a likely link from one that cannot be told', () => {
    const { up, down, same } = words.changed;
    expect(new Set([up, down, same].map((sentence) => fill(sentence, { metric: 'x', change: '18 %', value: '4', period: '2026' }))).size).toBe(3);
    expect(new Set(Object.values(words.link.answers)).size).toBe(3);
    expect(new Set(Object.values(words.link.lagTells)).size).toBe(3);
  });
});

test.each(['tr', 'ar', 'uk', 'fa', 'ti'])('the dashboard’s words in %s say in their first line that a machine translated them', (lang) => {
  const [first] = fileOf(lang).split('\n');
  expect(first).toMatch(/^\/\/ Machine translation; no native speaker has read this file yet\./);
});

test('a name inside a Turkish sentence is written small as Turkish does it', () => {
  expect(inSentence('tr', reachWordsIn('tr').metrics.signatures)).toBe('imzalar');
});

test('a regional language uses the words of its language, an unknown one those of English', () => {
  expect(reachWordsIn('nl-BE')).toBe(reachWordsIn('nl'));
  expect(reachWordsIn('de')).toBe(reachWordsIn('en'));
});

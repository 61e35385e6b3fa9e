import { describe, expect, test } from 'vitest';
import { agree } from '../../integrations/files/agreement.ts';
import type { Draft } from '../../integrations/files/story-file.ts';
import type { Fault } from '../../src/domain/fault.ts';
import { isPublic, type Version } from '../../src/domain/story.ts';
import { told } from '../desk.ts';
import { event, factCheck, NOW, press } from '../specimens.ts';

const human = { origin: 'human' as const };
const lines: Record<string, number> = { published: 4, embargo: 5, topics: 6, translation: 7 };
const draftOf = (version: Version): Draft => ({ version, links: [], pictures: [], lineOf: ([field]) => lines[String(field)] });
const figureOf = (values: number[]) => ({ value: '20', label: 'mensen.', source: 'Wij, 2026', values, from: '2025', to: '2026' });
const settle = (...versions: Version[]) => settleBeside([], ...versions);
/** With faults that were found before, in other files. */
const settleBeside = (faults: Fault[], ...versions: Version[]) => {
  const agreed = agree(versions.map(draftOf), faults);
  return { agreed: agreed.map(({ version }) => version), langs: agreed.map(({ version }) => version.lang), told: told(faults) };
};

describe('files of one story that agree', () => {
  test('are all published', () => {
    expect(settle(press({ topics: ['a', 'b'] }), press({ lang: 'en', translation: human, topics: ['b', 'a'] }), press({ lang: 'ar', translation: { origin: 'machine' }, topics: ['a', 'b'] }))).toMatchObject({ langs: ['nl', 'en', 'ar'], told: '' });
  });

  test('may differ in words, corrections and the day they were updated', () => {
    const english = press({ lang: 'en', translation: human, title: 'Free internet', updated: '2026-11-20T09:00:00.000Z', corrections: [{ at: NOW, text: 'A figure.' }] });
    expect(settle(press(), english).told).toBe('');
  });

  test('stories of different kinds are not compared', () => {
    expect(settle(press({ slug: 'x' }), event({ slug: 'x', published: '2026-01-01T00:00:00.000Z' })).told).toBe('');
  });
});

describe('a translation that differs from its original is left out, and says in what', () => {
  test.each<[string, Version, Version]>([
    ['published', press(), press({ lang: 'en', translation: human, published: '2026-11-02T09:00:00.000Z' })],
    ['topics', press(), press({ lang: 'en', translation: human, topics: ['facts'] })],
    ['image', press({ image: 'a.jpg' }), press({ lang: 'en', translation: human })],
    ['media', press({ media: ['a.jpg'] }), press({ lang: 'en', translation: human, media: [] })],
    ['channels', press(), press({ lang: 'en', translation: human, channels: ['email'] })],
    ['figure.values', press({ figure: figureOf([1, 20]) }), press({ lang: 'en', translation: human, figure: figureOf([20, 1]) })],
    ['verdict', factCheck(), factCheck({ lang: 'en', translation: human, verdict: 'correct' })],
    ['claim.date', factCheck(), factCheck({ lang: 'en', translation: human, claim: { ...factCheck().claim, date: '2026-01-01' } })],
    ['starts', event(), event({ lang: 'en', translation: human, starts: '2026-12-02T18:30:00.000Z' })],
    ['ends', event(), event({ lang: 'en', translation: human, ends: '2026-12-01T19:30:00.000Z' })],
    ['recording.url', event({ recording: { url: 'https://a.example/' } }), event({ lang: 'en', translation: human, recording: { url: 'https://b.example/' } })],
    ['withdrawn.at', press({ withdrawn: { at: NOW, text: 'Fout.' } }), press({ lang: 'en', translation: human })],
  ])('%s', (field, original, translation) => {
    const { langs, told } = settle(original, translation);
    expect(langs).toEqual(['nl']);
    expect(told).toBe(`${translation.file}, line ${lines[field] ?? 1}, ${field}\n  This differs from ${original.file}. It must be the same in every language: copy it from there.`);
  });
});

describe('corrections', () => {
  const correction = (day: string) => ({ at: `2026-11-${day}T09:00:00.000Z`, text: `Fout van de ${day}e.` });

  test('of the original that a translation lacks are named, and hold nothing up', () => {
    const { langs, told } = settle(press({ corrections: [correction('10'), correction('11')] }), press({ lang: 'en', translation: human, corrections: [correction('10')] }));
    expect(langs).toEqual(['nl', 'en']);
    expect(told).toBe('content/press/free-internet/index.en.md, line 1, corrections\n  The original, content/press/free-internet/index.nl.md, has corrections that are missing here: “Fout van de 11e.” (2026-11-11T09:00:00.000Z). Translate them, with the same “at”.');
  });
});

describe('an embargo that only one file knows', () => {
  const future = '2026-12-24T09:00:00.000Z';

  test.each([
    ['the translation', press(), press({ lang: 'en', translation: human, embargo: future })],
    ['the original', press({ embargo: future }), press({ lang: 'en', translation: human })],
    ['the translation, by a later day of publication', press(), press({ lang: 'en', translation: human, published: future })],
    ['a second “original”', press(), press({ lang: 'en', embargo: future })],
  ])('holds for the whole story: %s', (_, one, other) => {
    const { agreed, told } = settle(one, other);
    expect(agreed).toHaveLength(1);
    expect(agreed.some((version) => isPublic(version, NOW))).toBe(false);
    expect(agreed.every((version) => version.embargo === future)).toBe(true);
    expect(told).toContain(other.file);
  });

  test('does not touch other stories', () => {
    const { agreed } = settle(press(), press({ lang: 'en', translation: human, embargo: future }), press({ slug: 'other' }));
    expect(agreed.find(({ slug }) => slug === 'other')?.embargo).toBeUndefined();
  });
});

describe('a draft', () => {
  test('whose original is still a draft holds its translations back', () => {
    const { agreed } = settle(press({ draft: true }), press({ lang: 'en', translation: human }));
    expect(agreed.filter((version) => isPublic(version, NOW))).toEqual([]);
  });

  test('of a translation holds nobody back', () => {
    const { agreed } = settle(press(), press({ lang: 'en', translation: human, draft: true }));
    expect(agreed.filter((version) => isPublic(version, NOW)).map(({ lang }) => lang)).toEqual(['nl']);
  });
});

describe('a story', () => {
  test('with two originals keeps the first, and asks where the other comes from', () => {
    const { langs, told } = settle(press(), press({ lang: 'en' }));
    expect(langs).toEqual(['nl']);
    expect(told).toBe('content/press/free-internet/index.en.md, line 7, translation\n  content/press/free-internet/index.nl.md is marked as the original too. Say here where the translation comes from: translation: { origin: human }, or machine.');
  });

  test('without an original is left out whole', () => {
    const { langs, told } = settle(press({ translation: human }), press({ lang: 'en', translation: human }));
    expect(langs).toEqual([]);
    expect(told.match(/No language of this story is marked as the original\./g)).toHaveLength(2);
  });

  test('whose original has a fault waits for it, and says for which file', () => {
    const fault: Fault = { file: 'content/press/free-internet/index.nl.md', line: 2, stops: 'story', wrong: 'This is empty.', remedy: 'Write a text.' };
    const { langs, told } = settleBeside([fault], press({ lang: 'en', translation: human }));
    expect(langs).toEqual([]);
    expect(told).toContain('index.en.md, line 7, translation.origin\n  The original of this story cannot be published yet. Mend content/press/free-internet/index.nl.md first (it is in this list).');
  });
});

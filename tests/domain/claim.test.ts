import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { contentWords, RATING, repeatsClaim } from '../../src/domain/claim.ts';

describe('a text repeats a claim', () => {
  test.each([
    ['nl', 'word for word', 'Alle vluchtelingen komen uit één land', 'Alle vluchtelingen komen uit één land'],
    ['nl', 'in capitals and without accents', 'ALLE VLUCHTELINGEN KOMEN UIT EEN LAND!', 'Alle vluchtelingen komen uit één land'],
    ['nl', 'inside a longer sentence', 'Waarom het niet klopt dat alle vluchtelingen uit één land komen', 'Alle vluchtelingen uit één land komen'],
    ['nl', 'with a “not” in it', 'Niet alle vluchtelingen komen uit één land', 'Alle vluchtelingen komen uit één land'],
    ['en', 'with a “not” in the middle', 'No, the Netherlands does not take in most refugees', 'The Netherlands takes in most refugees'],
    ['en', 'as a question', 'Do all refugees come from one country?', 'All refugees come from one country'],
    ['en', 'with one word changed', 'Your support worker decides on your benefit and your fines', 'Your support worker decides about your benefit and your fines'],
    ['tr', 'word for word, in Turkish capitals', 'EN ÇOK MÜLTECİYİ HOLLANDA ALIYOR', 'En çok mülteciyi Hollanda alıyor'],
    ['tr', 'denied', 'En çok mülteciyi Hollanda almıyor', 'En çok mülteciyi Hollanda alıyor'],
    ['ar', 'word for word, with vowel marks and lengthened', 'جَمِيعُ اللاجئيـــن يأتون من بلد واحد', 'جميع اللاجئين يأتون من بلد واحد'],
    ['ar', 'denied', 'ليس صحيحًا أن جميع اللاجئين يأتون من بلد واحد', 'جميع اللاجئين يأتون من بلد واحد'],
    ['uk', 'word for word', 'Нідерланди приймають найбільше біженців', 'Нідерланди приймають найбільше біженців'],
    ['uk', 'denied', 'Нідерланди не приймають найбільше біженців', 'Нідерланди приймають найбільше біженців'],
  ])('%s: %s', (lang, _, text, claim) => expect(repeatsClaim(text, claim, lang)).toBe(true));

  test('a text of a thousand words that says it once in the middle', () => {
    const filler = Array.from({ length: 500 }, (_, index) => `woord${index}`).join(' ');
    expect(repeatsClaim(`${filler} Alle vluchtelingen komen uit één land ${filler}`, 'Alle vluchtelingen komen uit één land', 'nl')).toBe(true);
  });
});

describe('a text on the same subject does not repeat the claim', () => {
  test.each([
    ['nl', 'Onderzoekers noemen zes landen van herkomst, op drie continenten', 'Alle vluchtelingen komen uit één land'],
    ['nl', 'Vluchtelingen komen uit veel landen', 'Alle vluchtelingen komen uit één land'],
    ['nl', 'Land één uit komen vluchtelingen alle', 'Alle vluchtelingen komen uit één land'],
    ['en', 'Refugees come from Afghanistan, Congo, Myanmar, Sudan, Syria and Venezuela', 'All refugees come from one country'],
    ['en', 'In 2023 Türkiye had about 3.2 million refugees, the Netherlands about 230,000', 'The Netherlands takes in most refugees'],
    ['tr', 'Türkiye 2023’te yaklaşık 3,2 milyon mülteciye ev sahipliği yaptı', 'En çok mülteciyi Hollanda alıyor'],
    ['ar', 'باحثون يذكرون ستة بلدان فرّ منها الناس', 'جميع اللاجئين يأتون من بلد واحد'],
    ['uk', 'Україна воює з 2014 року, а 2022 року зазнала повномасштабного вторгнення', 'Війна в Україні почалася у 2022 році'],
    ['nl', '', 'Alle vluchtelingen komen uit één land'],
    ['nl', 'Leugen', 'Leugen'],
  ])('%s: %s', (lang, text, claim) => expect(repeatsClaim(text, claim, lang)).toBe(false));

  test('words that lie far apart are not the claim', () => {
    const claim = 'Alle vluchtelingen komen uit één land';
    expect(repeatsClaim(claim.split(' ').join(` ${'x '.repeat(20)}`), claim, 'nl')).toBe(false);
  });
});

describe('the fact checks of the sample', () => {
  const folder = fileURLToPath(new URL('../../content/fact-checks/', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const checks = files.map((name) => {
    const fields = parseDocument(readFileSync(folder + name, 'utf8').split('\n---')[0]!).toJS() as { title: string; summary: string; finding: string; claim: { text: string } };
    return { name, lang: /index\.(.+)\.md$/.exec(name)![1]!, ...fields };
  });

  test('are at least six, in five languages', () => {
    expect(new Set(checks.map(({ name }) => name.split(/[\\/]/)[0])).size).toBeGreaterThanOrEqual(6);
    expect(new Set(checks.map(({ lang }) => lang))).toEqual(new Set(['nl', 'en', 'tr', 'ar', 'uk']));
  });

  test.each(checks)('$name does not repeat its claim in title, summary or finding', ({ title, summary, finding, claim, lang }) => {
    expect([title, summary, finding].filter((text) => repeatsClaim(text, claim.text, lang))).toEqual([]);
  });

  test.each(checks)('$name would be caught if its title were the claim', ({ claim, lang }) => {
    expect(repeatsClaim(claim.text, claim.text, lang)).toBe(true);
    expect(repeatsClaim(`2026: ${claim.text.toLocaleUpperCase(lang)}?`, claim.text, lang)).toBe(true);
  });
});

test('words are compared without case, accents and punctuation, and numbers count as words', () => {
  expect(contentWords('Één “huis” in 2023, İstanbul’da!', 'nl')).toEqual(['een', 'huis', 'in', '2023', 'istanbul’da']);
});

test('only degrees of truth stand on the scale', () => {
  expect(RATING).toEqual({ untrue: 1, misleading: 2, 'missing-context': 3, 'mostly-true': 4, correct: 5 });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEdition } from '../../integrations/files/edition.ts';
import { versionOf } from '../../integrations/files/petition-terms.ts';
import { termsSchema } from '../../src/schemas/petition-terms.ts';
import { termsDraft } from '../../integrations/commands/new-draft.ts';
import { fieldsOf, folder, termsOf, told, written } from '../desk.ts';
import { NOW, organisation } from '../specimens.ts';

const TRANSLATED = ['ask:', 'translation: { origin: human }\nask:'] as const;
const texts = { 'content/petitions/x/index.nl.md': written(fieldsOf('petition')), 'content/petitions/x/index.en.md': written(fieldsOf('petition', TRANSLATED)) };
const inBoth: readonly [string, string] = ['target: Het college van Havenstad', 'target: { nl: De raad, en: The council }'];
const read = async (terms: string | undefined, files: Record<string, string> = texts) => {
  const edition = await readEdition({ root: await folder({ ...files, ...(terms !== undefined && { 'content/petitions/x/petition.yml': terms }) }), site: organisation, now: NOW });
  return { ...edition, told: told(edition.faults) };
};
const withTerms = async (...changes: (readonly [string, string])[]) => (await read(termsOf(...changes))).told;
const FORM = `form:
  id: 1AbCdEfGhIjKlMnOp
  public: 1FAIpQLSabcdefghij
  confirmation: OK-7f3a
  questions: { name: 1a2b3c4d, email: 2a2b3c4d, place: 3a2b3c4d, consent: 4a2b3c4d, ref: 5A2B3C4D }
`;

describe('petition.yml', () => {
  test('is read once for all languages, with six months of keeping and nothing on paper unless it says so', async () => {
    const edition = await read(termsOf(inBoth));
    expect(edition.told).toBe('');
    expect(edition.versions).toHaveLength(2);
    expect(edition.versions[1]).toMatchObject({ kind: 'petition', terms: { target: 'De raad', opens: '2026-11-01', closes: '2027-03-31', paused: false, retention: 6, offline: [] } });
    expect(edition.counts).toEqual([{ petition: 'x', online: 0, offline: 0, count: 0, asOf: NOW }]);
  });

  test('names the target in each language, or once for all, and then its writer is told who reads it in a foreign one', async () => {
    const once = await read(termsOf());
    expect(once.versions).toHaveLength(2);
    expect(once.told).toBe('content/petitions/x/petition.yml, line 1, target\n  The petition has texts in en, nl, and names its target in one language for all. Write it by language, as in target: { en: …, nl: … }.');
    expect(once.faults[0]!.stops).toBe('nothing');
    expect((await read(termsOf(), { 'content/petitions/x/index.nl.md': texts['content/petitions/x/index.nl.md'] })).told).toBe('');
    expect((await read(termsOf(['target: Het college van Havenstad', 'target: { nl: De raad }']))).told).toContain('The target has no text in en, so it stands there in another language.');
    const edition = await read(termsOf(inBoth));
    expect(edition.told).toBe('');
    expect(edition.versions.map((version) => version.kind === 'petition' && [version.lang, version.terms.target])).toEqual([['en', 'The council'], ['nl', 'De raad']]);
  });

  test('knows the form and its questions', async () => {
    const edition = await read(termsOf(inBoth) + FORM);
    expect(edition.told).toBe('');
    expect(edition.versions[0]).toHaveProperty('terms.form.questions.ref', '5a2b3c4d');
  });

  test.each([
    ['milestones: [1.000, 5.000]', 'A number with a point before three digits can be over a thousand or just above one.'], ['milestones:\n  - 1.000', 'A number with a point before three digits'],
    ['offline:\n  - { date: 2026-11-20, count: 2.000, note: Market }', 'A number with a point before three digits'], ['offline:\n  - date: 2026-11-20\n    count: "2.000"\n    note: Market', 'A number with a point before three digits'],
    ['milestones: [1,000, 5,000]', 'A number with a comma before three noughts is read as two numbers.'],
  ])('with %j is not taken for numbers that its writer did not mean', async (line, wrong) => {
    const edition = await read(`${termsOf(inBoth)}\n${line}\n`);
    expect(edition.told).toContain(wrong);
    expect(edition.versions).toEqual([]);
  });

  test('with plain numbers, and signs in words, is left alone', async () => {
    expect((await read(`${termsOf(inBoth)}\nmilestones: [100,500, 1000]\noffline: [{ date: 2026-11-20, count: 2000, note: "Market, 2.000 leaflets, 1,000 talks" }]\n`)).told).toBe('');
  });

  test('that is missing stops the story, and is told once', async () => {
    const edition = await read(undefined);
    expect(edition.told).toMatchInlineSnapshot(`
      "content/petitions/x/petition.yml
        The petition has no petition.yml, which says whom it asks and until when. Write the file, with target, opens and closes, as shown in content/README.md."
    `);
    expect([edition.versions, edition.leftOut]).toEqual([[], ['content/petitions/x/index.en.md', 'content/petitions/x/index.nl.md']]);
  });

  test('that has a fault stops the story, and is told once', async () => {
    const edition = await read(termsOf(['closes: 2027-03-31', 'closes: 2026-10-31']));
    expect(edition.told).toMatchInlineSnapshot(`
      "content/petitions/x/petition.yml, line 3, closes
        The petition closes before it opens. Put “closes” after “opens”."
    `);
    expect([edition.versions, edition.leftOut]).toEqual([[], ['content/petitions/x/index.en.md', 'content/petitions/x/index.nl.md']]);
  });

  test('leaves nothing to guess', async () => {
    const mistakes: (readonly [string, string])[] = [
      ['opens:', 'open:'],
      ['fields: [name, email, place]', 'fields: [name, place]'],
      ['fields: [name, email, place]', 'fields: [name, email, name]'],
      ['fields: [name, email, place]', 'fields: [name, email, phone]'],
      ['fields:', 'milestones: [1000, 5000, 5000]\nfields:'],
      ['fields:', 'offline: [{ date: 2026-11-24, count: 3, note: Stall }]\nfields:'],
      ['fields:', 'offline: [{ date: 2026-11-20, count: many, note: Stall }]\nfields:'],
      ['fields:', 'delivered: 2026-12-24\nfields:'],
      ['fields:', 'delivered: 2026-10-24\nfields:'],
      ['fields:', 'retention: a year\nfields:'],
      ['2027-03-31', '2027-02-30'],
    ];
    const all = await Promise.all(mistakes.map((change) => withTerms(inBoth, change)));
    expect(all.join('\n')).toMatchInlineSnapshot(`
      "content/petitions/x/petition.yml, line 1, opens
        This field is missing. Add it; it needs a text.
      content/petitions/x/petition.yml, line 2, open
        “open” is not a field. Did you mean “opens”?
      content/petitions/x/petition.yml, line 4, fields
        “email” is missing among the fields; without it nobody can be counted once. Write fields: [name, email], and place, country or comment after them if you need them.
      content/petitions/x/petition.yml, line 4, fields.3
        “name” stands here twice. Take one of them out.
      content/petitions/x/petition.yml, line 4, fields.3
        “phone” is not one of the words that can stand here. Choose: name, email, place, country, comment.
      content/petitions/x/petition.yml, line 4, milestones.3
        The milestones do not rise: 5000 stands after 5000. Begin with the smallest and write each number once.
      content/petitions/x/petition.yml, line 4, offline.1.date
        This day has not come yet. Write the day on which it happened; check day, month and year.
      content/petitions/x/petition.yml, line 4, offline.1.count
        This needs a number, not “many”. Write a number.
      content/petitions/x/petition.yml, line 4, delivered
        This day has not come yet. Write the day on which it happened; check day, month and year.
      content/petitions/x/petition.yml, line 4, delivered
        The petition was delivered before it opened. Mend “delivered” or “opens”.
      content/petitions/x/petition.yml, line 4, retention
        This needs a number, not “a year”. Write a number.
      content/petitions/x/petition.yml, line 3, closes
        “2027-02-30” is not a day that exists. Write it as year-month-day, like 2026-11-23."
    `);
  });

  test('with mistakes of every kind names all of them at once', async () => {
    const terms = ['target: …', 'opens: 2026-11-01', 'closes: 2026-10-31', 'fields: [name, place, name]', 'milestones: [500, 100]', 'offline: [{ date: 2026-11-20, count: many, note: Stall }]', 'paussed: true', FORM.replace('1a2b3c4d', 'question1').replace('4a2b3c4d', '2a2b3c4d').replace('place: 3a2b3c4d, ', '')].join('\n');
    expect((await read(terms)).told.split('\n').filter((line) => line.startsWith('  '))).toEqual([
      '  “…” still stands here from the template. Write your own, or add “draft: true” until it is ready.',
      '  The petition closes before it opens. Put “closes” after “opens”.',
      '  “email” is missing among the fields; without it nobody can be counted once. Write fields: [name, email], and place, country or comment after them if you need them.',
      '  “name” stands here twice. Take one of them out.',
      '  The milestones do not rise: 100 stands after 500. Begin with the smallest and write each number once.',
      '  This needs a number, not “many”. Write a number.',
      '  “paussed” is not a field. Did you mean “paused”?',
      '  “question1” is not the id of a question. Write it as the Forms API gives it, up to eight of the signs 0 to 9 and a to f, like 1a2b3c4d.',
      '  “email” and “consent” lead to the same question. Give each its own question of the form.',
      '  The form has no question for “place”, so what people write there would be lost. Add its id under “questions”, or take “place” out of “fields”.',
    ]);
  });

  test('is read without a stumble, whatever stands in a field', async () => {
    const anything = fc.jsonValue();
    const schema = termsSchema('2026-11-23');
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('target', 'opens', 'closes', 'fields', 'milestones', 'form', 'delivered', 'offline'), anything), anything, (fields, questions) => {
      expect(() => schema.safeParse(fields)).not.toThrow();
      expect(() => schema.safeParse({ ...fields, form: { questions } })).not.toThrow();
    }));
  });

  test('does not lead people’s answers into nothing', async () => {
    const mistakes: (readonly [string, string])[] = [['1a2b3c4d', 'question1'], ['2a2b3c4d', '1a2b3c4d'], ['place: 3a2b3c4d, ', ''], ['1FAIpQLSabcdefghij', 'https://docs.google.com/forms/d/e/1FAIpQLS/viewform'], ['ref: 5A2B3C4D', 'reff: 5A2B3C4D']];
    const all = await Promise.all(mistakes.map(async ([from, to]) => (await read(termsOf(inBoth) + FORM.replace(from, to))).told));
    expect(all.join('\n')).toMatchInlineSnapshot(`
      "content/petitions/x/petition.yml, line 9, form.questions.name
        “question1” is not the id of a question. Write it as the Forms API gives it, up to eight of the signs 0 to 9 and a to f, like 1a2b3c4d.
      content/petitions/x/petition.yml, line 9, form.questions.email
        “name” and “email” lead to the same question. Give each its own question of the form.
      content/petitions/x/petition.yml, line 9, form.questions.place
        The form has no question for “place”, so what people write there would be lost. Add its id under “questions”, or take “place” out of “fields”.
      content/petitions/x/petition.yml, line 7, form.public
        “https://docs.google.com/forms/d/e/1FAIpQLS/viewform” is not the id of a form. Write only the long row of letters and digits from its address, without slashes.
      content/petitions/x/petition.yml, line 9, form.questions.ref
        This field is missing. Add it; it needs a text.
      content/petitions/x/petition.yml, line 9, form.questions.reff
        “reff” is not a field. Take the line out, or look the field up in content/README.md."
    `);
  });

  test('as “npm run new” writes it, is sound but for what is to be filled in', async () => {
    const fresh = termsDraft(NOW, 'Europe/Amsterdam');
    expect((await read(fresh)).told).toBe('content/petitions/x/petition.yml, line 1, target\n  “…” still stands here from the template. Write your own, or add “draft: true” until it is ready.');
    expect((await read(fresh.replace('target: …', 'target: De raad'), { 'content/petitions/x/index.nl.md': written(fieldsOf('petition')) })).told).toBe('');
    const inTwo = termsDraft(NOW, 'Europe/Amsterdam', ['nl', 'en']);
    expect((await read(inTwo)).faults.map(({ field }) => field)).toEqual(['target.nl', 'target.en']);
    expect((await read(inTwo.replace('nl: …', 'nl: De raad').replace('en: …', 'en: The council'))).told).toBe('');
    expect((await read(fresh, { 'content/petitions/x/index.nl.md': written(fieldsOf('petition', ['ask:', 'draft: true\nask:'])) })).told).toBe('');
  });
});

describe('the version of a text', () => {
  test('is another as soon as one word of the ask or the text is another', async () => {
    const edition = await read(termsOf());
    const same = await read(termsOf(), { 'content/petitions/x/index.nl.md': written(fieldsOf('petition'), 'Een\n  tekst.\n\n\n') });
    const other = await read(termsOf(), { 'content/petitions/x/index.nl.md': written(fieldsOf('petition', ['vier plekken', 'vijf plekken'])) });
    const versions = [edition, same, other].map(({ versions }) => versions.flatMap((version) => (version.kind === 'petition' && version.lang === 'nl' ? [version.version] : []))[0]!);
    expect(versions[0]).toMatch(/^[0-9a-f]{8}$/);
    expect(versions[1]).toBe(versions[0]);
    expect(versions[2]).not.toBe(versions[0]);
  });

  test('does not depend on blanks or on how an accented letter is stored', () => {
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1 }).filter((word) => !/\s/.test(word)), { minLength: 1 }), (words) => {
      expect(versionOf('Ask', words.join('\n\n\t').normalize('NFD'))).toBe(versionOf(' Ask ', words.join(' ').normalize('NFC')));
    }));
  });
});

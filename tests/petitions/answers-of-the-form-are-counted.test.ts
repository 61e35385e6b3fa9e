import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { GoogleFault } from '../../integrations/google/google-fault.ts';
import type { GoogleResponse } from '../../integrations/google/google-forms.ts';
import type { FormQuestions } from '../../src/domain/petition.ts';
import { relayRound } from '../../integrations/petitions/relay-round.ts';
import { sync } from '../../integrations/petitions/sync.ts';
import { PREFIXES } from '../../integrations/publish/receipts.ts';
import type { Ledger } from '../../integrations/store/ledger.ts';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { receiptOf } from '../../integrations/store/records/seal.ts';
import { formDesk, ledger, signature } from './form-desk.ts';

const never = new AbortController().signal;

async function deskWithAnswers() {
  const desk = await formDesk();
  const { google, entry, petition, syncDesk, clock, ledger } = desk;
  return {
    ...desk,
    sync: (wish = {}) => sync(syncDesk, petition, wish, clock.now),
    counts: () => ledger.counts('open-library'),
    listings: () => google.asked.filter((line) => line.endsWith('/responses')).length,
    /** Somebody fills in the form itself. */
    fillIn(number: number, more: Partial<Record<keyof FormQuestions, string>> = {}): GoogleResponse {
      const answers = { name: `Person ${'abcdefghijklm'[number % 13]}`, email: `person${number}@mail.example`, place: 'Havenstad', consent: 'yes', ...more };
      clock.pass(1000);
      return google.book.take(entry, Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== '').map(([name, value]) => [petition.form.questions[name as keyof FormQuestions]!, [value]])));
    },
  };
}

describe('what people write into the form itself', () => {
  test('counts, as if they had signed on the page', async () => {
    const { fillIn, sync, counts, ledger } = await deskWithAnswers();
    for (let number = 0; number < 7; number++) fillIn(number, { updates: number === 3 ? 'Ja' : '' });
    expect(await sync()).toMatchObject({ listed: 7, added: 7, erased: 0 });
    expect((await counts()).states.valid).toBe(7);
    const rows = [];
    for await (const row of ledger.rows('open-library')) rows.push(row);
    expect(rows.map(({ email, updates, origin, place }) => ({ email, updates, origin, place }))[3]).toEqual({ email: 'person3@mail.example', updates: true, origin: 'form', place: 'Havenstad' });
  });

  test.each(['yes', 'Ja', 'evet', 'نعم', 'Так', 'بله', 'እወ', ' YES, I agree'])('is agreed to with “%s”', async (consent) => {
    const { fillIn, sync, counts } = await deskWithAnswers();
    fillIn(1, { consent });
    await sync();
    expect((await counts()).states.valid).toBe(1);
  });

  test.each<[string, Partial<Record<keyof FormQuestions, string>>, string]>([
    ['without consent', { consent: '' }, 'consent-missing'],
    ['with a refusal of consent', { consent: 'no' }, 'consent-missing'],
    ['without a name', { name: '' }, 'name-missing'],
    ['with an address that is none', { email: 'not an address' }, 'email-invalid'],
    ['with a formula as a name', { name: '=1+1' }, 'name-invalid'],
  ])('%s is kept for a reviewer and not counted', async (_, answers, reason) => {
    const { fillIn, sync, counts, ledger } = await deskWithAnswers();
    fillIn(1, answers);
    await sync();
    expect((await counts()).states).toMatchObject({ valid: 0, suspect: 1 });
    expect(await ledger.preview({ petition: 'open-library', reason })).toMatchObject({ total: 1 });
  });

  test('after the petition closed waits for a reviewer; what was signed on the page before counts whenever it arrives', async () => {
    const { fillIn, sync, counts, petition, clock, ledger, hashes, relayDesk } = await deskWithAnswers();
    fillIn(1);
    await ledger.sign(signature(1, hashes));
    petition.closesAt = clock.now() + 1;
    clock.pass(3_600_000);
    await relayRound(relayDesk, never, clock);
    fillIn(2);
    await sync();
    expect(await counts()).toMatchObject({ states: { valid: 2, suspect: 1 }, relay: { confirmed: 3 } });
    expect(await ledger.preview({ petition: 'open-library', reason: 'after-closing' })).toMatchObject({ total: 1 });
  });

  test('twice counts once', async () => {
    const { fillIn, sync, counts } = await deskWithAnswers();
    fillIn(1);
    fillIn(1);
    await sync();
    expect((await counts()).states).toMatchObject({ valid: 1, duplicate: 1 });
  });

  test('counts the same in a store that begins with nothing as in one that read it bit by bit', async () => {
    const { fillIn, sync: readOn, counts, ledger: kept, syncDesk, petition, clock } = await deskWithAnswers();
    const refs = Array.from({ length: 4 }, () => randomUUID());
    fillIn(1, { ref: refs[0]! });
    fillIn(2, { ref: refs[1]!, consent: '' });
    await readOn();
    clock.pass(3_600_000);
    fillIn(1, { ref: refs[2]!, updates: 'yes' });
    fillIn(3, { ref: refs[3]! });
    fillIn(4, { name: '=1+1' });
    fillIn(5);
    await readOn();
    const anew = await ledger();
    await sync({ ...syncDesk, ledger: anew, hashes: keyedHashes(await anew.secret()) }, petition, {}, clock.now);
    expect((await anew.counts('open-library')).states).toEqual((await counts()).states);
    expect((await counts()).states).toMatchObject({ valid: 3, duplicate: 1, suspect: 2 });
    const receipts = async (book: Ledger) => (await Promise.all(PREFIXES.map((prefix) => book.receipts('open-library', prefix)))).flat();
    expect(await receipts(anew)).toEqual(await receipts(kept));
    expect(await receipts(anew)).toEqual(expect.arrayContaining([refs[0], refs[3]].map((ref) => receiptOf(ref!))));
  });

  test('is kept, whatever is written where our page writes codes', async () => {
    const { fillIn, sync, counts } = await deskWithAnswers();
    fillIn(1, { language: 'xx', ref: 'not a ref', version: '<script>', source: '../..', bucket: 'x'.repeat(500), comment: 'y'.repeat(3000) });
    await sync();
    expect((await counts()).states).toMatchObject({ valid: 0, suspect: 1 });
  });
});

describe('an answer that its sender edits', () => {
  const edit = (row: GoogleResponse, id: string | undefined, value: string, at: number) => {
    row.answers![id!] = { questionId: id!, textAnswers: { answers: [{ value }] } };
    row.lastSubmittedTime = new Date(at).toISOString();
  };

  test('counts as it stands now, as in a store that begins with nothing', async () => {
    const { fillIn, sync: again, counts, petition, clock, syncDesk } = await deskWithAnswers();
    const rows = [0, 1, 2].map((number) => fillIn(number));
    await again();
    clock.pass(3_600_000);
    const { consent, name } = petition.form.questions;
    edit(rows[0]!, consent, 'no', clock.now());
    edit(rows[1]!, name, 'Amina Osman', clock.now());
    expect(await again()).toMatchObject({ added: 0, erased: 0 });
    expect((await counts()).states).toMatchObject({ valid: 2, suspect: 1 });
    const anew = await ledger();
    await sync({ ...syncDesk, ledger: anew, hashes: keyedHashes(await anew.secret()) }, petition, {}, clock.now);
    expect((await counts()).states).toEqual((await anew.counts('open-library')).states);
    edit(rows[0]!, consent, 'yes', clock.now() + 1000);
    await again({ full: true });
    expect((await counts()).states).toMatchObject({ valid: 3, suspect: 0 });
  });

  test('after the petition closed, was given before it closed', async () => {
    const { fillIn, sync: again, counts, petition, clock } = await deskWithAnswers();
    const row = fillIn(1);
    petition.closesAt = clock.now() + 1;
    await again();
    clock.pass(3_600_000);
    edit(row, petition.form.questions.name, 'Amina Osman', clock.now());
    await again();
    expect((await counts()).states).toMatchObject({ valid: 1, suspect: 0 });
  });
});

describe('a signature that we passed on', () => {
  test('is confirmed when it is seen at the form, and only then', async () => {
    const { ledger, hashes, relayDesk, clock, sync, counts } = await deskWithAnswers();
    await ledger.sign(signature(1, hashes));
    await relayRound(relayDesk, never, clock);
    expect((await counts()).relay).toMatchObject({ sent: 1, confirmed: 0 });
    expect(await sync()).toMatchObject({ added: 0, confirmed: 1 });
    expect((await counts()).states.valid).toBe(1);
  });

  test('is sent again when the form has newer answers and not this one', async () => {
    const { ledger, hashes, relayDesk, clock, entry, fillIn, sync, counts } = await deskWithAnswers();
    await ledger.sign(signature(1, hashes));
    await relayRound(relayDesk, never, clock);
    entry.rows.length = 0;
    clock.pass(3_600_000);
    expect(await sync()).toMatchObject({ resent: 0 });
    fillIn(9);
    clock.pass(1_000_000);
    expect(await sync()).toMatchObject({ resent: 1 });
    expect((await counts()).relay.waiting).toBe(1);
  });

  test('is sent again after six hours although nobody else signed', async () => {
    const { ledger, hashes, relayDesk, clock, entry, sync } = await deskWithAnswers();
    await ledger.sign(signature(1, hashes));
    await relayRound(relayDesk, never, clock);
    entry.rows.length = 0;
    clock.pass(7 * 3_600_000);
    expect(await sync()).toMatchObject({ resent: 1 });
  });
});

describe('asking the form', () => {
  test('once is enough when nothing is new', async () => {
    const { fillIn, sync, listings, clock } = await deskWithAnswers();
    fillIn(1);
    await sync();
    clock.pass(3_600_000);
    const before = listings();
    expect(await sync()).toMatchObject({ added: 0, confirmed: 0 });
    expect(listings() - before).toBe(1);
  });

  test('goes through all pages, and begins anew when Google forgets where it was', async () => {
    const { entry, fillIn, sync, counts, google } = await deskWithAnswers();
    const model = fillIn(0);
    const emailId = Object.entries(model.answers!).find(([, answer]) => answer.textAnswers!.answers![0]!.value!.includes('@'))![0];
    entry.source = {
      length: 12_000,
      at: (index) => ({ ...model, responseId: `row-${index}`, answers: { ...model.answers, [emailId]: { textAnswers: { answers: [{ value: `row${index}@mail.example` }] } } } }),
    };
    // The second and the third page of the first try.
    google.faults.rules = [{ at: 'list', fault: 'slow', times: 1 }, { at: 'list', fault: 'token-expired', times: 1 }];
    expect(await sync()).toMatchObject({ listed: 12_000, added: 12_000, erased: 0 });
    expect((await counts()).states.valid).toBe(12_000);
  });

  test('goes on from the newest answer, and asks for all as long as the form is empty', async () => {
    const { fillIn, sync, syncDesk, clock } = await deskWithAnswers();
    const { responses } = syncDesk.forms;
    const asked: (string | undefined)[] = [];
    syncDesk.forms = { ...syncDesk.forms, responses: (id, wish) => (asked.push(wish.since), responses(id, wish)) };
    await sync();
    await sync();
    const { lastSubmittedTime } = fillIn(1);
    expect(await sync()).toMatchObject({ added: 1 });
    clock.pass(3_600_000);
    expect(await sync()).toMatchObject({ added: 0 });
    expect(asked).toEqual([undefined, undefined, undefined, new Date(Date.parse(lastSubmittedTime!) - 600_000).toISOString()]);
  });

  test('ends when Google sends from one page to another and back', async () => {
    const { fillIn, sync, syncDesk, counts } = await deskWithAnswers();
    fillIn(1);
    const { responses } = syncDesk.forms;
    let pages = 0;
    syncDesk.forms = { ...syncDesk.forms, responses: async (id) => {
      if (++pages > 20) throw new Error('asked for ever');
      return { ...(await responses(id, {})), next: pages % 2 ? 'there' : 'back' };
    } };
    await expect(sync()).rejects.toThrow(/the same pages of answers of the form .* again and again/);
    expect((await counts()).states.valid).toBe(1);
  });

  test('ends with the reason when Google refuses for good, and the count stands', async () => {
    const { fillIn, sync, counts, entry } = await deskWithAnswers();
    fillIn(1);
    await sync();
    entry.shared = false;
    await expect(sync()).rejects.toThrow(/does not let us at the answers of the form .*Share it as an editor/);
    await expect(sync()).rejects.toBeInstanceOf(GoogleFault);
    expect((await counts()).states.valid).toBe(1);
  });

  test('is done by one process at a time', async () => {
    const { fillIn, sync, counts } = await deskWithAnswers();
    for (let number = 0; number < 5; number++) fillIn(number);
    const outcomes = await Promise.all([sync(), sync()]);
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
    expect((await counts()).states.valid).toBe(5);
  });

  test('finds rows that come late and in any order', async () => {
    const { fillIn, sync, counts, google, clock } = await deskWithAnswers();
    const late = fillIn(1);
    fillIn(2);
    google.book.forms.forEach((entry) => void entry.rows.splice(entry.rows.indexOf(late), 1));
    await sync();
    google.book.forms.forEach((entry) => void entry.rows.push(late));
    clock.pass(60_000);
    google.faults.rules = [{ at: 'list', fault: 'shuffled' }];
    expect(await sync()).toMatchObject({ added: 1 });
    expect((await counts()).states.valid).toBe(2);
  });
});

describe('what staff delete at the form', () => {
  test('is erased in the ledger with the next full comparison', async () => {
    const { fillIn, sync, counts, entry } = await deskWithAnswers();
    for (let number = 0; number < 10; number++) fillIn(number);
    await sync();
    entry.rows.splice(3, 1);
    expect(await sync()).toMatchObject({ erased: 0 });
    expect(await sync({ full: true })).toMatchObject({ erased: 1 });
    expect((await counts()).states).toMatchObject({ valid: 9, erased: 1 });
  });

  test('as the first of two answers of a person leaves the second, which counts', async () => {
    const { fillIn, sync, counts, entry } = await deskWithAnswers();
    const first = fillIn(1);
    for (const number of [1, 2, 3, 4, 5, 6]) fillIn(number);
    await sync();
    expect((await counts()).states).toMatchObject({ valid: 6, duplicate: 1 });
    entry.rows.splice(entry.rows.indexOf(first), 1);
    expect(await sync({ full: true })).toMatchObject({ erased: 1 });
    expect((await counts()).states).toMatchObject({ valid: 6, duplicate: 0, erased: 1 });
  });

  test('is erased night after night, however many were erased before', async () => {
    const { fillIn, sync, counts, entry } = await deskWithAnswers();
    for (let number = 0; number < 20; number++) fillIn(number);
    await sync();
    for (const erased of [4, 4, 3]) {
      entry.rows.splice(0, erased);
      expect(await sync({ full: true })).toMatchObject({ erased });
    }
    expect((await counts()).states).toMatchObject({ valid: 9, erased: 11 });
  });

  test('is not believed of an empty or a much shorter list, until somebody says so', async () => {
    const { fillIn, sync, counts, entry } = await deskWithAnswers();
    for (let number = 0; number < 30; number++) fillIn(number);
    await sync();
    const rows = entry.rows.splice(0, 30);
    expect(await sync({ full: true })).toMatchObject({ erased: 0, doubt: expect.stringMatching(/lists 0 answers and had 30.*--believe/) as string });
    entry.rows.push(...rows.slice(0, 20));
    expect(await sync({ full: true })).toMatchObject({ erased: 0, doubt: expect.stringMatching(/lists 20/) as string });
    expect((await counts()).states.valid).toBe(30);
    expect(await sync({ full: true, believe: true })).toMatchObject({ erased: 10 });
    expect((await counts()).states).toMatchObject({ valid: 20, erased: 10 });
  });

  test('is not believed of a single list that lacks a row', async () => {
    const { fillIn, sync, counts, syncDesk } = await deskWithAnswers();
    for (let number = 0; number < 10; number++) fillIn(number);
    await sync();
    const { responses } = syncDesk.forms;
    let asked = 0;
    syncDesk.forms = { ...syncDesk.forms, responses: async (id, wish) => {
      const page = await responses(id, wish);
      return asked++ === 0 ? { ...page, responses: page.responses.slice(1) } : page;
    } };
    expect(await sync({ full: true })).toMatchObject({ erased: 0 });
    expect((await counts()).states.valid).toBe(10);
  });

  test('is not believed of lists that always lack the same rows, since the form is asked about each', async () => {
    const { fillIn, sync, counts, syncDesk, google, entry } = await deskWithAnswers();
    for (let number = 0; number < 100; number++) fillIn(number);
    await sync();
    const { responses } = syncDesk.forms;
    syncDesk.forms = { ...syncDesk.forms, responses: async (id, wish) => {
      const page = await responses(id, wish);
      return { ...page, responses: page.responses.slice(5) };
    } };
    entry.rows.splice(2, 1);
    google.asked.length = 0;
    expect(await sync({ full: true })).toMatchObject({ erased: 1 });
    expect((await counts()).states).toMatchObject({ valid: 99, erased: 1 });
    expect(google.asked.filter((line) => /\/responses\/[^/]+$/.test(line))).toHaveLength(6);
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Ledger } from '../../integrations/store/ledger.ts';
import { Refusal } from '../../integrations/refusal.ts';
import { responseOf, signatureOf } from './signatures.ts';

const DAY = 86_400_000;
const FORM = '1AbC-a-form';
let made = 0;
/** A petition that no other test knows. */
const fresh = () => `petition-${++made}`;

async function* pages(...lists: string[][]) {
  yield* lists;
}

const all = async <T>(some: AsyncIterable<T>) => {
  const found: T[] = [];
  for await (const one of some) found.push(one);
  return found;
};

/** What every ledger promises, whatever keeps it. `another` opens the same store again, as a second process would. */
export function ledgerContract(ledger: () => Ledger, another: () => Promise<Ledger>): void {
  const exact = async (petition: string) => {
    const counts = await ledger().counts(petition);
    expect(await ledger().recount(petition)).toEqual(counts);
    return counts;
  };

  test('a signature is counted', async () => {
    const petition = fresh();
    expect(await ledger().sign(signatureOf({ petition, ref: 'a' }))).toEqual({ ref: 'a', state: 'valid', repeated: false });
    expect(await exact(petition)).toMatchObject({ states: { valid: 1, duplicate: 0 }, relay: { waiting: 1 } });
    expect(await ledger().petitions()).toContain(petition);
  });

  test('counted signatures are added up by quarters of an hour, language and where the link was shared', async () => {
    const petition = fresh();
    const noon = Date.parse('2026-11-20T12:00:00Z');
    const sign = (ref: string, signedAt: number, own: Partial<Parameters<typeof signatureOf>[0]> = {}) => signatureOf({ petition, ref, signedAt, person: ref, namesake: ref, ...own });
    await ledger().signAll([sign('a', noon), sign('b', noon + 899_999), sign('c', noon + 900_000, { lang: 'ar', source: 'whatsapp' }), sign('d', noon, { score: 99 }), sign('e', noon + DAY)]);
    expect(await ledger().signedSpan(petition)).toEqual({ first: noon, last: noon + DAY });
    const totals = await ledger().signedTotals(petition, noon, noon + DAY);
    expect(totals.map(({ at, lang, source, total }) => [at - noon, lang, source, total]).sort()).toEqual([[0, expect.any(String), expect.any(String), 2], [900_000, 'ar', 'whatsapp', 1]]);
    expect(await ledger().signedSpan(fresh())).toBeUndefined();
  });

  test('a petition that nobody signed has no signatures', async () => {
    const petition = fresh();
    expect(await exact(petition)).toMatchObject({ petition, states: { valid: 0 } });
    expect(await all(ledger().rows(petition))).toEqual([]);
    expect(await ledger().petitions()).not.toContain(petition);
  });

  test('the same signature sent again gets the same answer and is counted once', async () => {
    const petition = fresh();
    const [first, again] = await Promise.all([ledger().sign(signatureOf({ petition, ref: 'a' })), ledger().sign(signatureOf({ petition, ref: 'a', person: 'other' }))]);
    const later = await ledger().sign(signatureOf({ petition, ref: 'a' }));
    expect([first, again, later]).toEqual([false, true, true].map((repeated) => ({ ref: 'a', state: 'valid', repeated })));
    expect((await exact(petition)).states.valid).toBe(1);
  });

  test('the same number of a signature at another petition is another signature', async () => {
    const [one, two] = [fresh(), fresh()];
    await ledger().sign(signatureOf({ petition: one, ref: 'a' }));
    expect(await ledger().sign(signatureOf({ petition: two, ref: 'a' }))).toMatchObject({ state: 'valid', repeated: false });
  });

  test('whoever signs twice is counted once', async () => {
    const petition = fresh();
    await ledger().sign(signatureOf({ petition, ref: 'a', person: 'p', namesake: 'n' }));
    expect(await ledger().sign(signatureOf({ petition, ref: 'b', person: 'p', namesake: 'n' }))).toMatchObject({ state: 'duplicate', repeated: false });
    expect((await exact(petition)).states).toMatchObject({ valid: 1, duplicate: 1 });
  });

  test('two people who share an address are counted both, a third is not', async () => {
    const petition = fresh();
    const states = [];
    for (const namesake of ['ayse', 'yusuf', 'zeynep', 'ayse']) states.push((await ledger().sign(signatureOf({ petition, ref: `r-${states.length}`, person: 'p', namesake }))).state);
    expect(states).toEqual(['valid', 'valid', 'duplicate', 'duplicate']);
    await exact(petition);
  });

  test('later consent to news adds, and its absence takes nothing back', async () => {
    const petition = fresh();
    const wants = async () => (await all(ledger().rows(petition))).map(({ updates }) => updates);
    await ledger().sign(signatureOf({ petition, ref: 'a', person: 'p', namesake: 'n', updates: false }));
    await ledger().sign(signatureOf({ petition, ref: 'b', person: 'p', namesake: 'n', updates: true }));
    expect(await wants()).toEqual([true]);
    await ledger().sign(signatureOf({ petition, ref: 'c', person: 'p', namesake: 'n', updates: false }));
    expect(await wants()).toEqual([true]);
  });

  test('of two people on an address, each has their own consent to news', async () => {
    const petition = fresh();
    const wants = async () => Object.fromEntries((await all(ledger().rows(petition))).map(({ name, updates }) => [name, updates]));
    const sign = (name: string, updates: boolean) => ledger().sign(signatureOf({ petition, person: 'p', namesake: name, name, updates }));
    for (const name of ['Ann', 'Bob']) await sign(name, false);
    expect((await sign('Bob', true)).state).toBe('duplicate');
    expect(await wants()).toEqual({ Ann: false, Bob: true });
    // A third name is one of the two, spelled otherwise, and who reads the address has agreed.
    expect((await sign('A.', true)).state).toBe('duplicate');
    expect(await wants()).toEqual({ Ann: true, Bob: true });
  });

  test('the consent of a suspicious signature that turns out to be a repetition is not lost', async () => {
    const petition = fresh();
    const wants = async () => Object.fromEntries((await all(ledger().rows(petition))).map(({ name, updates }) => [name, updates]));
    const sign = (name: string, parts: Partial<Parameters<typeof signatureOf>[0]> = {}) => ledger().sign(signatureOf({ petition, person: 'p', namesake: name, name, ...parts }));
    for (const name of ['Ann', 'Bob']) await sign(name);
    await sign('Bob', { updates: true, score: 60 });
    // Two of a person who was not counted before: the first becomes valid, the second brings consent.
    for (const updates of [false, true]) await sign('Cem', { person: 'q', updates, score: 60 });
    expect(await wants()).toEqual({ Ann: false, Bob: false });
    await ledger().review({ petition, states: ['suspect'] }, 'valid', 5);
    expect((await exact(petition)).states).toMatchObject({ valid: 3, duplicate: 2 });
    expect(await wants()).toEqual({ Ann: false, Bob: true, Cem: true });
  });

  test('a suspicious signature is kept, not counted, not passed on, and its person can still sign', async () => {
    const petition = fresh();
    expect(await ledger().sign(signatureOf({ petition, ref: 'a', person: 'p', namesake: 'n', score: 50, reasons: ['bait'] }))).toMatchObject({ state: 'suspect' });
    expect(await ledger().sign(signatureOf({ petition, ref: 'b', person: 'p', namesake: 'n', score: 49 }))).toMatchObject({ state: 'valid' });
    expect(await exact(petition)).toMatchObject({ states: { suspect: 1, valid: 1 }, relay: { none: 1, waiting: 1 } });
  });

  test('thousands who sign at the same time are all counted, once', async () => {
    const petition = fresh();
    const second = await another();
    const signed = await Promise.all(Array.from({ length: 3000 }, (_, n) => [ledger(), second][n % 2]!.sign(signatureOf({ petition, ref: `r-${n >> 1}`, person: `p-${n >> 2}`, namesake: `n-${n >> 2}` }))));
    await second.close();
    expect(signed.filter(({ repeated }) => !repeated)).toHaveLength(1500);
    expect((await exact(petition)).states).toMatchObject({ valid: 750, duplicate: 750 });
  });

  test('whoever reaches two servers at the same moment is counted once', async () => {
    const petition = fresh();
    const second = await another();
    for (const [n, instance] of [ledger(), second].entries()) await instance.sign(signatureOf({ petition, ref: `first-${n}` }));
    await Promise.all(Array.from({ length: 2000 }, (_, n) => [ledger(), second][n % 2]!.sign(signatureOf({ petition, ref: `r-${n}`, person: `p-${n >> 1}`, namesake: 'n' }))));
    await second.close();
    expect((await exact(petition)).states).toMatchObject({ valid: 1002, duplicate: 1000 });
  });

  test('what no database can hold does not keep others from signing', async () => {
    const petition = fresh();
    const strange = signatureOf({ petition, ref: 'a', name: 'Nul\0la', comment: 'half \ud83d of a sign' });
    expect(await Promise.all([ledger().sign(strange), ledger().sign(signatureOf({ petition, ref: 'b' }))])).toMatchObject([{ state: 'valid' }, { state: 'valid' }]);
    expect((await all(ledger().rows(petition)))[0]).toMatchObject({ name: 'Nulla', comment: 'half � of a sign' });
  });

  test('a list is entered as a whole, and again without adding anything', async () => {
    const petition = fresh();
    const list = ['1', '2', '3'].map((external) => signatureOf({ petition, ref: `list-${external}`, external, origin: 'list', relay: false }));
    expect((await ledger().signAll(list)).map(({ repeated }) => repeated)).toEqual([false, false, false]);
    // A new export gives the rows new refs, and the same numbers.
    expect((await ledger().signAll(list.map((row) => ({ ...row, ref: `again-${row.external}` })))).map(({ repeated }) => repeated)).toEqual([true, true, true]);
    expect(await exact(petition)).toMatchObject({ states: { valid: 3 }, relay: { none: 3 } });
  });

  test('a number of a list that is another person’s is told, and nothing is entered with it', async () => {
    const petition = fresh();
    const row = (external: string, person: string, namesake = person) => signatureOf({ petition, external, person, namesake, origin: 'list', relay: false });
    expect(await ledger().takenNumbers(petition, [row('1', 'a'), row('2', 'b')])).toEqual([]);
    await ledger().signAll([row('1', 'a'), row('2', 'b'), row('3', 'c')]);
    await ledger().erase(petition, 'c');
    const list = [row('4', 'd'), row('1', 'a'), row('2', 'e'), row('4', 'd', 'f'), row('1', 'g', 'a'), row('3', 'h')];
    expect(await ledger().takenNumbers(petition, list)).toEqual([{ at: 2, above: undefined, same: 'nothing' }, { at: 3, above: 0, same: 'address' }, { at: 4, above: undefined, same: 'name' }]);
    await expect(ledger().signAll(list)).rejects.toThrow(Refusal);
    expect((await exact(petition)).states).toMatchObject({ valid: 2, erased: 1 });
    expect((await ledger().signAll([row('1', 'a'), row('3', 'c'), row('4', 'd')])).map(({ state, repeated }) => [state, repeated])).toEqual([['valid', true], ['erased', true], ['valid', false]]);
  });

  test('who came from a network is counted since a moment, and nobody from no network', async () => {
    const petition = fresh();
    await ledger().signAll([1, 2, 3].map((n) => signatureOf({ petition, ref: `r-${n}`, network: n === 3 ? '' : 'net', signedAt: n * 1000 })));
    expect(await Promise.all([ledger().fromNetwork(petition, 'net', 0), ledger().fromNetwork(petition, 'net', 2000), ledger().fromNetwork(petition, '', 0)])).toEqual([2, 1, 0]);
  });

  test('the relay takes what waits, oldest first, and nobody else gets it before the lease ends', async () => {
    const petition = fresh();
    for (const n of [3, 1, 2]) await ledger().sign(signatureOf({ petition, ref: `r-${n}`, signedAt: n }));
    const second = await another();
    const wish = { petitions: [petition, 'unknown'], most: 2, now: 10, until: 100 };
    const [mine, theirs] = await Promise.all([ledger().lease({ ...wish, owner: 'me' }), second.lease({ ...wish, owner: 'them' })]);
    await second.close();
    expect([...mine, ...theirs].map(({ ref }) => ref).sort()).toEqual(['r-1', 'r-2', 'r-3']);
    expect((await exact(petition)).relay).toMatchObject({ sending: 3, waiting: 0 });
    expect(await ledger().lease({ ...wish, owner: 'third', now: 99 })).toEqual([]);
    const late = await ledger().lease({ ...wish, owner: 'third', now: 101, until: 200 });
    // Nobody knows whether they were tried.
    expect(late.map(({ attempts }) => attempts)).toEqual([0, 0]);
  });

  test('a signature was tried as often as somebody says, and not when it is given back untried', async () => {
    const petition = fresh();
    await ledger().sign(signatureOf({ petition, ref: 'a', signedAt: 1 }));
    const attempts: number[] = [];
    const outcomes = [{ to: 'untried', next: 10 }, { to: 'waiting', next: 10, reason: 'busy' }, { to: 'untried', next: 10 }, { to: 'waiting', next: 10, reason: 'busy' }, { to: 'sent', at: 10 }, { to: 'untried', next: 10 }] as const;
    for (const outcome of outcomes) {
      const [leased] = await ledger().lease({ petitions: [petition], owner: 'me', most: 5, now: 10, until: 100 });
      attempts.push(leased!.attempts);
      await ledger().passed(leased!.id, 'me', outcome);
      await ledger().resendUnseen(petition, 11, 10);
    }
    expect(attempts).toEqual([0, 0, 1, 1, 2, 3]);
    await exact(petition);
  });

  test('only the owner of a lease says how it ended', async () => {
    const petition = fresh();
    await ledger().sign(signatureOf({ petition, ref: 'a', signedAt: 1, name: 'Ayşe Yılmaz' }));
    const [leased] = await ledger().lease({ petitions: [petition], owner: 'me', most: 5, now: 10, until: 100 });
    expect(leased).toMatchObject({ petition, ref: 'a', signedAt: 1, attempts: 0, name: 'Ayşe Yılmaz' });
    await ledger().passed(leased!.id, 'somebody', { to: 'sent', at: 11 });
    expect((await exact(petition)).relay).toMatchObject({ sending: 1 });
    await ledger().passed(leased!.id, 'me', { to: 'waiting', next: 500, reason: 'busy' });
    await ledger().passed(leased!.id, 'me', { to: 'sent', at: 11 });
    expect((await exact(petition)).relay).toMatchObject({ waiting: 1, sending: 0 });
    expect(await ledger().lease({ petitions: [petition], owner: 'me', most: 5, now: 499, until: 600 })).toEqual([]);
    await exact(petition);
  });

  test('what a reviewer takes out while it is on its way is not tried again', async () => {
    const petition = fresh();
    await ledger().signAll(['a', 'b'].map((ref) => signatureOf({ petition, ref, signedAt: 1 })));
    const leased = await ledger().lease({ petitions: [petition], owner: 'me', most: 5, now: 10, until: 100 });
    const { review } = await ledger().review({ petition }, 'withdrawn', 20);
    await ledger().passed(leased[0]!.id, 'me', { to: 'waiting', next: 30, reason: 'busy' });
    await ledger().passed(leased[1]!.id, 'me', { to: 'sent', at: 25 });
    expect(await ledger().resendUnseen(petition, 99, 99)).toBe(0);
    expect((await exact(petition)).relay).toMatchObject({ none: 1, sent: 1 });
    await ledger().undoReview(petition, review);
    expect((await exact(petition)).relay).toMatchObject({ waiting: 1, sent: 1 });
  });

  test('what a reviewer takes out while it is on its way is not passed on by another when the lease ends, and what is put back is', async () => {
    const petition = fresh();
    await ledger().signAll(['a', 'b'].map((ref) => signatureOf({ petition, ref, signedAt: 1, place: ref })));
    await ledger().lease({ petitions: [petition], owner: 'killed', most: 5, now: 10, until: 100 });
    const { review } = await ledger().review({ petition }, 'invalid', 20);
    expect(await ledger().lease({ petitions: [petition], owner: 'me', most: 5, now: 101, until: 200 })).toEqual([]);
    expect((await exact(petition)).relay).toMatchObject({ none: 2, sending: 0 });
    await ledger().undoReview(petition, review);
    expect((await exact(petition)).relay).toMatchObject({ waiting: 2 });
    // A review is of now, by the clock of whoever undoes it.
    expect(await ledger().lease({ petitions: [petition], owner: 'me', most: 5, now: Date.now() + 1000, until: Date.now() + 2000 })).toHaveLength(2);
  });

  test('what the form refuses waits for a person, and can be tried again', async () => {
    const petition = fresh();
    await ledger().sign(signatureOf({ petition, ref: 'a', signedAt: 1 }));
    const [leased] = await ledger().lease({ petitions: [petition], owner: 'me', most: 5, now: 10, until: 100 });
    await ledger().passed(leased!.id, 'me', { to: 'rejected', reason: 'a question is missing' });
    expect(await ledger().rejected(petition)).toEqual([{ ref: 'a', reason: 'a question is missing', attempts: 1 }]);
    expect(await ledger().retryRejected(petition, 200)).toBe(1);
    expect(await ledger().rejected(petition)).toEqual([]);
    expect(await ledger().lease({ petitions: [petition], owner: 'me', most: 5, now: 200, until: 300 })).toMatchObject([{ ref: 'a', attempts: 0 }]);
    await exact(petition);
  });

  test('what was sent and never seen at the form is sent again', async () => {
    const petition = fresh();
    for (const n of [1, 2]) await ledger().sign(signatureOf({ petition, ref: `r-${n}`, signedAt: n }));
    for (const { id, ref } of await ledger().lease({ petitions: [petition], owner: 'me', most: 5, now: 10, until: 100 })) await ledger().passed(id, 'me', { to: 'sent', at: ref === 'r-1' ? 20 : 30 });
    expect(await ledger().resendUnseen(petition, 30, 1000)).toBe(1);
    expect((await exact(petition)).relay).toMatchObject({ sent: 1, waiting: 1 });
  });

  test('what was tried many times and sent once is not said to have been sent ten times', async () => {
    const petition = fresh();
    await ledger().sign(signatureOf({ petition, ref: 'a', signedAt: 1 }));
    for (let now = 10; now < 1200; now++) {
      const [leased] = await ledger().lease({ petitions: [petition], owner: 'me', most: 5, now, until: now + 5 });
      await ledger().passed(leased!.id, 'me', now < 1199 ? { to: 'waiting', next: now, reason: 'busy' } : { to: 'sent', at: now });
    }
    expect(await ledger().resendUnseen(petition, 1200, 1200)).toBe(1);
    expect(await ledger().rejected(petition)).toEqual([]);
    expect((await exact(petition)).relay).toMatchObject({ waiting: 1 });
  });

  test('what is sent ten times and never seen at the form waits for a person instead of filling the form', async () => {
    const petition = fresh();
    await ledger().sign(signatureOf({ petition, ref: 'a', signedAt: 1 }));
    let sent = 0;
    for (let now = 10; now < 300; now += 10) {
      for (const { id } of await ledger().lease({ petitions: [petition], owner: 'me', most: 5, now, until: now + 5 })) {
        await ledger().passed(id, 'me', { to: 'sent', at: now });
        sent++;
      }
      await ledger().resendUnseen(petition, now + 1, now + 1);
    }
    expect(sent).toBe(10);
    expect(await ledger().rejected(petition)).toMatchObject([{ ref: 'a', reason: expect.stringContaining('never seen') as string }]);
    await exact(petition);
    await ledger().enter(petition, [responseOf({ ref: 'a', responseId: 'one' })]);
    expect((await exact(petition)).relay).toMatchObject({ confirmed: 1, rejected: 0 });
  });

  test('what was signed and sent by a clock that was set back since is still passed on', async () => {
    const petition = fresh();
    const [year, now] = [31_536_000_000, 1_000];
    await ledger().sign(signatureOf({ petition, ref: 'ahead', signedAt: now + year }));
    await ledger().sign(signatureOf({ petition, ref: 'a-little-ahead', signedAt: now + 60_000 }));
    const [leased, ...others] = await ledger().lease({ petitions: [petition], owner: 'me', most: 5, now, until: now + 5 });
    expect([leased?.ref, others]).toEqual(['ahead', []]);
    await ledger().passed(leased!.id, 'me', { to: 'sent', at: now + year });
    expect(await ledger().resendUnseen(petition, now - 900, now)).toBe(1);
    await exact(petition);
  });

  test('a signature counts as arrived only when it was seen at the form, whatever the relay thought of it', async () => {
    const petition = fresh();
    for (const ref of ['waiting', 'sending', 'sent', 'rejected']) await ledger().sign(signatureOf({ petition, ref, signedAt: ref === 'waiting' ? 90 : 1 }));
    for (const { id, ref } of await ledger().lease({ petitions: [petition], owner: 'me', most: 9, now: 10, until: 100 })) {
      if (ref === 'sent') await ledger().passed(id, 'me', { to: 'sent', at: 11 });
      if (ref === 'rejected') await ledger().passed(id, 'me', { to: 'rejected', reason: 'no' });
    }
    expect((await exact(petition)).relay).toMatchObject({ waiting: 1, sending: 1, sent: 1, rejected: 1 });
    const answers = ['waiting', 'sending', 'sent', 'rejected'].map((ref) => responseOf({ ref, responseId: `at-form-${ref}` }));
    expect(await ledger().enter(petition, answers)).toEqual({ added: 0, confirmed: 4, known: 0 });
    expect(await ledger().enter(petition, answers)).toEqual({ added: 0, confirmed: 0, known: 4 });
    expect(await exact(petition)).toMatchObject({ states: { valid: 4 }, relay: { confirmed: 4, rejected: 0 } });
  });

  test('who filled in the form itself is counted once, however often the answer is read', async () => {
    const petition = fresh();
    const answers = [responseOf({ responseId: 'one', person: 'p', namesake: 'n' }), responseOf({ responseId: 'two', person: 'p', namesake: 'n' }), responseOf({ responseId: 'one', person: 'p', namesake: 'n' })];
    expect(await ledger().enter(petition, answers)).toEqual({ added: 2, confirmed: 0, known: 1 });
    expect(await ledger().enter(petition, answers)).toEqual({ added: 0, confirmed: 0, known: 3 });
    expect(await exact(petition)).toMatchObject({ states: { valid: 1, duplicate: 1 }, relay: { confirmed: 2 } });
  });

  test('a signature that arrived twice at the form is one signature with two answers', async () => {
    const petition = fresh();
    await ledger().sign(signatureOf({ petition, ref: 'a' }));
    expect(await ledger().enter(petition, [responseOf({ ref: 'a', responseId: 'one' }), responseOf({ ref: 'a', responseId: 'two' }), responseOf({ ref: 'b', responseId: 'three' }), responseOf({ ref: 'b', responseId: 'four' })])).toEqual({ added: 1, confirmed: 1, known: 2 });
    expect((await all(ledger().rows(petition))).map(({ responses }) => responses).sort()).toEqual([['one', 'two'], ['three', 'four']]);
    expect((await exact(petition)).states.valid).toBe(2);
  });

  test('receipts are published for what is counted, and with a form only for what was seen there', async () => {
    const petition = fresh();
    const ref = '6b8b4567-327b-4c6b-8b45-6732327b4c6b';
    await ledger().sign(signatureOf({ petition, ref }));
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(ref).digest('hex');
    expect(await ledger().receipts(petition, hash.slice(0, 2))).toEqual([]);
    await ledger().enter(petition, [responseOf({ ref, responseId: 'one' })]);
    await ledger().sign(signatureOf({ petition, ref: 'suspect', score: 99, relay: false }));
    expect(await ledger().receipts(petition, hash.slice(0, 2))).toEqual([hash.slice(0, 16)]);
    const others = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0')).filter((prefix) => !hash.startsWith(prefix));
    expect((await Promise.all(others.map((prefix) => ledger().receipts(petition, prefix)))).flat()).toEqual([]);
  });

  test('a repetition has its receipt, so that nobody can find out by signing in somebody’s name that they signed before', async () => {
    const petition = fresh();
    const twins = ['one', 'two'].map((ref) => signatureOf({ petition, ref, person: 'p', namesake: 'n', relay: false }));
    expect((await ledger().signAll(twins)).map(({ state }) => state)).toEqual(['valid', 'duplicate']);
    const { createHash } = await import('node:crypto');
    for (const { ref } of twins) {
      const hash = createHash('sha256').update(ref).digest('hex');
      expect(await ledger().receipts(petition, hash.slice(0, 2))).toEqual([hash.slice(0, 16)]);
    }
  });

  test('an answer that was deleted at the form is erased here', async () => {
    const petition = fresh();
    await ledger().enter(petition, ['one', 'two', 'three'].map((responseId) => responseOf({ responseId })), FORM);
    expect(await ledger().eraseVanished(petition, FORM, pages(['three'], ['one', 'unknown']))).toBe(1);
    expect(await exact(petition)).toMatchObject({ states: { valid: 2, erased: 1 } });
    expect(await ledger().eraseVanished(petition, FORM, pages(['three'], ['one']))).toBe(0);
  });

  test('a signature with two answers is erased with the last of them, and one that never reached the form is left alone', async () => {
    const petition = fresh();
    await ledger().sign(signatureOf({ petition, ref: 'not-yet' }));
    await ledger().enter(petition, [responseOf({ ref: 'a', responseId: 'one' }), responseOf({ ref: 'a', responseId: 'two' }), responseOf({ responseId: 'three' }), responseOf({ responseId: 'four' })], FORM);
    expect(await ledger().eraseVanished(petition, FORM, pages(['two', 'three', 'four']))).toBe(0);
    expect(await ledger().eraseVanished(petition, FORM, pages(['three', 'four']))).toBe(1);
    expect((await exact(petition)).states).toMatchObject({ valid: 3, erased: 1 });
  });

  test('a broken listing of the form erases nothing', async () => {
    const petition = fresh();
    await ledger().enter(petition, ['one', 'two', 'three'].map((responseId) => responseOf({ responseId })), FORM);
    await expect(ledger().eraseVanished(petition, FORM, pages())).rejects.toThrow(Refusal);
    await expect(ledger().eraseVanished(petition, FORM, pages(['one']))).rejects.toThrow(/lists 1 of 3 answers/);
    const breaks = async function* () {
      yield ['one', 'two'];
      throw new Error('page token expired');
    };
    await expect(ledger().eraseVanished(petition, FORM, breaks())).rejects.toThrow('page token expired');
    expect((await exact(petition)).states).toMatchObject({ valid: 3, erased: 0 });
    expect(await ledger().eraseVanished(petition, FORM, pages(['one']), { sure: true })).toBe(2);
  });

  test('what arrives while the form is being listed is not taken for deleted', async () => {
    const petition = fresh();
    await ledger().enter(petition, ['one', 'two'].map((responseId) => responseOf({ responseId })), FORM);
    const listing = async function* () {
      await ledger().enter(petition, [responseOf({ responseId: 'late' })], FORM);
      yield ['one', 'two'];
    };
    expect(await ledger().eraseVanished(petition, FORM, listing())).toBe(0);
  });

  test('when the first of two answers of a person is deleted at the form, the second counts', async () => {
    const petition = fresh();
    const twin = { person: 'p', namesake: 'n' };
    await ledger().enter(petition, [responseOf({ responseId: 'one', ...twin }), responseOf({ responseId: 'two', ...twin }), responseOf({ responseId: 'three', ...twin, updates: true }), responseOf({ responseId: 'four', person: 'p', namesake: 'other' })], FORM);
    expect((await exact(petition)).states).toMatchObject({ valid: 2, duplicate: 2 });
    expect(await ledger().eraseVanished(petition, FORM, pages(['two', 'three', 'four']))).toBe(1);
    expect((await exact(petition)).states).toMatchObject({ valid: 2, duplicate: 1, erased: 1 });
    // Consent that another answer brought goes with it.
    expect((await all(ledger().rows(petition))).map(({ responses, updates }) => [responses, updates])).toEqual([[['two'], true], [['four'], false]]);
    expect(await ledger().eraseVanished(petition, FORM, pages(['two', 'four']))).toBe(1);
    expect((await exact(petition)).states).toMatchObject({ valid: 2, duplicate: 0, erased: 2 });
  });

  test('what somebody edits in an answer at the form is taken over once', async () => {
    const petition = fresh();
    const own = { responseId: 'one', person: 'p', namesake: 'n' };
    const answered = (parts: Partial<Parameters<typeof responseOf>[0]>, at: number) => ledger().enter(petition, [responseOf({ ...own, at, ...parts })], FORM);
    const rows = () => all(ledger().rows(petition));
    await answered({ updates: true }, 1000);
    expect(await answered({ name: 'Ayşe Kaya', namesake: 'm', updates: false }, 2000)).toEqual({ added: 0, confirmed: 0, known: 1 });
    expect(await rows()).toMatchObject([{ name: 'Ayşe Kaya', updates: false, signedAt: 2000, responses: ['one'] }]);
    // A list that is older brings nothing back.
    await answered({ updates: true }, 1000);
    expect(await rows()).toMatchObject([{ name: 'Ayşe Kaya', updates: false, signedAt: 2000 }]);
    await answered({ score: 60, reasons: ['consent-missing'] }, 3000);
    expect((await exact(petition)).states).toMatchObject({ valid: 0, suspect: 1 });
    expect((await ledger().preview({ petition, reason: 'consent-missing' })).total).toBe(1);
    await answered({}, 4000);
    expect((await exact(petition)).states).toMatchObject({ valid: 1, suspect: 0 });
    expect(await exact(petition)).toMatchObject({ relay: { confirmed: 1 } });
  });

  test('who takes consent back in one of two answers is counted by the other, and who edits the name may be one who signed already', async () => {
    const petition = fresh();
    const answer = (responseId: string, namesake: string, at: number, parts = {}) => ledger().enter(petition, [responseOf({ responseId, person: 'p', namesake, at, ...parts })], FORM);
    await answer('one', 'n', 1000);
    await answer('two', 'n', 1000);
    await answer('three', 'm', 1000);
    await answer('one', 'n', 2000, { score: 60, reasons: ['consent-missing'] });
    expect((await exact(petition)).states).toMatchObject({ valid: 2, duplicate: 0, suspect: 1 });
    await answer('three', 'n', 2000, { updates: true });
    expect((await exact(petition)).states).toMatchObject({ valid: 1, duplicate: 1, suspect: 1 });
    expect(await all(ledger().rows(petition))).toMatchObject([{ responses: ['two'], updates: true }]);
  });

  test('an edited answer changes nothing about what a reviewer took out, what was erased, or what was signed on the page', async () => {
    const petition = fresh();
    await ledger().sign(signatureOf({ petition, ref: 'a', person: 'on-the-page', signedAt: 1 }));
    const list = (at: number) => ledger().enter(petition, [responseOf({ responseId: 'one', person: 'p', at }), responseOf({ responseId: 'two', person: 'q', at }), responseOf({ ref: 'a', responseId: 'three', name: 'Somebody else', at })], FORM);
    await list(1000);
    await ledger().erase(petition, 'q');
    await ledger().review({ petition, from: 1000 }, 'withdrawn', 5);
    const before = await exact(petition);
    expect(before.states).toMatchObject({ valid: 1, withdrawn: 1, erased: 1 });
    await list(2000);
    expect(await exact(petition)).toEqual(before);
    expect(await all(ledger().rows(petition))).toMatchObject([{ name: 'Ayşe Yılmaz', signedAt: 1 }]);
    expect(await all(ledger().rows(petition, ['erased']))).toMatchObject([{ name: '' }]);
  });

  test('what another form holds is not taken for deleted, and an answer without a form gets that of the list that holds it', async () => {
    const petition = fresh();
    const [old, unknown] = ['old', 'older'].map((name) => [1, 2].map((n) => responseOf({ responseId: `${name}-${n}` })));
    await ledger().enter(petition, old!, 'the old form');
    await ledger().enter(petition, unknown!);
    await ledger().enter(petition, [responseOf({ responseId: 'new-1' }), responseOf({ responseId: 'new-2' })], FORM);
    expect(await Promise.all([FORM, 'the old form', 'another'].map((form) => ledger().knownAnswers(petition, form)))).toEqual([2, 2, 0]);
    expect(await ledger().eraseVanished(petition, FORM, pages(['new-1']))).toBe(1);
    expect((await exact(petition)).states).toMatchObject({ valid: 5, erased: 1 });
    expect(await ledger().enter(petition, unknown!, FORM)).toEqual({ added: 0, confirmed: 0, known: 2 });
    expect(await ledger().knownAnswers(petition, FORM)).toBe(3);
    expect(await ledger().eraseVanished(petition, FORM, pages(['new-1', 'older-1']))).toBe(1);
    expect((await exact(petition)).states).toMatchObject({ valid: 4, erased: 2 });
  });

  test('of thousands of answers exactly those that are gone are erased, and others get their turn meanwhile', async () => {
    const petition = fresh();
    const ids = Array.from({ length: 6000 }, (_, n) => `r-${n}`);
    await ledger().enter(petition, ids.map((responseId) => responseOf({ responseId })), FORM);
    const gone = new Set(['r-0', 'r-499', 'r-500', 'r-5999']);
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    expect(await ledger().eraseVanished(petition, FORM, pages(ids.filter((id) => !gone.has(id))))).toBe(4);
    clearInterval(others);
    expect(turns).toBeGreaterThanOrEqual(10);
    expect(await ledger().knownAnswers(petition, FORM)).toBe(5996);
    expect((await exact(petition)).states).toMatchObject({ valid: 5996, erased: 4 });
  });

  test('a reviewer sees what would change, changes it, and takes it back', async () => {
    const petition = fresh();
    const hour = 3_600_000;
    await ledger().signAll([0, 1, 2, 3].map((n) => signatureOf({ petition, ref: `r-${n}`, score: n * 20, reasons: n > 0 ? ['many-at-once'] : [], network: n > 1 ? 'net' : '', signedAt: hour + n })));
    const filter = { petition, reason: 'many-at-once', leastScore: 20 };
    expect(await ledger().preview(filter)).toMatchObject({ total: 3, states: { valid: 2, suspect: 1 }, hours: [[hour, 3]] });
    expect((await ledger().preview({ petition, network: 'net', states: ['valid'], from: hour, to: hour + 3 })).total).toBe(1);
    expect((await ledger().preview({ petition, reason: 'many_at_once' })).total).toBe(0);
    const { review, changed } = await ledger().review(filter, 'invalid', 5);
    expect(changed).toBe(3);
    expect(await exact(petition)).toMatchObject({ states: { valid: 1, invalid: 3 }, relay: { waiting: 1, none: 3 } });
    await expect(ledger().undoReview(fresh(), review)).rejects.toThrow(Refusal);
    expect(await ledger().reviews(petition)).toEqual([{ review, at: 5, to: 'invalid', changed: 3, undone: false }]);
    expect(await ledger().undoReview(petition, review)).toBe(3);
    expect(await ledger().reviews(petition)).toMatchObject([{ undone: true }]);
    expect(await exact(petition)).toMatchObject({ states: { valid: 3, suspect: 1 }, relay: { waiting: 3, none: 1 } });
    await ledger().undoReview(petition, review);
    expect((await exact(petition)).states.valid).toBe(3);
  });

  test('a review counts nobody twice, and neither does taking one back', async () => {
    const petition = fresh();
    const twin = (ref: string, score = 0) => signatureOf({ petition, ref, person: 'p', namesake: 'n', score });
    await ledger().signAll([twin('a', 60), twin('b', 60)]);
    const { review } = await ledger().review({ petition, states: ['suspect'] }, 'valid', 5);
    expect(await exact(petition)).toMatchObject({ states: { valid: 1, duplicate: 1 }, relay: { waiting: 2 } });
    await ledger().undoReview(petition, review);
    expect((await exact(petition)).states).toMatchObject({ suspect: 2 });
    await ledger().sign(twin('c'));
    const withdrawn = await ledger().review({ petition, states: ['valid'] }, 'withdrawn', 6);
    await ledger().sign(twin('d'));
    await ledger().undoReview(petition, withdrawn.review);
    expect((await exact(petition)).states).toMatchObject({ valid: 1, duplicate: 1, suspect: 2 });
  });

  test('when a counted signature is taken out, a repetition does not take its place by itself', async () => {
    const petition = fresh();
    await ledger().signAll(['a', 'b'].map((ref) => signatureOf({ petition, ref, person: 'p', namesake: 'n' })));
    await ledger().review({ petition, states: ['valid'] }, 'invalid', 5);
    expect((await exact(petition)).states).toMatchObject({ valid: 0, duplicate: 1, invalid: 1 });
    await ledger().review({ petition, states: ['duplicate'] }, 'valid', 6);
    expect((await exact(petition)).states).toMatchObject({ valid: 1, duplicate: 0 });
  });

  test('an export gives what was signed, in the order of signing, beyond the size of its parts', async () => {
    const petition = fresh();
    await ledger().signAll(Array.from({ length: 2300 }, (_, n) => signatureOf({ petition, ref: `r-${n}`, signedAt: 5000 - (n >> 1), score: n === 7 ? 80 : 0 })));
    const rows = await all(ledger().rows(petition));
    expect(rows).toHaveLength(2299);
    expect(rows.map(({ signedAt }) => signedAt)).toEqual(rows.map(({ signedAt }) => signedAt).toSorted((a, b) => a - b));
    expect(new Set(rows.map(({ ref }) => ref)).size).toBe(2299);
    expect((await all(ledger().rows(petition, ['suspect']))).map(({ ref }) => ref)).toEqual(['r-7']);
  });

  test('a person who asks gets everything, and then is forgotten for good', async () => {
    const petition = fresh();
    await ledger().sign(signatureOf({ petition, ref: 'a', person: 'p', namesake: 'n', email: 'ayse@example.org' }));
    await ledger().sign(signatureOf({ petition, ref: 'b', person: 'p', namesake: 'n' }));
    await ledger().sign(signatureOf({ petition, ref: 'c', person: 'other' }));
    await ledger().enter(petition, [responseOf({ ref: 'a', responseId: 'one' })], FORM);
    expect(await ledger().ofPerson(petition, 'p')).toMatchObject([{ ref: 'a', email: 'ayse@example.org', responses: ['one'] }, { ref: 'b', state: 'duplicate' }]);
    expect(await ledger().erase(petition, 'p')).toEqual({ erased: 2, responses: [{ response: 'one', form: FORM }], onTheWay: 0 });
    expect(await ledger().ofPerson(petition, 'p')).toEqual([]);
    expect(await ledger().leftAtForm(petition)).toEqual([{ response: 'one', form: FORM }]);
    // The answers are still at the form, one was on its way, and the phone sends again.
    expect(await ledger().enter(petition, [responseOf({ ref: 'a', responseId: 'one' }), responseOf({ ref: 'b', responseId: 'two' })], FORM)).toEqual({ added: 0, confirmed: 0, known: 2 });
    expect(await ledger().sign(signatureOf({ petition, ref: 'a', person: 'p' }))).toEqual({ ref: 'a', state: 'erased', repeated: true });
    expect(await exact(petition)).toMatchObject({ states: { valid: 1, erased: 2 }, relay: { waiting: 1, confirmed: 1, none: 1 } });
    expect(await all(ledger().rows(petition, ['erased']))).toMatchObject([{ ref: '', name: '', email: '' }, { ref: '', name: '', email: '' }]);
    expect(await ledger().leftAtForm(petition)).toEqual(['one', 'two'].map((response) => ({ response, form: FORM })));
  });

  test('who is forgotten while a signature is on its way to the form leaves word of it', async () => {
    const petition = fresh();
    for (const n of [1, 2, 3]) await ledger().sign(signatureOf({ petition, ref: `r-${n}`, person: 'p', namesake: `${n}`, signedAt: n }));
    const [sent] = await ledger().lease({ petitions: [petition], owner: 'me', most: 2, now: 10, until: 100 });
    await ledger().passed(sent!.id, 'me', { to: 'sent', at: 11 });
    expect(await ledger().erase(petition, 'p')).toEqual({ erased: 3, responses: [], onTheWay: 2 });
    await exact(petition);
  });

  test('after its time a petition is nobody’s, with the same totals, and a sync brings nobody back', async () => {
    const petition = fresh();
    await ledger().signAll([0, 1, 2].map((n) => signatureOf({ petition, ref: `r-${n}`, signedAt: 3 * DAY + 5000 + n, source: 'whatsapp', lang: 'tr', external: `${n}`, score: n === 2 ? 90 : 0, network: 'net' })));
    await ledger().enter(petition, [responseOf({ ref: 'r-0', responseId: 'one' }), responseOf({ responseId: 'two', at: 3 * DAY })]);
    const before = await exact(petition);
    expect(await ledger().anonymise(petition, true)).toBe(4);
    expect((await all(ledger().rows(petition)))[0]).toMatchObject({ name: 'Ayşe Yılmaz' });
    expect(await ledger().anonymise(petition, false)).toBe(4);
    expect((await exact(petition)).states).toEqual(before.states);
    for (const row of await all(ledger().rows(petition, ['valid', 'suspect']))) expect(row).toMatchObject({ ref: '', name: '', email: '', place: '', country: '', comment: '', updates: false, signedAt: 3 * DAY, responses: [] });
    expect(await ledger().fromNetwork(petition, 'net', 0)).toBe(0);
    expect(await ledger().enter(petition, [responseOf({ ref: 'r-0', responseId: 'one' }), responseOf({ ref: 'r-1', responseId: 'late' }), responseOf({ responseId: 'two' })])).toEqual({ added: 0, confirmed: 0, known: 3 });
    expect(await ledger().eraseVanished(petition, FORM, pages())).toBe(0);
    expect(await ledger().anonymise(petition, false)).toBe(0);
    expect((await exact(petition)).states).toEqual(before.states);
  });

  test('a job finds its bookmark again', async () => {
    expect(await ledger().bookmark('sync of nothing')).toBeUndefined();
    await ledger().setBookmark('sync', '1');
    await ledger().setBookmark('sync', '2');
    expect(await ledger().bookmark('sync')).toBe('2');
  });

  test('every instance has the same secret, made once', async () => {
    const second = await another();
    const [mine, theirs] = await Promise.all([ledger().secret(), second.secret()]);
    await second.close();
    expect(mine).toHaveLength(32);
    expect(theirs).toEqual(mine);
    expect(new Set(mine).size).toBeGreaterThan(4);
  });

  test('while somebody holds a lock, nobody else does the same work', async () => {
    const second = await another();
    const order: string[] = [];
    const outcome = await ledger().alone('sync', async () => {
      expect(await second.alone('sync', async () => order.push('second'))).toBeUndefined();
      expect(await second.alone('other', async () => 'free')).toEqual({ result: 'free' });
      await pause(5);
      order.push('first');
      return 'done';
    });
    expect(outcome).toEqual({ result: 'done' });
    expect(await second.alone('sync', async () => order.push('later'))).toEqual({ result: 2 });
    expect(order).toEqual(['first', 'later']);
    await expect(ledger().alone('sync', () => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck');
    expect(await second.alone('sync', async () => 'free again')).toEqual({ result: 'free again' });
    await second.close();
  });
}

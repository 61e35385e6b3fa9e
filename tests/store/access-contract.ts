import { expect, test } from 'vitest';
import { CONSOLE, type AccessBook } from '../../integrations/store/access.ts';
import type { Engine } from '../../integrations/store/engine.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
let made = 0;
const fresh = (kind: string) => `${kind}-${++made}`;
const link = (hash: string) => ({ hash, ends: NOW + 168 * HOUR });
const wanted = (hash: string) => ({ hash, began: NOW, ends: NOW + 12 * HOUR });

/** What every book of who may look promises; `other` is another process at the same store. */
export function accessContract(book: () => AccessBook, other: () => AccessBook, engine: () => Engine): void {
  const invited = async (name = 'Amina Osman') => {
    const [mailbox, hash] = [`${fresh('amina')}@havenlicht.example`, fresh('link')];
    await book().invite({ mailbox, name }, link(hash), NOW);
    return { mailbox, hash };
  };
  const signedIn = async () => {
    const person = await invited();
    const session = fresh('session');
    await book().redeem(person.hash, wanted(session), NOW);
    return { ...person, session };
  };
  const listed = async (mailbox: string, now = NOW) => (await book().people(now)).find((person) => person.mailbox === mailbox);

  test('an invited person is listed with the link that waits', async () => {
    const { mailbox } = await invited();
    expect(await listed(mailbox)).toEqual({ mailbox, name: 'Amina Osman', invitedAt: NOW, linkEnds: NOW + 168 * HOUR, sessions: 0 });
    expect(await book().person(mailbox)).toEqual({ mailbox, name: 'Amina Osman' });
    expect(await book().person('nobody@havenlicht.example')).toBeUndefined();
  });

  test('a link opens once', async () => {
    const { mailbox, hash } = await invited();
    expect(await book().hasLink(hash, NOW)).toBe(true);
    const session = fresh('session');
    expect(await book().redeem(hash, wanted(session), NOW)).toEqual({ mailbox, name: 'Amina Osman' });
    expect(await other().session(session, NOW)).toEqual({ hash: session, person: { mailbox, name: 'Amina Osman' }, began: NOW, ends: NOW + 12 * HOUR });
    expect(await book().hasLink(hash, NOW)).toBe(false);
    expect(await book().redeem(hash, wanted(fresh('session')), NOW)).toBeUndefined();
    expect(await listed(mailbox)).toMatchObject({ linkEnds: undefined, sessions: 1 });
  });

  test('of twenty who use a link at the same moment, in two processes, one alone gets in', async () => {
    const { hash } = await invited();
    const sessions = Array.from({ length: 20 }, () => fresh('session'));
    const people = await Promise.all(sessions.map((session, n) => (n % 2 === 0 ? book() : other()).redeem(hash, wanted(session), NOW)));
    expect(people.filter(Boolean)).toHaveLength(1);
    expect((await Promise.all(sessions.map((session) => book().session(session, NOW)))).filter(Boolean)).toHaveLength(1);
  });

  test('signing in that is told twice, because the connection was lost, is one session', async () => {
    const { mailbox, hash } = await invited();
    const session = wanted(fresh('session'));
    await book().redeem(hash, session, NOW);
    expect(await book().redeem(hash, session, NOW)).toMatchObject({ mailbox });
    expect(await listed(mailbox)).toMatchObject({ sessions: 1 });
  });

  test('a link that ended opens nothing', async () => {
    const { hash } = await invited();
    const later = NOW + 168 * HOUR;
    expect(await book().hasLink(hash, later)).toBe(false);
    expect(await book().redeem(hash, { hash: fresh('session'), began: later, ends: later + HOUR }, later)).toBeUndefined();
    expect(await book().redeem('never-made', wanted(fresh('session')), NOW)).toBeUndefined();
  });

  test('a new invitation takes the place of the earlier link, and leaves name and sessions', async () => {
    const { mailbox, hash, session } = await signedIn();
    await book().invite({ mailbox, name: '' }, link(fresh('link')), NOW);
    const last = fresh('link');
    await book().invite({ mailbox, name: '' }, link(last), NOW + HOUR);
    expect(await book().hasLink(hash, NOW)).toBe(false);
    expect(await book().hasLink(last, NOW)).toBe(true);
    expect(await listed(mailbox)).toMatchObject({ name: 'Amina Osman', invitedAt: NOW, sessions: 1 });
    expect(await book().session(session, NOW)).toBeDefined();
    await book().invite({ mailbox, name: 'Amina O.' }, link(fresh('link')), NOW);
    expect(await listed(mailbox)).toMatchObject({ name: 'Amina O.' });
  });

  test('revoking ends links and sessions of that person alone, at once', async () => {
    const [one, another] = [await signedIn(), await signedIn()];
    const waits = fresh('link');
    await book().invite({ mailbox: one.mailbox, name: '' }, link(waits), NOW);
    expect(await other().revoke(one.mailbox)).toEqual({ invited: true, links: 1, sessions: 1 });
    expect(await book().session(one.session, NOW)).toBeUndefined();
    expect(await book().redeem(waits, wanted(fresh('session')), NOW)).toBeUndefined();
    expect(await book().open(one.mailbox, wanted(fresh('session')), NOW)).toBeUndefined();
    expect(await listed(one.mailbox)).toBeUndefined();
    expect(await book().session(another.session, NOW)).toBeDefined();
    expect(await book().revoke(one.mailbox)).toEqual({ invited: false, links: 0, sessions: 0 });
  });

  test('whoever signs in while being revoked does not stay in', async () => {
    for (let round = 0; round < 10; round++) {
      const { mailbox, hash } = await invited();
      const session = fresh('session');
      await Promise.all([book().redeem(hash, wanted(session), NOW), other().revoke(mailbox)]);
      expect(await book().session(session, NOW)).toBeUndefined();
      expect(await book().hasLink(hash, NOW)).toBe(false);
    }
  });

  test('a session ends by itself, can last longer, and does not come back once ended', async () => {
    const { session } = await signedIn();
    expect(await book().session(session, NOW + 12 * HOUR)).toBeUndefined();
    await book().extend(session, NOW + 20 * HOUR, NOW + 11 * HOUR);
    expect(await other().session(session, NOW + 13 * HOUR)).toMatchObject({ began: NOW, ends: NOW + 20 * HOUR });
    await book().extend(session, NOW + 15 * HOUR, NOW + 11 * HOUR);
    expect(await book().session(session, NOW + 16 * HOUR)).toBeDefined();
    await other().end(session);
    await book().extend(session, NOW + 30 * HOUR, NOW);
    expect(await book().session(session, NOW)).toBeUndefined();
  });

  test('a session of somebody else cannot be had by a prefix or another case of its number', async () => {
    const { session } = await signedIn();
    for (const wrong of [session.slice(0, -1), session.toUpperCase(), `${session} `, '%', '']) expect(await book().session(wrong, NOW)).toBeUndefined();
  });

  test('an address that was proved in another way gets in only when invited', async () => {
    const { mailbox } = await invited();
    const session = fresh('session');
    expect(await book().open(mailbox, wanted(session), NOW)).toMatchObject({ mailbox });
    expect(await book().session(session, NOW)).toBeDefined();
    for (const stranger of ['stranger@havenlicht.example', CONSOLE]) {
      const theirs = fresh('session');
      expect(await book().open(stranger, wanted(theirs), NOW)).toBeUndefined();
      expect(await book().session(theirs, NOW)).toBeUndefined();
    }
  });

  test('the console has one link, which belongs to nobody on the list and can be revoked with its sessions', async () => {
    const [first, second] = [fresh('link'), fresh('link')];
    await book().setConsoleLink({ hash: first, ends: NOW + 24 * HOUR }, NOW);
    await book().setConsoleLink({ hash: second, ends: NOW + 24 * HOUR }, NOW);
    expect(await book().redeem(first, wanted(fresh('session')), NOW)).toBeUndefined();
    const session = fresh('session');
    expect(await book().redeem(second, wanted(session), NOW)).toEqual({ mailbox: CONSOLE, name: '' });
    expect((await book().session(session, NOW))?.person).toEqual({ mailbox: CONSOLE, name: '' });
    expect(await listed(CONSOLE)).toBeUndefined();
    expect(await book().revoke(CONSOLE)).toEqual({ invited: false, links: 0, sessions: 1 });
    expect(await book().session(session, NOW)).toBeUndefined();
  });

  test('a sign-in elsewhere is finished once, by one alone, and not too late', async () => {
    const [one, late] = [fresh('state'), fresh('state')];
    await book().begin(one, NOW + HOUR, NOW);
    await book().begin(late, NOW + HOUR, NOW);
    expect((await Promise.all([book(), other(), book(), other()].map((each) => each.finish(one, NOW)))).filter(Boolean)).toHaveLength(1);
    expect(await book().finish(late, NOW + HOUR)).toBe(false);
    expect(await book().finish('never-begun', NOW)).toBe(false);
  });

  test('what has ended is removed with the next change', async () => {
    await signedIn();
    await invited();
    await book().begin(fresh('state'), NOW + HOUR, NOW);
    const long = NOW + 10_000 * HOUR;
    await book().begin(fresh('state'), long + HOUR, long);
    const rows = async (table: string) => (await engine().read.all<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`))[0]!.rows;
    expect([await rows('access_links'), await rows('access_sessions'), await rows('access_sign_ins')]).toEqual([0, 0, 1]);
  });
}

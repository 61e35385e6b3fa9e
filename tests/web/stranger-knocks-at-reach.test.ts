import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newToken } from '../../src/server/access-token.ts';
import { StoreFault } from '../../integrations/store/ledger.ts';
import { accessSite, AMINA, cookieOf, HOUR, NOW, outside, OWN } from './access-site.ts';
import { dial, hearAll, site as plain } from './asking.ts';
import { startPostgres } from '../postgres.ts';

const unlimited = { mayTry: () => true };
const FIGURES = /SECRET|FIGURES/;

describe('whoever is not signed in', () => {
  const spellings = [
    '/reach', '/reach/', '/reach/index.html', '/reach/money/', '/reach/export.csv', '/reach/%00', '/reach/../reach/', '//reach/', '///reach//', '/./reach/', '/x/../reach/', '/x/%2e%2e/reach/', '/%72each/', '/%2572each/', '/reach%2f', '/%2freach/',
    '/REACH/', '/Reach/x', '/\\reach/', '/reach\\', '/reach/%zz', '/reach/%ff', '/ｒeach/', '/reach/?person=amina', '/reach/#', '/reach;x=1/', '/reach/sign-in', '/reach/sign-in/x/', '/reach/sign-in/../', '/reach/sign-out', '/reach/sign-out/', '/reach/google/', '/reach/google/callback/', '/reach/google/callback/?code=4%2Fx&state=y', '/reach/sign-in//',
  ];
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE'];

  test('gets nothing but the way to the door, however the address, the method, the cookie and the link are made up: 500 attempts', { timeout: 120_000 }, async () => {
    const site = await accessSite();
    const foreign = await accessSite();
    const [theirs, theirLink] = [await foreign.enter(), await foreign.link('kemal@havenlicht.example')];
    const revoked = await site.enter('kemal@havenlicht.example');
    const withdrawn = await site.link('kemal@havenlicht.example');
    await site.book.revoke('kemal@havenlicht.example');
    const ended = await site.enter('lena@havenlicht.example');
    const late = await site.link('lena@havenlicht.example');
    site.clock.now = NOW + 169 * HOUR;
    const used = await site.link();
    const good = cookieOf(await site.press(used));
    const [name, value] = good.split('=') as [string, string];
    const token = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
    const tampered = fc.integer({ min: 0, max: value.length - 1 }).map((at) => `${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`).filter((made) => made !== value);
    const cookie = fc.oneof(
      fc.constantFrom('', theirs, revoked, ended, name, `${name}=`, `${name}="${value}"`, `__Secure-${good}`, `${name.toUpperCase()}=${value}`, `x${good}`, `${name}=${value}x`, `${name}= ${value}`.replace('= ', '=%20'), `${name}=${used}`, `${name}=../..`),
      token.map((made) => `${name}=${made}`), tampered.map((made) => `${name}=${made}`), fc.string({ maxLength: 60 }).map((text) => `${name}=${text.replace(/[^\x21-\x7e]|;/g, '')}`),
    );
    const path = fc.oneof(fc.constantFrom(...spellings), fc.constantFrom(late, used, withdrawn, theirLink, value).map((made) => `/reach/sign-in/${made}`), token.map((made) => `/reach/sign-in/${made}/`), fc.webPath().map((made) => `/reach${made || '/x'}`).filter((made) => made !== '/reach/sign-in/'));
    const more = fc.constantFrom<Record<string, string>>({}, OWN, { 'Sec-Fetch-Site': 'cross-site' }, { Origin: site.address }, { 'X-Forwarded-Proto': 'https' }, { 'X-Original-URL': '/', 'X-Rewrite-URL': '/' }, { Authorization: 'Basic YTpi' }, { 'X-Forwarded-For': '203.0.113.7' });
    const statuses = new Set<number>();
    await fc.assert(fc.asyncProperty(path, fc.constantFrom(...methods), cookie, more, async (where, method, sent, headers) => {
      const answer = await site.ask(encodeUnsafe(where), { ...headers, ...(sent && sent !== good ? { Cookie: sent } : {}) }, method);
      statuses.add(answer.status);
      expect([303, 404]).toContain(answer.status);
      expect(answer.text).not.toMatch(FIGURES);
      expect(answer.headers.location ?? '/reach/sign-in/').toMatch(/^\/reach\/sign-in\/(\?again=\w+(&lang=[\w-]+)?)?$/);
      expect(answer.headers['set-cookie']?.join() ?? `${name}=;`).toMatch(/^rostrum_reach=;/);
      expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
    }), { numRuns: 500 });
    expect([...statuses]).toEqual([303]);
    // Whoever is signed in was neither sent out nor locked out by all this.
    expect((await site.ask('/reach/', { Cookie: good })).text).toMatch(FIGURES);
    expect(site.log).toEqual([]);
  });

  test('hears the same with or without a cookie, whatever the address', async () => {
    const site = await accessSite();
    const revoked = await site.enter();
    await site.book.revoke(AMINA);
    const answers = new Set<string>();
    for (const where of ['/reach/', '/reach/money/', '/reach/nothing-here/', '/x/../reach/']) for (const Cookie of [revoked, `rostrum_reach=${newToken()}`, 'x=y']) answers.add(await outside(site.address, where, { Cookie }));
    expect(answers.size).toBe(1);
  });

  test('on a site without a server for it, finds no page', async () => {
    const site = await plain();
    for (const where of ['/reach/', '/reach/sign-in/', `/reach/sign-in/${newToken()}`]) expect((await site.ask(where)).status).toBe(404);
  });

  test('is sent to the door also with more than anybody may send', async () => {
    const site = await accessSite();
    const socket = await dial(site.address);
    const heard = hearAll(socket);
    socket.write(`POST /reach/ HTTP/1.1\r\nHost: x\r\nContent-Length: 20000\r\n\r\n${'x'.repeat(20_000)}`);
    expect(await heard).toMatch(/^HTTP\/1\.1 303 See Other[\s\S]*Location: \/reach\/sign-in\//);
  });
});

describe('a link', () => {
  test('that was forged, used, revoked, has ended or was replaced gets one answer, byte for byte, for the same work', async () => {
    const site = await accessSite({ room: unlimited });
    const late = await site.link('lena@havenlicht.example');
    site.clock.now = NOW + 168 * HOUR;
    const used = await site.link();
    await site.press(used);
    const replaced = await site.link('noor@havenlicht.example');
    await site.link('noor@havenlicht.example');
    const withdrawn = await site.link('kemal@havenlicht.example');
    await site.book.revoke('kemal@havenlicht.example');
    for (const method of ['GET', 'POST']) {
      const heard = new Set<string>();
      for (const token of [newToken(), late, used, withdrawn, replaced]) {
        site.calls.length = 0;
        heard.add(`${await outside(site.address, `/reach/sign-in/${token}`, OWN, method)} ${site.calls.join()}`);
      }
      expect([...heard]).toEqual([expect.stringMatching(/^\[303,.*"location":"\/reach\/sign-in\/\?again=link".* hasLink$/)]);
    }
  });

  test('is not used up by programs that look at it, and opens with the button', async () => {
    const site = await accessSite();
    const token = await site.link();
    for (const method of ['GET', 'HEAD', 'GET']) expect((await site.ask(`/reach/sign-in/${token}`, {}, method)).status).toBe(200);
    const page = (await site.ask(`/reach/sign-in/${token}`)).text;
    expect(page).toContain('<form method="post"><button');
    expect(page).not.toContain(token);
    const answer = await site.press(token);
    expect([answer.status, answer.headers.location]).toEqual([303, '/reach/']);
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/^rostrum_reach=[\w-]{43}; Path=\/reach\/; Max-Age=43200; HttpOnly; SameSite=Lax$/)]);
    const inside = await site.ask('/reach/', { Cookie: cookieOf(answer) });
    expect(inside.text).toBe(`SECRET FIGURES for {"mailbox":"${AMINA}","name":"Amina Osman"} by GET`);
    expect(inside.headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
  });

  test('opens for one alone of twenty who press at the same moment', async () => {
    const site = await accessSite();
    const token = await site.link();
    const answers = await Promise.all(Array.from({ length: 20 }, () => site.press(token)));
    expect(answers.map(({ headers }) => headers.location).sort()).toEqual(['/reach/', ...Array<string>(19).fill('/reach/sign-in/?again=link')]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['on a page of another site', { 'Sec-Fetch-Site': 'cross-site' }, 'elsewhere'], ['on a page of a sister site', { 'Sec-Fetch-Site': 'same-site' }, 'elsewhere'], ['on a page of another site, as an old browser tells,', { Origin: 'https://elsewhere.example' }, 'elsewhere'],
    ['nobody knows where', {}, 'elsewhere'], ['on a page that keeps quiet', { Origin: 'null' }, 'elsewhere'],
  ])('whose button was pressed %s opens nothing, and is not used up', async (_, headers, word) => {
    const site = await accessSite();
    const token = await site.link();
    expect((await site.press(token, headers)).headers.location).toBe(`/reach/sign-in/?again=${word}`);
    expect((await site.press(token, { Origin: site.address })).headers.location).toBe('/reach/');
  });

  test('cannot be tried for ever: after sixty in ten minutes the network waits, and others do not', async () => {
    const site = await accessSite({ room: { trustProxy: 1 } });
    const token = await site.link();
    const from = (address: string) => ({ ...OWN, 'X-Forwarded-For': address });
    for (let tries = 0; tries < 60; tries++) await site.press(newToken(), from('203.0.113.7'));
    site.calls.length = 0;
    expect((await site.press(token, from('203.0.113.7'))).headers.location).toBe('/reach/sign-in/?again=later');
    expect(site.calls).toEqual([]);
    expect((await site.press(token, from('203.0.113.8'))).headers.location).toBe('/reach/');
    site.clock.now += 600_000;
    expect((await site.press(await site.link(), from('203.0.113.7'))).headers.location).toBe('/reach/');
  });
});

describe('a session', () => {
  test('lasts twelve hours after the last visit, and two weeks at most', async () => {
    const site = await accessSite();
    const Cookie = await site.enter();
    const visit = async () => {
      const answer = await site.ask('/reach/', { Cookie });
      // Behind what the visit itself wrote.
      await site.book.end('nobody');
      return answer;
    };
    site.clock.now += HOUR / 2;
    expect((await visit()).headers['set-cookie']).toBeUndefined();
    site.clock.now += 11 * HOUR;
    expect((await visit()).headers['set-cookie']).toEqual([expect.stringMatching(/Max-Age=43200;/)]);
    for (let visits = 0; visits < 26; visits++) {
      site.clock.now += 12 * HOUR - 1;
      expect((await visit()).status).toBe(200);
    }
    site.clock.now = NOW + (14 * 24 - 1) * HOUR;
    expect((await visit()).status).toBe(200);
    site.clock.now = NOW + 14 * 24 * HOUR;
    expect((await visit()).status).toBe(303);
    const another = await site.enter();
    site.clock.now += 12 * HOUR;
    expect((await site.ask('/reach/', { Cookie: another })).status).toBe(303);
  });

  test('ends with the button, and nobody else can end it', async () => {
    const site = await accessSite();
    const [mine, theirs] = [await site.enter(), await site.enter('kemal@havenlicht.example')];
    await site.ask('/reach/sign-out/', { ...OWN, Cookie: `rostrum_reach=${newToken()}` }, 'POST');
    await site.ask('/reach/sign-out/', { 'Sec-Fetch-Site': 'cross-site', Cookie: mine }, 'POST');
    await site.ask('/reach/sign-out/', { Cookie: mine }, 'GET');
    await site.ask('/reach/sign-out/', { ...OWN, Cookie: theirs }, 'POST');
    expect((await site.ask('/reach/', { Cookie: theirs })).status).toBe(303);
    expect((await site.ask('/reach/', { Cookie: mine })).status).toBe(200);
    const out = await site.ask('/reach/sign-out/', { ...OWN, Cookie: mine }, 'POST');
    expect([out.status, out.headers.location, out.headers['set-cookie']]).toEqual([303, '/reach/sign-in/?again=out', ['rostrum_reach=; Path=/reach/; Max-Age=0; HttpOnly; SameSite=Lax']]);
    expect((await site.ask('/reach/', { Cookie: mine })).status).toBe(303);
  });

  test('changes nothing when another site sends a form behind the door', async () => {
    const site = await accessSite();
    const Cookie = await site.enter();
    expect((await site.ask('/reach/targets/', { Cookie, 'Sec-Fetch-Site': 'cross-site' }, 'POST')).status).toBe(303);
    expect((await site.ask('/reach/targets/', { Cookie, ...OWN }, 'POST')).text).toMatch(/by POST$/);
  });

  test('over https is a cookie that only https sends, and the plain one is not taken there', async () => {
    const site = await accessSite({ room: { trustProxy: 1 } });
    const https = { 'X-Forwarded-Proto': 'https' };
    const answer = await site.press(await site.link(), { ...OWN, ...https });
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/^__Secure-rostrum_reach=[\w-]{43}; Path=\/reach\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/)]);
    const Cookie = cookieOf(answer);
    expect((await site.ask('/reach/', { ...https, Cookie })).status).toBe(200);
    expect((await site.ask('/reach/', { ...https, Cookie: Cookie.replace('__Secure-', '') })).status).toBe(303);
    expect((await site.ask('/reach/', { Cookie })).status).toBe(303);
  });

  test('ends at once when it is revoked, and with what nobody made behind the door there is no page', async () => {
    const site = await accessSite();
    const Cookie = await site.enter();
    expect((await site.ask('/reach/sign-in/', { Cookie })).headers.location).toBe('/reach/');
    expect((await site.ask('/reach', { Cookie })).headers.location).toBe('/reach/');
    await site.book.revoke(AMINA);
    expect((await site.ask('/reach/', { Cookie })).status).toBe(303);
  });

  test('cannot be judged while the store is away: nobody gets in, and the reason names nobody', async () => {
    const site = await accessSite();
    const Cookie = await site.enter();
    const broken = await accessSite({ room: { book: { ...site.book, session: () => Promise.reject(new StoreFault('The disk is full.')) } } });
    const answer = await broken.ask('/reach/', { Cookie });
    expect([answer.status, answer.headers['cache-control']]).toEqual([503, 'private, no-store']);
    expect((await broken.ask('/reach/')).status).toBe(303);
    expect(broken.log).toEqual([]);
  });

  test('is not cut short by a store that can be read but not written', async () => {
    const site = await accessSite();
    const Cookie = await site.enter();
    site.clock.now += 6 * HOUR;
    const full = await accessSite({ room: { book: { ...site.book, extend: () => Promise.reject(new StoreFault('The disk is full.')) }, now: () => site.clock.now } });
    expect((await full.ask('/reach/', { Cookie })).status).toBe(200);
  });

  test('outlives a restart, and holds at two servers on one database, where it is revoked for both', { timeout: 120_000 }, async () => {
    const server = await startPostgres();
    try {
      const env = { DATABASE_URL: await server.database() };
      const [one, two] = [await accessSite({ env }), await accessSite({ env })];
      const token = await one.link();
      const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? one : two).press(token)));
      const entered = answers.filter(({ headers }) => headers.location === '/reach/');
      expect(entered).toHaveLength(1);
      const Cookie = cookieOf(entered[0]!);
      expect([(await one.ask('/reach/', { Cookie })).status, (await two.ask('/reach/', { Cookie })).status]).toEqual([200, 200]);
      await one.close();
      const restarted = await accessSite({ env });
      expect((await restarted.ask('/reach/', { Cookie })).status).toBe(200);
      await restarted.book.revoke(AMINA);
      expect((await two.ask('/reach/', { Cookie })).status).toBe(303);
    } finally {
      await server.end();
    }
  });
});

describe('the door', () => {
  test.each([['nl', 'ltr', 'Zo komt u binnen'], ['ar', 'rtl', 'كيف تدخل']])('speaks %s, without a script', async (lang, dir, words) => {
    const site = await accessSite();
    for (const [path, headers] of [[`/reach/sign-in/?lang=${lang}`, {}], ['/reach/sign-in/', { 'Accept-Language': lang }]] as const) {
      const { status, text, headers: sent } = await site.ask(path, headers);
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${lang}" dir="${dir}">`);
      expect(text).toContain(words);
      expect(text).not.toMatch(/<script|Google|\/reach\/google/);
      expect(sent['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/);
      expect(sent).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
    }
  });

  test.each(['link', 'google', 'elsewhere', 'later', 'out'])('says in a sentence why somebody was sent back (%s), and takes no words of others', async (word) => {
    const site = await accessSite();
    const plainly = (await site.ask('/reach/sign-in/?lang=nl')).text;
    const told = (await site.ask(`/reach/sign-in/?again=${word}&lang=nl`)).text;
    expect(told).toContain('class="door-word');
    expect(told.replace(/<section class="door-word.*?<\/section>/, '')).toBe(plainly);
    expect((await site.ask('/reach/sign-in/?lang=nl&again=<b>x')).text).toBe(plainly);
    expect((await site.ask('/reach/sign-in/?lang=nl&again=constructor')).text).toBe(plainly);
  });
});

/** Node sends no signs beyond ASCII. */
const encodeUnsafe = (path: string) => path.replace(/[^\x21-\x7e]/g, encodeURIComponent).replace(/#.*/, '');

import { describe, expect, onTestFinished, test } from 'vitest';
import { googleSignIn } from '../../integrations/google/google-sign-in.ts';
import type { SignIn } from '../../integrations/google/stand-in/accounts.ts';
import { startStandIn, type StandIn } from '../../integrations/google/stand-in/stand-in.ts';
import { accessSite, AMINA, cookieOf } from './access-site.ts';
import type { Answer } from './asking.ts';

/** A site where people may sign in with Google, somebody who was invited, and Google's stand-in. */
async function desk(signsIn: Partial<SignIn> = {}, env: Record<string, string> = {}) {
  const google = await startStandIn();
  onTestFinished(() => google.close());
  google.accounts.signIn = { email: AMINA, verified: true, ...signsIn };
  const said: string[] = [];
  const door = googleSignIn({ GOOGLE_APIS_URL: google.apis, GOOGLE_OAUTH_CLIENT_ID: google.accounts.client.id, GOOGLE_OAUTH_CLIENT_SECRET: google.accounts.client.secret, ...env }, (line) => said.push(line));
  const site = await accessSite({ room: { google: door } });
  await site.link();
  site.calls.length = 0;
  /** Goes to Google and back as a browser does, up to the address that Google sends it to. */
  const begin = async () => {
    const start = await site.ask('/reach/google/');
    const there = await fetch(start.headers.location!, { redirect: 'manual' });
    return { start, there, cookie: cookieOf(start), back: new URL(there.headers.get('location') ?? 'http://nowhere/') };
  };
  const comeBack = (back: URL, cookie: string) => site.ask(`${back.pathname}${back.search}`, cookie ? { Cookie: cookie } : {});
  return { google, site, said, begin, comeBack };
}

const REFUSED = '/reach/sign-in/?again=google';
const notIn = ({ status, headers }: Answer) => {
  expect([status, headers.location]).toEqual([303, REFUSED]);
  expect(headers['set-cookie']).toEqual([expect.stringMatching(/^rostrum_google=; Path=\/reach\/google\/; Max-Age=0;/)]);
};

describe('an invited director', () => {
  test.each([AMINA, 'Amina@Havenlicht.example'])('signs in as %s, and the way there gives nothing away', async (email) => {
    const { site, begin, comeBack } = await desk({ email });
    const { start, cookie, back } = await begin();
    expect(start.headers['set-cookie']).toEqual([expect.stringMatching(/^rostrum_google=[\w-]{43}; Path=\/reach\/google\/; Max-Age=600; HttpOnly; SameSite=Lax$/)]);
    const asked = new URL(start.headers.location!).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', scope: 'openid email', code_challenge_method: 'S256', redirect_uri: `${site.address}/reach/google/callback/` });
    // Who sees the address in between learns nothing of what only this browser has.
    expect(start.headers.location).not.toContain(cookie.split('=')[1]);
    const answer = await comeBack(back, cookie);
    expect([answer.status, answer.headers.location]).toEqual([303, '/reach/']);
    expect((await site.ask('/reach/', { Cookie: cookieOf(answer) })).text).toContain(AMINA);
    expect((await site.ask('/reach/sign-in/?lang=nl')).text).toContain('href="/reach/google/"');
    await site.book.revoke(AMINA);
    expect((await site.ask('/reach/', { Cookie: cookieOf(answer) })).status).toBe(303);
  });

  test('is told nothing more when Google is away, and the log names nobody', async () => {
    const { google, site, said, begin, comeBack } = await desk();
    const { cookie, back } = await begin();
    google.faults.rules = [{ at: 'api', fault: 'refused' }];
    notIn(await comeBack(back, cookie));
    expect([...said, ...site.log].join()).toMatch(/^Signing in with Google failed \(answer 400\)\./);
    expect([...said, ...site.log].join()).not.toMatch(/amina|eyJ/i);
  });
});

describe('nobody gets in', () => {
  test.each<[string, Partial<SignIn>]>([
    ['who was not invited', { email: 'stranger@elsewhere.example' }], ['whose address Google did not verify', { verified: false }], ['whose address is none', { email: 'amina' }],
    ['with a token for another site', { claims: { aud: 'another.apps.googleusercontent.com' } }], ['with a token of another sign-in', { claims: { nonce: 'another' } }], ['with a token without a nonce', { claims: { nonce: undefined } }],
    ['with a token of somebody else than Google', { claims: { iss: 'https://accounts.elsewhere.example' } }], ['with a token that has ended', { claims: { iat: 1, exp: 2 } }], ['with a token that another signed', { forged: true }],
    ['with a word instead of true', { claims: { email_verified: 'true' } }], ['with a token that names no address', { claims: { email: undefined } }], ['who pressed “Cancel” at Google', { denies: true }],
  ])('%s', async (_, signsIn) => {
    const { site, said, begin, comeBack } = await desk(signsIn);
    const { cookie, back } = await begin();
    notIn(await comeBack(back, cookie));
    expect(site.calls).not.toContain('open');
    expect([...said, ...site.log].join()).not.toMatch(/amina|stranger|eyJ/i);
  });

  test('with another state, without the cookie, with the cookie of another browser, or with a code that was used', async () => {
    const { google, begin, comeBack } = await desk();
    const [one, two] = [await begin(), await begin()];
    const changed = new URL(one.back);
    changed.searchParams.set('state', two.back.searchParams.get('state')!);
    notIn(await comeBack(changed, one.cookie));
    notIn(await comeBack(one.back, ''));
    notIn(await comeBack(one.back, two.cookie));
    expect(tradesAt(google)).toBe(0);
    expect((await comeBack(one.back, one.cookie)).headers.location).toBe('/reach/');
    // The same again, and its code with a sign-in of its own.
    notIn(await comeBack(one.back, one.cookie));
    const replayed = new URL(two.back);
    replayed.searchParams.set('code', one.back.searchParams.get('code')!);
    notIn(await comeBack(replayed, two.cookie));
    expect(tradesAt(google)).toBe(2);
  });

  test('with a code that another browser got for its own sign-in', async () => {
    const { begin, comeBack } = await desk();
    const [mine, theirs] = [await begin(), await begin()];
    const mixed = new URL(mine.back);
    mixed.searchParams.set('code', theirs.back.searchParams.get('code')!);
    notIn(await comeBack(mixed, mine.cookie));
  });

  test('ten minutes after the beginning', async () => {
    const { site, begin, comeBack } = await desk();
    const { cookie, back } = await begin();
    site.clock.now += 600_000;
    notIn(await comeBack(back, cookie));
  });

  test('twice at the same moment', async () => {
    const { begin, comeBack } = await desk();
    const { cookie, back } = await begin();
    const answers = await Promise.all([1, 2, 3, 4].map(() => comeBack(back, cookie)));
    expect(answers.filter(({ headers }) => headers.location === '/reach/')).toHaveLength(1);
  });

  test('and whether an address is invited shows neither in the answer nor in the work', async () => {
    const answers = new Set<string>();
    for (const signsIn of [{ email: 'stranger@elsewhere.example' }, { verified: false }, { email: 'stranger@elsewhere.example', verified: false }]) {
      const { site, begin, comeBack } = await desk(signsIn);
      const { cookie, back } = await begin();
      const { status, headers, text } = await comeBack(back, cookie);
      answers.add(JSON.stringify([status, { ...headers, date: '' }, text, site.calls]));
    }
    expect([...answers]).toEqual([expect.stringContaining('["begin","finish","person"]')]);
  });
});

test('half a setting is refused in a sentence that does not repeat it', () => {
  expect(() => googleSignIn({ GOOGLE_OAUTH_CLIENT_SECRET: 's3cret' })).toThrow(/GOOGLE_OAUTH_CLIENT_ID is missing/);
  expect(() => googleSignIn({ GOOGLE_OAUTH_CLIENT_ID: 'x y', GOOGLE_OAUTH_CLIENT_SECRET: 's3cret' })).toThrow(/holds blanks/);
  expect(googleSignIn({})).toBeUndefined();
});

test('whoever works with the stand-in says who signs in', async () => {
  const { google, begin } = await desk();
  const put = async (body: unknown) => (await fetch(`${google.apis}/stand-in/sign-in`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).status;
  expect(await put({ email: 7 })).toBe(400);
  expect(await put({ email: 'kemal@havenlicht.example', denies: true })).toBe(200);
  expect((await begin()).back.searchParams.get('error')).toBe('access_denied');
});

describe('the stand-in refuses what Google refuses', () => {
  test.each([['client_id', 'x'], ['redirect_uri', 'nowhere'], ['response_type', 'token'], ['scope', 'email'], ['code_challenge_method', 'plain'], ['code_challenge', 'short'], ['nonce', '']])('a sign-in with another %s', async (name, value) => {
    const { google, site } = await desk();
    const address = new URL((await site.ask('/reach/google/')).headers.location!);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(302);
    address.searchParams.set(name, value);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(400);
    expect(google.asked.length).toBe(2);
  });

  test('a code with another secret, verifier or address', async () => {
    const { google, begin } = await desk();
    const trade = async (change: Record<string, string>) => {
      const { back } = await begin();
      const { id, secret } = google.accounts.client;
      return (await fetch(`${google.apis}/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', client_id: id, client_secret: secret, code: back.searchParams.get('code')!, redirect_uri: back.origin + back.pathname, code_verifier: 'x'.repeat(43), ...change }) })).status;
    };
    expect([await trade({}), await trade({ client_secret: 'x' }), await trade({ redirect_uri: 'http://x/' }), await trade({ grant_type: 'password' })]).toEqual([400, 401, 400, 400]);
  });
});

const tradesAt = ({ asked }: StandIn) => asked.filter((request) => request === 'POST /token').length;

import { expect, test } from 'vitest';
import { invite } from '../../integrations/commands/invite.ts';
import { revoke } from '../../integrations/commands/revoke.ts';
import { rootDoubt, siteRoot } from '../../integrations/web/site-root.ts';
import { StoreFault } from '../../integrations/store/ledger.ts';
import { accessSite, AMINA, cookieOf, NOW } from './access-site.ts';

async function desk() {
  const site = await accessSite();
  const said: string[] = [];
  const open = async () => ({ book: site.book, now: () => site.clock.now, root: site.address, close: async () => {} });
  const print = (line: string) => void said.push(line);
  return { site, said, invite: (...args: string[]) => invite(args, open, print), revoke: (...args: string[]) => revoke(args, open, print) };
}

const tokenIn = (text: string) => /\/reach\/sign-in\/([\w-]{43})$/m.exec(text)![1]!;

test('an invited person gets a link, signs in with it, is listed, and is shut out again', async () => {
  const { site, said, ...run } = await desk();
  expect(await run.invite('--list')).toBe(0);
  expect(said).toEqual(['Nobody is invited yet. “npm run invite -- <email>” lets somebody in.']);
  expect(await run.invite('Amina@Havenlicht.example', '--name', 'Amina\n\u202eOsman')).toBe(0);
  expect(said[1]).toMatch(new RegExp(`^${AMINA} may see ${site.address}/reach/\\. .*once, within seven days:\\n\\n  ${site.address}/reach/sign-in/[\\w-]{43}\\n$`));
  await run.invite('--list');
  expect(said[2]).toBe(`${AMINA} · Amina Osman · invited 2026-11-23 · link waits until 2026-11-30`);
  const Cookie = cookieOf(await site.press(tokenIn(said[1]!)));
  await run.invite('--list');
  expect(said[3]).toBe(`${AMINA} · Amina Osman · invited 2026-11-23 · signed in on 1 device`);
  await run.invite(AMINA);
  expect(await run.revoke(AMINA)).toBe(0);
  expect(said[5]).toBe(`${AMINA} cannot see /reach/ any more: 1 session ended, a link that waited was withdrawn.`);
  expect((await site.ask('/reach/', { Cookie })).status).toBe(303);
  expect((await site.press(tokenIn(said[4]!))).headers.location).toBe('/reach/sign-in/?again=link');
  expect(site.clock.now).toBe(NOW);
});

test('the link of the console is revoked by its own word', async () => {
  const { said, ...run } = await desk();
  expect(await run.revoke('--console')).toBe(0);
  expect(said).toEqual(['The link on the console opens nothing any more.']);
});

test.each<['invite' | 'revoke', string[], RegExp, number]>([
  ['invite', [], /^Say whom: an e-mail address\.\n\nnpm run invite/, 2], ['invite', ['amina'], /^“amina” is no e-mail address\. Write it like/, 2], ['invite', ['a@x.example', 'b@x.example'], /^One address at a time/, 2],
  ['invite', ['--list', 'a@x.example'], /^Write either --list or an address/, 2], ['invite', ['--all'], /^There is no option “--all” here/, 2], ['revoke', [], /^Say whom/, 2], ['revoke', ['nobody@x.example'], /^nobody@x\.example is not invited\. “npm run invite -- --list” shows who is\.$/, 1],
  ['revoke', ['--console', 'a@x.example'], /^Write either --console or an address/, 2],
])('%s %j', async (command, args, words, exitCode) => {
  const run = await desk();
  await expect(run[command](...args)).rejects.toMatchObject({ name: 'Refusal', exitCode, message: expect.stringMatching(words) as string });
});

test('a store that cannot be used is told in a sentence', async () => {
  const { site } = await desk();
  const book = { ...site.book, people: () => Promise.reject(new StoreFault('The disk of the store is full.')) };
  await expect(invite(['--list'], async () => ({ book, now: () => NOW, root: '', close: async () => {} }))).rejects.toMatchObject({ exitCode: 2, message: 'The disk of the store is full.' });
});

test('where nothing says how the site is reached, the link comes with what is to be known of it', async () => {
  const { site, said } = await desk();
  const open = async () => ({ book: site.book, now: () => NOW, root: siteRoot({}), unsure: rootDoubt({}), close: async () => {} });
  await invite([AMINA], open, (line) => void said.push(line));
  expect(said[0]).toContain('http://127.0.0.1:4321/reach/sign-in/');
  expect(said[1]).toBe('This is the address of a server on port 4321 of this machine. If yours is reached elsewhere, set PORT or SITE_URL as for the server, and invite again.');
});

test.each([[{ PORT: '8080' }], [{ SITE_URL: 'https://havenlicht.example' }]])('with %j there is no doubt about it', (env) => {
  expect(rootDoubt(env)).toBeUndefined();
});

test.each([[{}, 'http://127.0.0.1:4321'], [{ HOST: '0.0.0.0', PORT: '80' }, 'http://127.0.0.1:80'], [{ HOST: '::1' }, 'http://[::1]:4321'], [{ SITE_URL: 'https://havenlicht.example/' }, 'https://havenlicht.example']])('with %j, links begin with %s', (env, root) => {
  expect(siteRoot(env)).toBe(root);
});

test.each([[{ SITE_URL: 'havenlicht.example' }, /^SITE_URL is “havenlicht\.example”/], [{ PORT: 'x' }, /^PORT is “x”/]])('%j is refused in a sentence', (env, words) => {
  expect(() => siteRoot(env)).toThrow(words);
});

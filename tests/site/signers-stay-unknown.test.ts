import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { copyProject, NOW, type ProjectCopy } from '../workbench.ts';
import { everythingSaidIn, filesThatSay } from './all-words.ts';

/** What nobody but the ledger may know; each word occurs nowhere else. */
const SECRET = ['Zwanehild', 'zwanehild.canary', 'Kanariewoude'];
const SIGNED = { name: 'Zwanehild Canary', email: 'zwanehild.canary@example.org', place: 'Kanariewoude', consent: 'yes', lang: 'nl' };

let copy: ProjectCopy;
let server: ChildProcess;
let address: string;
let said = '';
/** Every answer that the server gave, headers included. */
const answers: string[] = [];
let count: number;

beforeAll(async () => {
  copy = await copyProject({ pictures: inject('site').pictures });
  const { DATABASE_URL: _, ...inherited } = process.env;
  server = spawn(process.execPath, ['integrations/commands/rostrum.mjs', 'start'], { cwd: copy.root, env: { ...inherited, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ROSTRUM_NOW: NOW, PORT: '0', RELAY: 'off' }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [server.stdout!, server.stderr!]) stream.setEncoding('utf8').on('data', (part: string) => (said += part));
  address = await vi.waitFor(() => /Your site: (http:\S+)/.exec(said)![1]!, { timeout: 200_000, interval: 200 });
  for (const [fields, accept] of [
    [SIGNED, 'text/html'], [SIGNED, 'text/html'], [{ ...SIGNED, email: 'zwanehild.canary+2@example.org' }, 'application/json'],
    // Mistakes come back with what was typed, to the one who typed it, and are kept by nobody.
    [{ ...SIGNED, consent: '' }, 'text/html'], [{ ...SIGNED, name: '=Zwanehild()' }, 'application/json'],
  ] as const) {
    const answer = await fetch(`${address}/petitions/decide-within-the-term/sign`, { method: 'POST', redirect: 'manual', headers: { Accept: accept, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields) });
    answers.push(`${answer.status} ${[...answer.headers].join('\n')}`);
    await answer.arrayBuffer();
  }
  count = ((await (await fetch(`${address}/petitions/decide-within-the-term/count.json`)).json()) as { count: number }).count;
  answers.push(await (await fetch(`${address}/healthz`)).text());
  const rebuilt = await copy.build();
  said += rebuilt.said;
  expect(rebuilt.code, rebuilt.said).toBe(0);
  server.kill('SIGTERM');
  await once(server, 'exit');
});
afterAll(() => copy.discard());

describe('Who signed', () => {
  test('is counted, and the newest pages say how many', async () => {
    expect(answers.slice(0, 5).map((answer) => answer.slice(0, 3))).toEqual(['303', '303', '202', '422', '422']);
    expect(count).toBeGreaterThan(0);
    expect(JSON.parse(await copy.read('dist/client/petitions/decide-within-the-term/count.json'))).toMatchObject({ count });
  });

  test('stands in no file of the site, packed or not', () => {
    const released = everythingSaidIn(join(copy.root, 'dist/'));
    expect(released.length).toBeGreaterThan(500);
    for (const word of SECRET) expect(filesThatSay(released, word), word).toEqual([]);
  });

  test('stands in nothing that was printed, and in no address or header of an answer', () => {
    expect(said).toContain('Your site:');
    for (const word of SECRET) expect([said, ...answers].filter((text) => text.toLowerCase().includes(word.toLowerCase())), word).toEqual([]);
  });

  test('stands in the ledger’s own file and in no other one of the project', () => {
    const files = readdirSync(copy.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules')).map((entry) => join(entry.parentPath, entry.name));
    const knowing = files.filter((file) => SECRET.some((word) => readFileSync(file).includes(word))).map((file) => relative(copy.root, file));
    expect(knowing.length).toBeGreaterThan(0);
    expect(knowing.filter((file) => !file.startsWith('.data/store/'))).toEqual([]);
  });
});

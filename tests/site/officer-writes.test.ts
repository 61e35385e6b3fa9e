import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundNewsroom, pressFile } from '../own-newsroom.ts';
import { copyProject, NOW, type ProjectCopy } from '../workbench.ts';

let copy: ProjectCopy;
let writing: ChildProcess;
let address: string;
let said = '';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** The page once it holds what is waited for; after 20 seconds as it is then. */
async function pageWith(path: string, words: string): Promise<string> {
  let page = '';
  for (let tries = 0; tries < 100 && !page.includes(words); tries++) {
    page = await fetch(address + path).then((answer) => answer.text()).catch(() => '');
    if (!page.includes(words)) await wait(200);
  }
  return page;
}

beforeAll(async () => {
  copy = await copyProject({ content: 'none' });
  await foundNewsroom(copy);
  await copy.write('content/press/secret-report/index.nl.md', pressFile({ title: 'A report under embargo', embargo: '2030-01-01T09:00:00+01:00' }));
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  // The test runner's own settings would tell the writing desk that it is under test, and it would not watch.
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, PORT: String(port), ROSTRUM_NOW: NOW, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0' };
  writing = spawn(process.execPath, ['integrations/commands/rostrum.mjs', 'dev'], { cwd: copy.root, env });
  for (const stream of [writing.stdout!, writing.stderr!]) stream.setEncoding('utf8').on('data', (part: string) => (said += part));
  await pageWith('/nl/press/secret-report/', '</html>');
});
afterAll(async () => {
  writing.kill('SIGKILL');
  await copy.discard();
});

describe('An officer who writes', () => {
  test('sees what is under embargo, and that nobody else does', async () => {
    expect(await pageWith('/nl/press/secret-report/', 'A report under embargo')).toContain('notice-hidden');
  });

  test('sees a saved change at once', async () => {
    await copy.edit('content/press/secret-report/index.nl.md', (text) => text.replace('A report under embargo', 'A better title'));
    expect(await pageWith('/nl/press/secret-report/', 'A better title')).toContain('A better title</h1>');
  });

  test('sees a story that was not there when the writing began', async () => {
    await copy.write('content/press/brand-new/index.nl.md', pressFile({ title: 'Written this minute' }));
    expect(await pageWith('/nl/press/brand-new/', 'Written this minute')).toContain('Written this minute</h1>');
  });

  test('is told of a mistake, with file and line', async () => {
    await copy.write('content/press/wrong/index.nl.md', pressFile({ topics: ['wrok'] }));
    for (let tries = 0; tries < 100 && !said.includes('press/wrong'); tries++) await wait(200);
    expect(said).toMatch(/content\/press\/wrong\/index\.nl\.md, line \d+, topics/);
  });
});

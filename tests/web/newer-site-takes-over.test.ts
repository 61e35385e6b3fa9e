import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dial, hearAll, serve, site, until } from './asking.ts';
import { FILM, pointTo, projectFolder, writeRelease } from './release-folder.ts';

describe('a newer site takes the place of the old one', () => {
  test('while two hundred people read, not one of them notices', async () => {
    const { ask, root, log } = await site({ word: 'first' });
    let asking = true;
    const answers: { status: number; whole: boolean }[] = [];
    const readers = Array.from({ length: 200 }, async (_, reader) => {
      while (asking) {
        const { status, text } = await ask(['/nl/', '/ar/', '/nl/press/brug/'][reader % 3]!);
        answers.push({ status, whole: /De brug|first|second|third/.test(text) });
      }
    });
    for (const word of ['second', 'third']) {
      await writeRelease(root, word);
      await until(async () => (await ask('/nl/')).text.includes(word));
    }
    await rm(join(root, '.releases/one'), { recursive: true });
    asking = false;
    await Promise.all(readers);
    expect(answers.length).toBeGreaterThan(200);
    expect(answers.filter(({ status, whole }) => status !== 200 || !whole)).toEqual([]);
    expect(log).toEqual([]);
  });

  test('also when the old one is cleared away before the server has looked', async () => {
    const { ask, root } = await site({}, { limits: { look: 600_000 } });
    await writeRelease(root, 'two');
    await rm(join(root, '.releases/one'), { recursive: true });
    expect((await ask('/nl/')).text).toContain('Voorpagina two');
  });

  test('and a film that somebody watches goes on to its end', async () => {
    const film = Buffer.alloc(12 * 1024 * 1024, FILM);
    const { ask, root, address } = await site({ files: { 'nl/film.mp4': film } });
    const socket = await dial(address);
    socket.write('GET /nl/film.mp4 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await new Promise((resolve) => socket.once('readable', resolve));
    await writeRelease(root, 'two');
    await until(async () => (await ask('/nl/')).text.includes('two'));
    await rm(join(root, '.releases/one'), { recursive: true });
    const heard = await hearAll(socket);
    expect(heard.length - heard.indexOf('\r\n\r\n') - 4).toBe(film.length);
  });

  test('but not when it is broken: one line says so and the old one stays', async () => {
    const { ask, root, log } = await site();
    const bare = JSON.stringify({ builtAt: '2026-11-23T10:00:00Z', nextChange: null, languages: ['nl'], redirects: {}, policies: {} });
    for (const [name, scribble, words] of [['bad', '{"builtAt":', 'is damaged'], ['worse', '{}', 'builtAt'], ['bare', bare, 'content policy'], ['void', 'null', 'builtAt']] as const) {
      log.length = 0;
      await writeRelease(root, name, { scribble });
      await until(() => log.length > 0);
      expect(log[0]).toMatch(new RegExp(`^The newest build cannot be served: .*${words}.*The one before it stays\\.$`));
    }
    await pointTo(root, 'gone');
    expect((await ask('/nl/')).text).toContain('Voorpagina one');
    expect(log).toHaveLength(1);
  });

  test('a build without front pages is refused', async () => {
    const { ask, root, log } = await site();
    await writeRelease(root, 'two', { facts: { languages: ['nl', 'tr'] } });
    await until(() => log.some((line) => line.includes('client/tr/index.html is missing')));
    expect((await ask('/nl/')).text).toContain('Voorpagina one');
    await writeRelease(root, 'three');
    await until(async () => (await ask('/nl/')).text.includes('three'));
  });

  test.each([['that does not load', 'syntax error'], ['without a handler', 'export const x = 1']])('a program %s takes nothing but its own pages away', async (_, entry) => {
    const { ask, root, log } = await site();
    await writeRelease(root, 'two', { entry });
    await until(async () => (await ask('/nl/')).text.includes('Voorpagina two'));
    expect((await ask('/made-on-request/')).status).toBe(500);
    expect(log.at(-1)).toMatch(/^An answer failed: Error/);
    expect((await ask('/nl/')).status).toBe(200);
  });

  test('without any site the server says that it is not ready, until there is one', async () => {
    const root = await projectFolder();
    const { ask } = await serve(root);
    const health = await ask('/healthz');
    expect([health.status, JSON.parse(health.text)]).toEqual([503, { ok: false, reason: 'No site was built yet; run npm run build.' }]);
    const page = await ask('/nl/');
    expect([page.status, page.headers['retry-after'], page.headers['cache-control']]).toEqual([503, '30', 'no-store']);
    await writeRelease(root, 'one');
    await until(async () => (await ask('/healthz')).status === 200);
    expect((await ask('/nl/')).status).toBe(200);
  });

  test('a site that was refused from the start is named as the reason', async () => {
    const { ask } = await site({ facts: { languages: [] } });
    expect(JSON.parse((await ask('/healthz')).text)).toMatchObject({ ok: false, reason: expect.stringContaining('server/site.json names no languages') });
  });
});

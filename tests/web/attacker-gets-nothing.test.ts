import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dial, hearAll, serve, shout, plainSite, site } from './asking.ts';
import { projectFolder, writeRelease } from './release-folder.ts';

const statusOf = (answer: string) => Number(answer.slice(9, 12));
const plainly = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;

describe('nothing outside the site can be had', () => {
  test.each([
    '/../server/site.json', '/nl/../../server/site.json', '/%2e%2e/server/site.json', '/nl/%2e%2e/%2e%2e/server/site.json', '/..%2fserver/site.json', '/..%5cserver%5csite.json',
    '/..\\server\\site.json', '/%252e%252e/server/site.json', '//etc/passwd', '/nl//', '/nl/./', '/.hidden', '/nl/%00', '/nl/\u00ff/', '/nl%2fpress%2fbrug%2f', '/index.html/../../server/site.json', '/server/site.json', '/nl/index.html/', '/constructor', '/__proto__/',
  ])('%s', async (path) => {
    const { address } = await plainSite();
    const answer = await shout(address, plainly(path));
    expect([400, 404]).toContain(statusOf(answer));
    expect(answer).not.toMatch(/builtAt|root:|secret/);
  });

  test.each(['//evil.example', '//evil.example/', '//evil.example/..', '/\\evil.example', '/%2f%2fevil.example', '//evil.example/nl', 'https://evil.example', '/%0d%0aLocation:%20x', '//nl'])('%s never leads to another site', async (path) => {
    const { address } = await plainSite();
    const answer = await shout(address, plainly(path));
    expect(answer).not.toMatch(/^location:/im);
    expect([400, 404]).toContain(statusOf(answer));
  });

  test('a whole address leads to the same place here, whatever host it names', async () => {
    const { address } = await plainSite();
    expect(await shout(address, plainly('http://evil.example/nl'))).toMatch(/^location: \/nl\/\r$/im);
  });

  test('a link that leads out of the site is not followed', async () => {
    const root = await projectFolder();
    await writeFile(join(root, 'secret.txt'), 'secret');
    await writeRelease(root, 'one');
    await symlink(join(root, 'secret.txt'), join(root, '.releases/one/client/out.txt'));
    await symlink(root, join(root, '.releases/one/client/out'));
    const { ask } = await serve(root);
    expect([(await ask('/out.txt')).status, (await ask('/out/secret.txt')).status, (await ask('/.well-known/security.txt')).status]).toEqual([404, 404, 200]);
  });

  test.each([[{ '/nl/a/': '//evil.example/' }], [{ '/nl/a/': 'https://evil.example/' }], [{ '/nl/a/': '/\\evil.example' }], [{ '/nl/a/': '/x\r\ny' }], [{ '/nl/a/': '/nl/a/' }]])('a build that would send readers away is refused: %o', async (redirects) => {
    const { ask, log } = await site({ facts: { redirects } });
    expect((await ask('/nl/')).status).toBe(503);
    expect(log).toHaveLength(1);
    expect(log[0]).toContain('no other address of this site');
  });
});

describe('nobody can send what is not asked for', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is refused before its body is read', async (method) => {
    const { address } = await plainSite();
    for (const path of ['/nl/', '/', '/nl/none/', '/healthz', '/nl/press/oud/']) {
      const socket = await dial(address);
      const heard = hearAll(socket);
      socket.write(`${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n`);
      socket.once('data', () => socket.end());
      const answer = await heard;
      expect(statusOf(answer)).toBe(405);
      expect(answer).toMatch(/^allow: GET, HEAD\r$/im);
      expect(answer).toMatch(/^connection: close\r$/im);
    }
  });

  test('a body that is too long is refused with a reason that arrives, and the connection ends', async () => {
    const { address } = await plainSite();
    const answer = await shout(address, `GET /nl/ HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n${'x'.repeat(200000)}`);
    expect(statusOf(answer)).toBe(413);
    expect(answer).toMatch(/^connection: close\r$/im);
    expect(answer).toContain('</html>');
  });

  test('a second question hidden in a body is not answered', async () => {
    const { address } = await plainSite();
    const hidden = plainly('/nl/search/');
    const answer = await shout(address, `GET /nl/ HTTP/1.1\r\nHost: x\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(statusOf(await shout(address, 'GET /nl/ HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'))).toBe(400);
  });

  test('headers of 20 KB are refused in words', async () => {
    const { address } = await plainSite();
    const answer = await shout(address, `GET /nl/ HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(statusOf(answer)).toBe(431);
    expect(answer).toContain('Delete the cookies of this site');
    expect(answer).toContain('nosniff');
  });

  test('who never finishes a question is shown out', async () => {
    const { address } = await site({}, { limits: { headers: 50, request: 100, look: 10 } });
    expect(statusOf(await shout(address, 'GET /nl/ HTTP/1.1\r\nHost: x\r\nX-Slow: '))).toBe(408);
  });

  test.each(['nonsense\r\n\r\n', 'GET\r\n\r\n', 'GET /nl/ HTTP/1.1\r\nHost x\r\n\r\n', 'GET /nl/ HTTP/1.1\r\nConnection: close\r\n\r\n', '\x16\x03\x01\x02\x00\x01\x00'])('what is no question gets a plain refusal: %j', async (words) => {
    const { address, ask } = await plainSite();
    expect(statusOf(await shout(address, words))).toBe(400);
    expect((await ask('/nl/')).status).toBe(200);
  });

  test('questions in one breath are answered in their order', async () => {
    const { address } = await plainSite();
    const keep = (path: string) => plainly(path).replace('Connection: close\r\n', '');
    const answers = await shout(address, keep('/nl/') + keep('/media/film-1a2b.mp4') + keep('/none') + plainly('/nl/search/'));
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200']);
    expect(answers).toMatch(/Voorpagina[\s\S]+Niet gevonden[\s\S]+Zoeken/);
  });
});

describe('pages made on request', () => {
  const entry = `export const autostart = process.env.ASTRO_NODE_AUTOSTART;
    export async function handler(request, response, next) {
      if (request.url === '/made/') { response.setHeader('Content-Type', 'text/plain'); response.end(request.method + ' ' + (request.body ?? '') + ' ' + autostart); }
      else if (request.url === '/broken/?name=Sam') throw new Error('Sam was here');
      else next();
    }`;

  test('are asked for only where no file and no redirect is', async () => {
    const { ask } = await site({ entry });
    const made = await ask('/made/', {}, 'POST', 'name=Sam');
    expect([made.status, made.text, made.headers['x-frame-options'], made.headers['cache-control']]).toEqual([200, 'POST name=Sam disabled', 'DENY', 'no-store']);
    expect((await ask('/made/')).text).toBe('GET  disabled');
    expect((await ask('/nl/', {}, 'POST', 'x')).status).toBe(405);
    const lost = await ask('/nl/none/', { 'Accept-Encoding': 'br' });
    expect([lost.status, lost.headers['content-type'], lost.headers['cache-control']]).toEqual([404, 'text/html; charset=utf-8', 'no-store']);
  });

  test('take 16 KB and not a byte more, whether it was announced or not', async () => {
    const { ask, address } = await site({ entry });
    expect((await ask('/made/', {}, 'POST', 'x'.repeat(16 * 1024))).status).toBe(200);
    expect((await ask('/made/', {}, 'POST', 'x'.repeat(16 * 1024 + 1))).status).toBe(413);
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    const answer = await shout(address, `POST /made/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${chunk}0\r\n\r\n`);
    expect(statusOf(answer)).toBe(413);
    expect(answer).toMatch(/^connection: close\r$/im);
  });

  test('that fail leave one line without anything about the reader', async () => {
    const { ask, log } = await site({ entry });
    const { status, headers, text } = await ask('/broken/?name=Sam');
    expect([status, headers['cache-control']]).toEqual([500, 'no-store']);
    expect(text).toContain('It is our fault, not yours');
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(/^An answer failed: Error at \S+entry\.mjs:\d+:\d+$/);
    expect(log[0]).not.toMatch(/Sam|127\.0\.0\.1|\?/);
  });
});

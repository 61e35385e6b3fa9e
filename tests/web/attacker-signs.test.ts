import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientAddress } from '../../integrations/web/client-address.ts';
import { readForm } from '../../integrations/web/form-body.ts';
import { dial, hearAll, shout } from './asking.ts';
import { SAM, signingSite } from './signing-site.ts';

const statusOf = (answer: string) => Number(answer.slice(9, 12));

describe('what is sent instead of a signature is refused, and the way to sign is shown', () => {
  test.each([
    ['nothing at all', '', 422],
    ['ten megabytes', 'x'.repeat(10 * 1024 * 1024), 413],
    ['ten thousand fields', Array.from({ length: 10_000 }, (_, at) => `f${at}=1`).join('&'), 413],
    ['a hundred and one fields', Array.from({ length: 101 }, () => 'a=').join('&'), 413],
    ['half a percent sign', 'name=Sam%4', 400],
    ['bytes that are no letters', 'name=Sam%ff%fe', 400],
    ['half a letter', Buffer.from([0x6e, 0x3d, 0xc3]), 400],
    ['letters hidden in overlong bytes', 'name=%c0%bcscript%c0%be', 400],
  ])('%s', async (_, body, expected) => {
    const { sign, ledger, log } = await signingSite();
    const { status, text, headers } = await sign(body);
    expect([status, ledger.signatures.size, log]).toEqual([expected, 0, []]);
    expect(text).toContain('<form class="sign" method="post" action="/petitions/brug/sign"');
    expect(headers['x-frame-options']).toBe('DENY');
  });

  test('ten megabytes without saying so', async () => {
    const { address, ledger } = await signingSite();
    const socket = await dial(address);
    const heard = hearAll(socket);
    socket.on('error', () => {});
    socket.write('POST /petitions/brug/sign HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n');
    for (let at = 0; at < 160 && !socket.destroyed; at++) socket.write(`10000\r\n${'x'.repeat(0x10000)}\r\n`);
    expect(statusOf(await heard)).toBe(413);
    expect(ledger.signatures.size).toBe(0);
  });

  test.each(['text/plain', 'application/json', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded; charset=utf-16', ''])('a body of the kind “%s”', async (type) => {
    const { sign, ledger } = await signingSite();
    expect([(await sign(new URLSearchParams(SAM).toString(), { 'Content-Type': type })).status, ledger.signatures.size]).toEqual([415, 0]);
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s instead of POST', async (method) => {
    const { ask } = await signingSite();
    const { status, headers } = await ask('/petitions/brug/sign', {}, method);
    expect([status, headers.allow]).toEqual([405, 'POST']);
  });

  test('a field with the name of what every object has does nothing', async () => {
    const { sign, ledger } = await signingSite();
    expect((await sign(`__proto__=x&constructor=y&toString=z&lang=constructor&${new URLSearchParams({ name: SAM.name, email: SAM.email, consent: 'yes' }).toString()}`)).headers.location).toBe('/nl/petitions/brug/thanks/');
    expect(ledger.signatures.size).toBe(1);
  });

  test('other doors of a petition take nothing in', async () => {
    const { ask } = await signingSite();
    for (const path of ['/petitions/brug/count.json', '/petitions/brug/receipts/00.json']) expect((await ask(path, {}, 'POST', 'x')).status).toBe(405);
    for (const path of ['/petitions/', '/petitions/brug/', '/petitions/brug/signs', '/petitions/../brug/sign', '/petitions/brug/receipts/0.json', '/petitions/brug/receipts/../count.json']) expect((await ask(path)).status).toBe(404);
  });
});

test('whoever sends another kind of body and asks for data is told in data what is wrong', async () => {
  const { sign, ledger } = await signingSite();
  for (const type of ['application/json', 'multipart/form-data; boundary=x']) {
    const { status, headers, text } = await sign(JSON.stringify(SAM), { 'Content-Type': type, Accept: 'application/json' });
    const wanted = 'application/x-www-form-urlencoded';
    expect([status, headers['content-type'], headers['accept-post'], JSON.parse(text)]).toEqual([415, 'application/json; charset=utf-8', wanted, { error: expect.stringMatching(/^Wat werd verstuurd, was niet te lezen\./) as string, send: wanted }]);
  }
  expect(ledger.signatures.size).toBe(0);
});

test.each(['zzzz', '', '0A1B2C3D', '12345678x', '<b>', 'x'.repeat(5000)])('a signature with the version “%.12s” is kept for the text that is on the page now', async (version) => {
  const { sign, ledger } = await signingSite();
  expect((await sign({ ...SAM, version })).status).toBe(303);
  expect([...ledger.signatures.values()].map((kept) => kept.version)).toEqual(['1a2b3c4d']);
});

describe('pages of other sites cannot sign in the name of their visitors', () => {
  test.each([
    ['the browser says that another site sent it', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    ['another site hides where it is', { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' }],
    ['an older browser names another site', { Host: 'havenlicht.example', Origin: 'https://evil.example' }],
    ['an older browser names another site, and a proxy or a trial keeps our own name to itself', { Host: '127.0.0.1:4321', Origin: 'https://evil.example' }],
    ['another site hides where it is behind our local name', { Host: 'localhost:4321', Origin: 'http://127.0.0.1.evil.example' }],
    ['a name only begins like ours', { Host: 'havenlicht.example', Origin: 'https://havenlicht.example.evil.example' }],
  ])('when %s, the form is shown here, filled in but not agreed to', async (_, headers) => {
    const { sign, ledger } = await signingSite();
    const { status, text } = await sign(SAM, headers);
    expect([status, ledger.signatures.size]).toEqual([403, 0]);
    expect(text).toContain('value="Sam de Vries"');
    expect(text).not.toContain('checked');
  });

  test.each([
    ['a page that keeps quiet about where it is', { Origin: 'null' }],
    ['a page that keeps quiet, in a browser that knows', { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }],
    ['an older browser', {}],
    ['an older browser that names our site', { Host: 'havenlicht.example:8080', Origin: 'http://havenlicht.example:8080' }],
    ['our page under another of our names', { Host: 'www.havenlicht.example', Origin: 'https://havenlicht.example' }],
    ['a page below the same roof', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://www.havenlicht.example' }],
    ['an address typed by hand', { 'Sec-Fetch-Site': 'none' }],
    ['a proxy in front that keeps our name to itself', { Host: '127.0.0.1:4321', Origin: 'https://havenlicht.example' }],
    ['such a proxy before the other name of our site', { Host: '127.0.0.1:4321', Origin: 'https://www.havenlicht.example' }],
    ['somebody who tries the site out at home', { Host: 'localhost:4321', Origin: 'http://localhost:4321' }],
    ['our page in a translation', { Host: 'havenlicht.example', Origin: 'https://havenlicht-example.translate.goog', 'Sec-Fetch-Site': 'cross-site' }],
  ])('a form of our own page is never refused: %s', async (_, headers: Record<string, string>) => {
    const { sign } = await signingSite();
    expect((await sign(SAM, headers)).status).toBe(303);
  });

  test('a proxy that is believed may tell our name', async () => {
    const { sign } = await signingSite(undefined, { room: { trustProxy: 1 } });
    expect((await sign(SAM, { Host: 'inner.example', 'X-Forwarded-Host': 'evil.example, utrecht.example', Origin: 'https://utrecht.example' })).status).toBe(303);
    expect((await sign(SAM, { Host: 'inner.example', 'X-Forwarded-Host': 'evil.example, utrecht.example', Origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('nobody chooses an address', () => {
  const from = (forwarded: string | undefined, trustProxy: number, remoteAddress = '::ffff:10.0.0.9') => clientAddress({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } } as never, trustProxy);

  test.each([
    ['6.6.6.6', 0, '10.0.0.9'],
    ['6.6.6.6, 192.0.2.7', 1, '192.0.2.7'],
    ['6.6.6.6, 192.0.2.7, 10.0.0.1', 2, '192.0.2.7'],
    ['192.0.2.7', 2, '10.0.0.9'],
    ['6.6.6.6, nonsense', 1, '10.0.0.9'],
    ['6.6.6.6,', 1, '10.0.0.9'],
    ['192.0.2.7:5050', 1, '192.0.2.7'],
    ['[2001:DB8::1]:443', 1, '2001:db8::1'],
    ['::ffff:192.0.2.7', 1, '192.0.2.7'],
    [undefined, 1, '10.0.0.9'],
  ])('“%s” behind %i proxies is %s', (forwarded, proxies, address) => {
    expect(from(forwarded, proxies)).toBe(address);
  });

  test('whatever a client writes in front changes nothing', () => {
    fc.assert(fc.property(fc.string(), fc.ipV4(), (claimed, real) => from(`${claimed}, ${real}`, 1) === real));
  });

  test('several headers of the name are one list', async () => {
    const { address, ledger } = await signingSite(undefined, { room: { trustProxy: 1 } });
    const body = new URLSearchParams(SAM).toString();
    const post = (forwarded: string) => shout(address, `POST /petitions/brug/sign HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${forwarded}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    for (let at = 0; at < 3; at++) await post(`X-Forwarded-For: 6.6.6.${at}\r\nX-Forwarded-For: 192.0.2.7\r\n`);
    expect(new Set([...ledger.signatures.values()].map(({ network }) => network)).size).toBe(1);
  });
});

describe('a form body', () => {
  test('is read like the URL standard says', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' })), { maxLength: 30 }), (pairs) => {
      const fields = readForm(Buffer.from(new URLSearchParams(pairs).toString()), new Set(pairs.map(([name]) => name).filter((name) => name !== '__proto__')));
      const first = Object.fromEntries(pairs.filter(([name]) => name !== '__proto__').reverse());
      expect({ ...(fields as object) }).toEqual(first);
    }));
  });

  test('never makes the reader throw, whatever it is', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readForm(Buffer.from(bytes), new Set(['name']))));
  });
});

test('whoever hangs up in the middle of a form fills no log', async () => {
  const { address, log, sign, ledger } = await signingSite();
  for (let number = 0; number < 3; number++) {
    const socket = await dial(address);
    socket.write('POST /petitions/brug/sign HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nname=Sam');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
  }
  await sign(SAM);
  expect([log, ledger.signatures.size]).toEqual([[], 1]);
});

test('nothing of a signer ever stands in the log', async () => {
  const { sign, log, ledger, address } = await signingSite();
  ledger.sign = () => Promise.reject(new Error('Canary van Geel canary@example.org could not be stored'));
  expect((await sign({ ...SAM, name: 'Canary van Geel', email: 'canary@example.org' })).status).toBe(500);
  await shout(address, 'POST /petitions/brug/sign HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\nname=Canary van Geel');
  expect(log).toHaveLength(1);
  expect(log.join()).not.toMatch(/canary|127\.0\.0\.1/i);
});

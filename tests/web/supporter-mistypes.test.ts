import { describe, expect, test } from 'vitest';
import { FORM, petition, SAM, signingSite } from './signing-site.ts';
import { storeIsFull } from './paper-ledger.ts';
import { StoreFault } from '../../integrations/store/ledger.ts';
import { elementsOf, parsePage } from '../page-tree.ts';

const AS_JSON = { Accept: 'application/json' };
const valueOf = (html: string, id: string) => elementsOf(parsePage(html)).find(({ attributes }) => attributes['id'] === id)?.attributes['value'];

describe('a supporter who leaves something out', () => {
  test('gets the page again with what was typed and each fault beside its field', async () => {
    const { sign, ledger } = await signingSite();
    const { status, text, headers } = await sign({ ...SAM, name: 'Sam <b>&"', email: 'sam@', consent: '', place: 'Ütrecht', ref: '4b1e7a52-90c3-4d0f-8a6e-1f2d3c4b5a69' });
    expect([status, headers['cache-control'], ledger.signatures.size]).toEqual([422, 'no-store', 0]);
    expect([valueOf(text, 'name'), valueOf(text, 'email'), valueOf(text, 'place')]).toEqual(['Sam <b>&"', 'sam@', 'Ütrecht']);
    expect(text).toMatch(/role="alert"[^>]* autofocus[\s\S]*href="#email"[\s\S]*href="#consent"/);
    expect(text).toContain('id="email-fault"');
    expect(text).toContain('4b1e7a52-90c3-4d0f-8a6e-1f2d3c4b5a69');
    expect(text).toMatch(/<title>[^<]+: De brug<\/title>/);
    expect(headers['content-security-policy']).toBeDefined();
    expect(text.match(/<form/g)).toHaveLength(1);
  });

  test('reads it in the language of the page', async () => {
    const { sign } = await signingSite();
    expect((await sign({ ...SAM, lang: 'ar', name: '' })).text).toMatch(/<html lang="ar">[\s\S]*اسم/);
  });

  test('has each fault as a sentence in JSON, too', async () => {
    const { sign } = await signingSite();
    const { status, text } = await sign({ ...SAM, email: 'x', consent: 'no' }, AS_JSON);
    expect([status, Object.keys((JSON.parse(text) as { errors: object }).errors)]).toEqual([422, ['email', 'consent']]);
  });
});

describe('a supporter who comes too late or too early', () => {
  test.each([
    ['after the end', { closesAt: '2026-11-23T10:00:00.000Z' }, 410, /afgelopen|niet meer/, 'closed'],
    ['while it is paused', { terms: { ...petition().terms, paused: true } }, 410, /later/, 'paused'],
  ])('reads that %s nothing was taken', async (_, wishes, expected, words, state) => {
    const { sign, ledger } = await signingSite([petition(wishes)]);
    const { status, text } = await sign(SAM);
    expect([status, ledger.signatures.size]).toEqual([expected, 0]);
    expect(text).toMatch(words);
    expect(text).not.toContain('<form');
    // A device keeps what it could not send while a petition is paused, and gives it up when it is over.
    expect(JSON.parse((await sign(SAM, AS_JSON)).text)).toMatchObject({ error: expect.stringMatching(words) as string, state });
  });

  test('learns nothing of a petition that is not out yet, and none of one that never was', async () => {
    const { sign, ask } = await signingSite([petition({ opensAt: '2026-12-01T00:00:00.000Z' })]);
    expect([(await sign(SAM)).status, (await sign(SAM, {}, 'geheim')).status, (await ask('/petitions/brug/count.json')).status]).toEqual([404, 404, 404]);
  });
});

describe('a supporter for whom the store has no room', () => {
  test.each([
    ['the disk is full', storeIsFull()],
    ['the store is read-only', new StoreFault('The store may only be read: give the server the right to write there.')],
  ])('when %s, hears that nothing was kept, keeps what was typed, and finds the way to the form', async (_, fault) => {
    const { sign, ledger, log, ask, clock } = await signingSite([petition({ terms: { ...petition().terms, form: FORM } })]);
    ledger.fault = fault;
    const { status, text, headers } = await sign(SAM);
    expect([status, headers['retry-after'], valueOf(text, 'name')]).toEqual([503, '30', 'Sam de Vries']);
    const links = elementsOf(parsePage(text)).flatMap(({ attributes }) => attributes['href'] ?? []).filter((href) => href.startsWith('https://'));
    expect(links).toEqual(['https://docs.google.com/forms/d/e/1FAIpQLpublic/viewform']);
    expect(text).not.toContain(fault.message);
    expect(JSON.parse((await sign(SAM, AS_JSON)).text)).toMatchObject({ form: links[0] });
    expect(log).toEqual([]);
    const health = await ask('/healthz');
    expect([health.status, JSON.parse(health.text)]).toMatchObject([503, { ok: false, store: 'refuses' }]);
    ledger.fault = undefined;
    clock.now += 10_000;
    expect((await sign(SAM)).status).toBe(303);
    expect((await ask('/healthz')).status).toBe(200);
  });

  test('still reads the site', async () => {
    const { ask, ledger } = await signingSite();
    ledger.fault = storeIsFull();
    expect([(await ask('/nl/petitions/brug/')).status, (await ask('/nl/')).status, (await ask('/petitions/brug/count.json')).status]).toEqual([200, 200, 503]);
  });
});

import { describe, expect, test } from 'vitest';
import { receiptOf } from '../../integrations/store/records/seal.ts';
import { until } from './asking.ts';
import { FORM, NOW, petition, SAM, signingSite } from './signing-site.ts';

const REF = '4b1e7a52-90c3-4d0f-8a6e-1f2d3c4b5a69';
const AS_JSON = { Accept: 'application/json' };

describe('a supporter who signs', () => {
  test('is thanked once the signature is in the ledger', async () => {
    const { sign, ledger } = await signingSite();
    const { status, headers, text } = await sign(SAM);
    expect([status, headers.location, headers['cache-control'], headers['x-content-type-options'], text]).toEqual([303, '/nl/petitions/brug/thanks/', 'no-store', 'nosniff', '']);
    expect([...ledger.signatures.values()]).toMatchObject([{ petition: 'brug', name: 'Sam de Vries', email: 'sam@example.org', lang: 'nl', origin: 'page', relay: false, version: '1a2b3c4d', signedAt: NOW, score: 0 }]);
  });

  test('hears nothing before the disk has it', async () => {
    const { sign, ledger } = await signingSite();
    let store = () => {};
    const entered = ledger.sign;
    ledger.sign = (signature) => new Promise((resolve) => (store = () => resolve(entered(signature))));
    let answered = false;
    const answer = sign(SAM).then(({ status }) => { answered = true; return status; });
    await until(() => String(store) !== '() => {}');
    expect(answered).toBe(false);
    store();
    expect(await answer).toBe(303);
  });

  test('is thanked in the language of the page', async () => {
    const { sign, ledger } = await signingSite();
    expect((await sign({ ...SAM, lang: 'ar', name: 'ليلى' })).headers.location).toBe('/ar/petitions/brug/thanks/');
    expect((await sign({ ...SAM, lang: '' }, { 'Accept-Language': 'ar' })).headers.location).toBe('/ar/petitions/brug/thanks/');
    expect((await sign({ ...SAM, lang: '../../evil' })).headers.location).toBe('/nl/petitions/brug/thanks/');
    expect([...ledger.signatures.values()].map(({ lang }) => lang)).toEqual(['ar', 'ar', 'nl']);
  });

  test('gets the same answer when it is not the first time, and when it looks odd', async () => {
    const { sign, ledger } = await signingSite();
    const first = await sign({ ...SAM, ref: REF });
    const again = await sign({ ...SAM, ref: REF });
    const odd = await sign({ ...SAM, name: 'Asdfgh', website: 'https://casino.example' });
    const plain = ({ status, headers: { date: _, ...headers }, text }: typeof first) => ({ status, headers, text });
    expect([again, odd].map(plain)).toEqual([plain(first), plain(first)]);
    expect([...ledger.signatures.values()].map(({ ref, score }) => [ref === REF, score > 50])).toEqual([[true, false], [false, true]]);
  });

  test('who double-clicks, reloads or signs from a second tab with the same sign counts once', async () => {
    const { sign, ledger } = await signingSite();
    const answers = await Promise.all(Array.from({ length: 20 }, () => sign({ ...SAM, ref: REF.toUpperCase() })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect([...ledger.signatures.keys()]).toEqual([REF]);
  });

  test('signs the text that was on the page, also when it was changed meanwhile', async () => {
    const { sign, ledger } = await signingSite();
    await sign({ ...SAM, version: '0f0f0f0f' });
    await sign({ ...SAM, version: 'nonsense' });
    expect([...ledger.signatures.values()].map(({ version }) => version)).toEqual(['0f0f0f0f', '1a2b3c4d']);
  });

  test('is passed on to the form where the petition has one', async () => {
    const { sign, ledger } = await signingSite([petition({ terms: { ...petition().terms, form: FORM } })]);
    await sign({ ...SAM, source: 'whatsapp', bucket: 'b' });
    expect([...ledger.signatures.values()]).toMatchObject([{ relay: true, source: 'whatsapp', bucket: 'b' }]);
  });

  test('counts in the day on which the server has it, whatever a clock that was set back says', async () => {
    const { sign, ledger, clock, ask } = await signingSite();
    await sign(SAM);
    await ask('/petitions/brug/count.json');
    clock.now -= 86_400_000;
    expect((await sign({ ...SAM, email: 'other@example.org' })).status).toBe(303);
    expect(JSON.parse((await ask('/petitions/brug/count.json')).text)).toMatchObject({ online: 2, asOf: '2026-11-22T10:00:00Z' });
    expect([...ledger.signatures.values()].every(({ score }) => score === 0)).toBe(true);
  });
});

describe('a program that signs for somebody', () => {
  test('hears the sign under which the signature is kept', async () => {
    const { sign, ledger } = await signingSite();
    const { status, text, headers } = await sign({ ...SAM, ref: REF }, AS_JSON);
    expect([status, JSON.parse(text), headers['access-control-allow-credentials']]).toEqual([202, { ref: REF, state: 'received' }, undefined]);
    const made = JSON.parse((await sign({ ...SAM, ref: 'none' }, AS_JSON)).text) as { ref: string };
    expect([...ledger.signatures.keys()]).toEqual([REF, made.ref]);
  });

  test('finds the receipt of what is counted', async () => {
    const { sign, ask } = await signingSite();
    await sign({ ...SAM, ref: REF }, AS_JSON);
    const hash = receiptOf(REF);
    const { status, text, headers } = await ask(`/petitions/brug/receipts/${hash.slice(0, 2)}.json`);
    expect([status, JSON.parse(text)]).toEqual([200, { asOf: '2026-11-23T10:00:00Z', refs: [hash] }]);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect((await ask('/petitions/brug/receipts/zz.json')).status).toBe(404);
  });
});

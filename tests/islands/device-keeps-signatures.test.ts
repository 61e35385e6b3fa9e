import { describe, expect, test } from 'vitest';
import { send, sendAll } from '../../src/islands/dispatch.ts';
import { keep, keepOn, keptOn, moved, takeOver, type Kept, type Shelf } from '../../src/islands/outbox.ts';
import { lookFor, receiptOf } from '../../src/islands/receipt.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-23T10:00:00Z');
const FORM = 'https://forms.example/d/e/x/formResponse';
const FIELDS: [string, string][] = [['name', 'Noor Bakker']];

/** A browser's shelf. */
function shelf(...entries: Kept[]): Shelf {
  const places = new Map<string, string>();
  const made: Shelf = { getItem: (name) => places.get(name) ?? null, setItem: (name, text) => void places.set(name, text), removeItem: (name) => void places.delete(name) };
  for (const entry of entries) keep(made, entry);
  return made;
}

const signature = (more: Partial<Kept> = {}): Kept => ({ slug: 'bridge', ref: 'a-ref', state: 'waiting', at: NOW, action: '/petitions/bridge/sign', fields: FIELDS, ...more });
const atForm = (more: Partial<Kept> = {}) => signature({ state: 'sent', action: FORM, sends: [NOW], ...more });
const after = async (entry: Kept, answer: Response, now = NOW) => send(entry, { fetch: async () => answer, now: () => now });
const saying = (status: number, body: object = {}) => Response.json(body, { status });

describe('A device that sends a signature to our server', () => {
  test.each([
    ['stored', saying(202, { state: 'received' }), 'received', false],
    ['over', saying(410, { state: 'closed' }), 'late', false],
    ['in need of the person', saying(422, { errors: {} }), 'lost', false],
    ['paused', saying(410, { state: 'paused' }), 'waiting', true],
    ['gone by the word of a machine on the way', new Response('<h1>Gone</h1>', { status: 410 }), 'waiting', true],
    ['not found while the site is changed', new Response('', { status: 404 }), 'waiting', true],
    ['forbidden by a wall on the way', new Response('', { status: 403 }), 'waiting', true],
    ['one of too many', new Response('', { status: 429 }), 'waiting', true],
    ['refused by a full disk', saying(503), 'waiting', true],
  ])('hears that it is %s, and keeps what was typed as long as that may help', async (_, answer, state, keeps) => {
    const told = await after(signature(), answer);
    expect([told.state, told.fields !== undefined]).toEqual([state, keeps]);
  });

  test('takes over what the page before left on its way, and sends it', async () => {
    const kept = shelf(signature({ state: 'leaving', mark: 'm' }));
    takeOver(kept, NOW + HOUR);
    expect(keptOn(kept, NOW + HOUR)).toMatchObject([{ state: 'waiting', fields: FIELDS }]);
    const sent: string[] = [];
    await sendAll({ shelf: kept, now: () => NOW + HOUR, fetch: async (address) => { sent.push(address); return saying(202); } }, () => {});
    expect([sent, keptOn(kept, NOW)]).toEqual([['/petitions/bridge/sign'], [{ slug: 'bridge', ref: 'a-ref', state: 'received', at: NOW + HOUR }]]);
  });

  test('gives up after a month what never could be sent, however often it was tried', async () => {
    const tried = await after(signature(), saying(503), NOW + 20 * DAY);
    const kept = shelf(tried);
    expect([keptOn(kept, NOW + 29 * DAY).length, keptOn(kept, NOW + 30 * DAY).length]).toEqual([1, 0]);
    takeOver(kept, NOW + 31 * DAY);
    expect(kept.getItem('rostrum.signatures')).not.toContain('Noor');
  });
});

describe('A device that sends a signature to a form of another site', () => {
  // Such an answer looks alike to scripts, whatever it was.
  const opaque = () => new Response(null, { status: 200 });

  test('keeps what was typed, for nobody knows what the form answered', async () => {
    expect(await after(signature({ action: FORM }), opaque())).toEqual(atForm());
  });

  test('does not send it again by itself', async () => {
    const sent: string[] = [];
    await sendAll({ shelf: shelf(atForm()), now: () => NOW, fetch: async (address) => { sent.push(address); return opaque(); } }, () => {});
    expect(sent).toEqual([]);
  });

  test('sends it once more with the same sign when a list made hours later is without it, and waits four times as long each time', async () => {
    const list = (hours: number, refs: string[] = []) => async () => Response.json({ asOf: new Date(NOW + hours * HOUR).toISOString(), refs });
    const sends: number[] = [];
    let entry = atForm();
    for (let hours = 0; hours < 7 * 24; hours++) {
      if ((await lookFor(entry, list(hours))) !== 'missing') continue;
      sends.push(hours);
      entry = await after(entry, opaque(), NOW + hours * HOUR);
    }
    expect(sends).toEqual([7, 32, 129]);
    expect([entry.ref, entry.state, entry.at]).toEqual(['a-ref', 'sent', NOW]);
    expect(await lookFor(entry, list(130, [(await receiptOf('a-ref'))!]))).toBe('counted');
  });

  test('has still sent it when the line is away the second time', async () => {
    const entry = atForm();
    expect(await send(entry, { fetch: async () => Promise.reject(new TypeError('Failed to fetch')), now: () => NOW })).toEqual(entry);
  });

  test('wipes what was typed once it is counted, or after a week', () => {
    expect(moved(atForm(), 'counted', NOW)).toEqual({ slug: 'bridge', ref: 'a-ref', state: 'counted', at: NOW });
    const kept = shelf(atForm());
    takeOver(kept, NOW + 7 * DAY - 1);
    expect(keptOn(kept, NOW)).toEqual([atForm()]);
    takeOver(kept, NOW + 7 * DAY);
    expect(keptOn(kept, NOW)).toEqual([{ slug: 'bridge', ref: 'a-ref', state: 'lost', at: NOW + 7 * DAY }]);
  });

  test('writes nothing down again of somebody who was forgotten meanwhile', () => {
    const kept = shelf();
    expect([keepOn(kept, atForm()), keptOn(kept, NOW)]).toEqual([false, []]);
  });
});

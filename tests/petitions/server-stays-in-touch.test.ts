import { describe, expect, test } from 'vitest';
import { GoogleFault } from '../../integrations/google/google-fault.ts';
import { googleForms } from '../../integrations/google/google-forms.ts';
import { keepInTouch, type Touch } from '../../integrations/petitions/keep-in-touch.ts';
import { until } from '../web/asking.ts';
import { formDesk, signature } from './form-desk.ts';

const HOUR = 3_600_000;

async function inTouch(plant: (desk: Awaited<ReturnType<typeof formDesk>>) => Partial<Touch> | void = () => {}) {
  const desk = await formDesk();
  const { ledger, petition, forms, env, clock } = desk;
  const touch: Touch = { ledger, petitions: async () => [petition], api: (patience) => googleForms(env, 'look', patience, 5_000), forms, ...plant(desk) };
  for (let number = 0; number < 5; number++) await ledger.sign(signature(number, desk.hashes));
  return { ...desk, running: keepInTouch(touch, clock), relayed: async () => (await ledger.counts('open-library')).relay, said: () => clock.lines.join('\n') };
}

describe('a server stays in touch with the forms', () => {
  test('signatures are passed on and confirmed by themselves, and nothing goes on after it stopped', async () => {
    const { running, relayed, google } = await inTouch();
    await until(async () => (await relayed()).confirmed === 5);
    await running.stop();
    const asked = google.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(google.asked.length).toBe(asked);
  });

  test('what staff delete at the form is noticed within a day or so', async () => {
    const { running, relayed, entry, ledger, clock } = await inTouch();
    await until(async () => (await relayed()).confirmed === 5);
    entry.rows.splice(1, 1);
    const start = clock.now();
    await until(async () => (await ledger.counts('open-library')).states.erased === 1);
    await running.stop();
    expect((await ledger.counts('open-library')).states.valid).toBe(4);
    expect(clock.now() - start).toBeLessThan(40 * HOUR);
  });

  test('what still stands at the form of somebody who was removed is told at night, until it is deleted there', async () => {
    const { running, relayed, entry, ledger, clock, hashes, said } = await inTouch();
    await until(async () => (await relayed()).confirmed === 5);
    expect(said()).not.toContain('still stand');
    const { responses } = await ledger.erase('open-library', signature(3, hashes).person);
    await until(() => said().includes('still stand'));
    expect(said()).toContain('open-library: 1 answer of somebody who was removed still stands at the form. “npm run petition -- erase open-library --left” lists what to delete there.');
    entry.rows.splice(entry.rows.findIndex(({ responseId }) => responseId === responses[0]!.response), 1);
    const start = clock.now();
    await until(() => clock.now() > start + 80 * HOUR);
    await running.stop();
    expect(said().match(/still stand/g)!.length).toBeLessThanOrEqual(2);
    expect(await ledger.leftAtForm('open-library')).toEqual([]);
  });

  test('a form that staff have changed is told within the hour', async () => {
    const { running, said, entry, clock } = await inTouch();
    await until(() => clock.now() > Date.parse('2026-11-23T10:30:00Z'));
    entry.form.items.push({ itemId: '0000aaaa', title: 'Your shoe size', questionItem: { question: { questionId: '0000bbbb', required: true, textQuestion: {} } } });
    await until(() => said().includes('Your shoe size'));
    await running.stop();
    expect(clock.now()).toBeLessThan(Date.parse('2026-11-23T14:00:00Z'));
  });

  test('a form that cannot be read is told once, and once when it can be read again; the count stands', async () => {
    const { running, said, entry, relayed, clock } = await inTouch();
    await until(async () => (await relayed()).confirmed === 5);
    entry.shared = false;
    await until(() => said().includes('does not let us at the answers'));
    const then = clock.now();
    await until(() => clock.now() > then + HOUR);
    entry.shared = true;
    await until(() => said().includes('can be read again'));
    await running.stop();
    expect(said().match(/does not let us at the answers/g)).toHaveLength(1);
    expect((await relayed()).confirmed).toBe(5);
  });

  test('without credentials signatures go out, and staff know that none is confirmed', async () => {
    const { running, said, relayed } = await inTouch(() => ({ api: () => { throw new GoogleFault('settings', 'There are no credentials for Google. Set one.'); } }));
    await until(async () => (await relayed()).sent === 5);
    await running.stop();
    expect(said()).toMatch(/whether they arrived cannot be seen\. There are no credentials/);
    expect((await relayed()).confirmed).toBe(0);
  });

  test('it stops at once while Google wants a pause', async () => {
    const { running, google } = await inTouch(({ google: standIn }) => void (standIn.faults.rules = [{ at: 'list', fault: 'too-many' }, { at: 'submit', fault: 'too-many' }]));
    await until(() => (google.faults.struck.get('too-many') ?? 0) > 2);
    await running.stop();
    const struck = google.faults.struck.get('too-many');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(google.faults.struck.get('too-many')).toBe(struck);
  });

  test('that credentials are missing is told once, also when the first release comes out later', async () => {
    let published = false;
    const { running, said, clock } = await inTouch(({ petition }) => ({
      petitions: async () => (published ? [petition] : []),
      api: () => {
        throw new GoogleFault('settings', 'There are no credentials for Google.');
      },
    }));
    await until(() => clock.now() > Date.parse('2026-11-23T10:30:00Z'));
    expect(said()).toBe('');
    published = true;
    await until(() => said().includes('cannot be seen'));
    const then = clock.now();
    await until(() => clock.now() > then + 3 * HOUR);
    await running.stop();
    expect(said().match(/There are no credentials/g)).toHaveLength(1);
  });

  test('a store that stays out of reach, and a form that stays wrong, are told once and not every hour', async () => {
    const { running, said, clock, entry } = await inTouch(({ ledger }) => ({ ledger: { ...ledger, secret: () => Promise.reject(new Error('The disk of the store is full.')) } }));
    entry.form.items.push({ itemId: '0000aaaa', title: 'Your shoe size', questionItem: { question: { questionId: '0000bbbb', required: true, textQuestion: {} } } });
    await until(() => said().includes('Your shoe size'));
    const then = clock.now();
    await until(() => clock.now() > then + 3 * HOUR);
    await running.stop();
    expect([said().match(/The disk of the store is full/g), said().match(/Your shoe size/g)]).toMatchObject([{ length: 1 }, { length: 1 }]);
  });
});

test('no name, address or reference is in what is logged', async () => {
  const { running, said, google, relayed, entry } = await inTouch();
  google.faults.rules = [{ at: 'submit', fault: 'refused', times: 3 }, { at: 'submit', fault: 'closed', times: 2 }, { at: 'list', fault: 'refused', times: 2 }];
  await until(async () => (await relayed()).confirmed + (await relayed()).rejected === 5);
  entry.confirmation = '';
  await running.stop();
  expect(said()).not.toBe('');
  expect(said()).not.toMatch(/signer\d|mail\.example|Signer|[\da-f]{8}-[\da-f]{4}/);
});

import { expect, test } from 'vitest';
import { GoogleFault } from '../../integrations/google/google-fault.ts';
import { relayRound } from '../../integrations/petitions/relay-round.ts';
import { sync, type SyncWish } from '../../integrations/petitions/sync.ts';
import { formDesk, readyForm, signature } from './form-desk.ts';

const never = new AbortController().signal;

/** Twelve signatures that the old form had confirmed, and a new form in its place. */
async function deskWithNewForm() {
  const desk = await formDesk();
  const { ledger, hashes, relayDesk, syncDesk, petition, clock, google, api } = desk;
  const again = (wish: SyncWish = {}) => {
    clock.pass(60_000);
    return sync(syncDesk, petition, wish, clock.now);
  };
  const sign = async (first: number, count: number) => {
    for (let number = first; number < first + count; number++) await ledger.sign(signature(number, hashes));
    for (let round = 0; round < 10; round++) await relayRound(relayDesk, never, clock);
  };
  await sign(0, 12);
  await again();
  const old = petition.form;
  petition.form = await readyForm(google, api);
  return { ...desk, again, sign, old, states: async () => (await ledger.counts('open-library')).states, entry: google.book.forms.get(petition.form.id)! };
}

test('what the old form confirmed stands, however many answers the new form has', async () => {
  const { again, sign, states } = await deskWithNewForm();
  await sign(100, 15);
  expect(await again()).toMatchObject({ confirmed: 15 });
  await sign(200, 1);
  await again();
  expect(await again({ full: true })).toMatchObject({ erased: 0 });
  expect(await states()).toMatchObject({ valid: 28, erased: 0 });
});

test('what staff delete at the new form is erased, and nothing else', async () => {
  const { again, sign, states, entry } = await deskWithNewForm();
  await sign(100, 15);
  await again();
  entry.rows.splice(3, 2);
  expect(await again({ full: true })).toMatchObject({ erased: 2 });
  expect(await states()).toMatchObject({ valid: 25, erased: 2 });
});

test('an empty new form is believed, and what the old form confirmed stands', async () => {
  const { again, states } = await deskWithNewForm();
  for (const full of [false, true]) expect(await again({ full })).toMatchObject({ listed: 0, erased: 0 });
  expect(await states()).toMatchObject({ valid: 12, erased: 0 });
});

test('when the old form comes back, its answers are compared as before', async () => {
  const { again, sign, states, petition, old, google } = await deskWithNewForm();
  await sign(100, 15);
  await again();
  petition.form = old;
  google.book.forms.get(old.id)!.rows.splice(0, 1);
  expect(await again({ full: true })).toMatchObject({ erased: 1 });
  expect(await states()).toMatchObject({ valid: 26, erased: 1 });
});

test('how many answers a form has is learned from a whole list that is believed, and not from what came since', async () => {
  const { again, sign, states, entry, petition, syncDesk, ledger } = await deskWithNewForm();
  await sign(100, 15);
  // The first list of the new form breaks off after it was read once.
  const { responses } = syncDesk.forms;
  syncDesk.forms = { ...syncDesk.forms, responses: async (id, wish) => ({ ...(await responses(id, wish)), next: 'more' }) };
  await expect(again()).rejects.toThrow(GoogleFault);
  const rows = entry.rows.splice(0, 15);
  syncDesk.forms = { ...syncDesk.forms, responses };
  expect(await again()).toMatchObject({ listed: 0, erased: 0, doubt: expect.stringMatching(/lists 0 answers and had 15/) as string });
  await sign(200, 1);
  await again();
  expect(await ledger.bookmark(`all answers:open-library:${petition.form.id}`)).toBeUndefined();
  expect(await again({ full: true })).toMatchObject({ erased: 0, doubt: expect.stringMatching(/lists 1 answers? and had 16/) as string });
  entry.rows.push(...rows);
  expect(await again({ full: true })).toMatchObject({ erased: 0 });
  expect(await states()).toMatchObject({ valid: 28, erased: 0 });
});

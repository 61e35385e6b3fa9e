import { expect, test } from 'vitest';
import { anonymiseDue, type Retained } from '../../integrations/petitions/retention.ts';
import { useOwnDesk } from './own-desk.ts';

const desk = useOwnDesk();
const DAY = 86_400_000;
const CLOSED = Date.parse('2026-03-31T10:00:00Z');
const warmHomes: Retained = { slug: 'warm-homes', closes: '2026-03-31', anonymisedOn: '2026-09-30', timeZone: 'Europe/Amsterdam' };
const DUE = Date.parse('2026-10-01T10:00:00Z');

/** Looks at these moments, and tells what was said and how many still have a name. */
const look = (moments: readonly number[], petition = warmHomes) => desk.ledger(async (ledger) => {
  const said: string[] = [];
  for (const now of moments) await anonymiseDue(ledger, [petition], now, (line) => said.push(line));
  return { said, named: await ledger.anonymise(petition.slug, true) };
});

test('a week after it was announced, names go by themselves, and staff hear what is left at Google', async () => {
  await desk.sign({ petition: 'warm-homes', signedAt: CLOSED }, { petition: 'warm-homes', signedAt: CLOSED, name: 'Jan', email: 'jan@ziggo.nl' });
  expect(await look([DUE - 2 * DAY])).toEqual({ said: [], named: 2 });
  const announced = await look([DUE, DUE + 6 * DAY]);
  expect(announced.named).toBe(2);
  expect(announced.said).toEqual([expect.stringContaining('In 7 days names and addresses are removed here; totals stay.')]);
  expect(await look([DUE + 7 * DAY, DUE + 8 * DAY])).toEqual({ said: ['warm-homes: 2 signatures lost names and addresses, as its page promises.'], named: 0 });
});

test('a name that comes later is removed, too', async () => {
  await desk.sign({ petition: 'warm-homes', signedAt: CLOSED });
  await look([DUE, DUE + 7 * DAY]);
  await desk.sign({ petition: 'warm-homes', signedAt: CLOSED + DAY, name: 'Jan', email: 'jan@ziggo.nl' });
  expect((await look([DUE + 9 * DAY])).named).toBe(0);
});

test('a day that contradicts the signatures removes nothing, and is doubted aloud', async () => {
  await desk.sign({ petition: 'warm-homes', signedAt: DUE });
  const { said, named } = await look([DUE, DUE + 9 * DAY]);
  expect(named).toBe(1);
  expect(said[0]).toContain('petition.yml says that it closed on 2026-03-31, and somebody signed on 2026-10-01.');
});

test('another day of closing begins another week', async () => {
  await desk.sign({ petition: 'warm-homes', signedAt: CLOSED });
  await look([DUE]);
  expect((await look([DUE + 7 * DAY], { ...warmHomes, anonymisedOn: '2026-10-02' })).named).toBe(1);
});

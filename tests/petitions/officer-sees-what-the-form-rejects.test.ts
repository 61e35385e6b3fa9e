import { expect, test } from 'vitest';
import { rejected } from '../../integrations/commands/petition/rejected.ts';
import { useOwnDesk } from './own-desk.ts';

const desk = useOwnDesk();
const REASON = 'The form refuses this signature (answer 400): an answer is missing, or it is not one that the form allows.';

/** Two people sign, and the form refuses both. */
async function refused(): Promise<void> {
  await desk.sign({ relay: true }, { name: 'Jan', email: 'jan@ziggo.nl', relay: true });
  await desk.ledger(async (ledger) => {
    const now = Date.now();
    for (const { id } of await ledger.lease({ petitions: ['free-internet'], owner: 'relay', most: 5, now, until: now + 1 })) await ledger.passed(id, 'relay', { to: 'rejected', reason: REASON });
  });
}

test('an officer reads how many signatures the form does not take and why, and nobody’s name', async () => {
  await refused();
  expect(await rejected(['free-internet'], desk.open)).toBe(0);
  expect(desk.said[0]).toBe(`2 signatures: ${REASON}`);
  expect(desk.said.slice(1, 3)).toEqual([expect.stringMatching(/^ {2}[\da-f-]{36}, tried once$/), expect.stringMatching(/tried once$/)]);
  expect(desk.all()).not.toMatch(/Amina|Jan|ziggo|kpnmail/);
});

test('once the form was mended, they are sent again', async () => {
  await refused();
  expect(await rejected(['free-internet', '--retry'], desk.open)).toBe(0);
  expect(desk.said.at(-1)).toBe('free-internet: 2 signatures wait for the form again.');
  expect((await desk.ledger((ledger) => ledger.counts('free-internet'))).relay).toMatchObject({ waiting: 2, rejected: 0 });
  expect(await rejected(['free-internet'], desk.open)).toBe(0);
  expect(desk.said.at(-1)).toBe('The form of free-internet has rejected nothing.');
});

import { expect, test } from 'vitest';
import { review } from '../../integrations/commands/petition/review.ts';
import type { Refusal } from '../../integrations/refusal.ts';
import { useOwnDesk } from './own-desk.ts';

const desk = useOwnDesk();
const states = async () => (await desk.ledger((ledger) => ledger.counts('free-internet'))).states;
const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);

const signSome = () => desk.sign(
  {},
  { name: 'One', email: 'one@ziggo.nl', score: 50, reasons: ['burst'], signedAt: at('10:05:00') },
  { name: 'Two', email: 'two@ziggo.nl', score: 80, reasons: ['burst', 'many-at-once'], signedAt: at('10:50:00') },
  { name: 'Three', email: 'three@ziggo.nl', score: 50, reasons: ['bait'], signedAt: at('14:00:00') },
);

test('an officer sees suspicious signatures by reason, score and hour, and nobody’s name', async () => {
  await signSome();
  expect(await review(['free-internet'], desk.open)).toBe(0);
  expect(desk.all().split('\n').map((line) => line.trim().replace(/ {2,}/, ': '))).toEqual(['3 signatures fit.', 'bait: 1', 'many-at-once: 1', 'burst: 2', 'score 50 and more: 3', 'score 75 and more: 1', '2026-11-22 11:00: 2', '2026-11-22 15:00: 1']);
  expect(desk.all()).not.toMatch(/One|ziggo/);
  expect(await states()).toMatchObject({ valid: 1, suspect: 3 });
});

test('she counts those that she trusts, and takes it back', async () => {
  await signSome();
  expect(await review(['free-internet', '--reason', 'burst', '--set', 'valid'], desk.open)).toBe(0);
  expect(await states()).toMatchObject({ valid: 3, suspect: 1 });
  const undo = /--undo (\d+)/.exec(desk.all())![1]!;
  expect(await review(['free-internet', '--undo', undo], desk.open)).toBe(0);
  expect(desk.said.at(-1)).toBe(`2 signatures are again what they were before review ${undo}.`);
  expect(await states()).toMatchObject({ valid: 1, suspect: 3 });
});

test('who asks for one reason sees what a review of it would change, and nothing besides', async () => {
  await signSome();
  expect(await review(['free-internet', '--reason', 'burst'], desk.open)).toBe(0);
  expect(desk.all().split('\n').map((line) => line.trim().replace(/ {2,}/, ': '))).toEqual(['2 signatures fit.', 'score 50 and more: 2', 'score 75 and more: 1', '2026-11-22 11:00: 2']);
});

test.each([
  ['by score', ['--score', '75'], 2],
  ['by time on the organisation’s clock', ['--from', '2026-11-22T15:00', '--to', '2026-11-22T15:30'], 2],
  ['by a day', ['--from', '2026-11-23'], 3],
])('she chooses %s', async (_, filter, left) => {
  await signSome();
  await review(['free-internet', ...filter, '--set', 'invalid'], desk.open);
  expect((await states()).suspect).toBe(left);
});

test('counted signatures are reviewed, too', async () => {
  await signSome();
  await review(['free-internet', '--state', 'valid', '--set', 'suspect'], desk.open);
  expect(await states()).toMatchObject({ valid: 0, suspect: 4 });
});

test.each([
  [['--state', 'new'], '--state is “new”; there are: received, valid'],
  [['--set', 'erased'], '--set is “erased”; there are: valid, invalid, suspect.'],
  [['--score', 'high'], '--score is “high”; it needs a whole number.'],
  [['--from', 'yesterday'], '--from is “yesterday”, which is no moment.'],
  [['--reason', 'brust'], '--reason is “brust”; did you mean burst?'],
])('she learns in a sentence what is wrong with %j', async (args, sentence) => {
  await expect(review(['free-internet', ...args], desk.open)).rejects.toThrow(sentence);
});

test('a review that is not there, or is another petition’s, is refused with those that are', async () => {
  await signSome();
  const refused = (...args: string[]) => review(args, desk.open).then(() => 'taken', (error: Refusal) => `${error.exitCode} ${error.message}`);
  expect(await refused('free-internet', '--undo', '3')).toBe('2 free-internet has no review 3. None was made of it yet.');
  await review(['free-internet', '--reason', 'bait', '--set', 'invalid'], desk.open);
  await review(['free-internet', '--set', 'valid'], desk.open);
  const [bait, rest] = [...desk.all().matchAll(/--undo (\d+)/g)].map(([, number]) => number!) as [string, string];
  await review(['free-internet', '--undo', rest], desk.open);
  const [head, ...lines] = (await refused('free-internet', '--undo', '3')).split('\n');
  expect(head).toBe('2 free-internet has no review 3. There are:');
  expect(lines.sort()).toEqual([`  2026-11-23 11:00  1 to invalid: ${bait}`, `  2026-11-23 11:00  2 to valid, taken back: ${rest}`]);
  expect(await refused('warm-homes', '--undo', bait)).toBe(`2 warm-homes has no review ${bait}. None was made of it yet.`);
  expect(await states()).toMatchObject({ valid: 1, suspect: 2, invalid: 1 });
});

test('nothing that fits changes nothing', async () => {
  expect(await review(['free-internet', '--set', 'valid'], desk.open)).toBe(0);
  expect(desk.all()).toBe('No signature fits.');
});

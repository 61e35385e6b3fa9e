import { expect, test } from 'vitest';
import { counts } from '../../integrations/commands/petition/counts.ts';
import { petition } from '../../integrations/commands/petition.ts';
import { run } from '../../integrations/commands/run.ts';
import type { Ledger } from '../../integrations/store/ledger.ts';
import { useOwnDesk } from './own-desk.ts';

const desk = useOwnDesk();

test('an officer sees how many signed, and that counter and recount agree', async () => {
  await desk.sign({}, { name: 'Amina Osman' }, { name: 'Jan', email: 'jan@ziggo.nl' }, { name: 'Bot', email: 'bot@ziggo.nl', score: 60, reasons: ['burst'] });
  expect(await counts(['free-internet'], desk.open)).toBe(0);
  expect(desk.said).toEqual(['free-internet\n  valid      2\n  duplicate  1\n  suspect    1\n  difference 0']);
});

test('a program gets the shape that was agreed on', async () => {
  await desk.sign({});
  expect(await counts(['free-internet', '--json'], desk.open)).toBe(0);
  expect(JSON.parse(desk.said[0]!)).toEqual({
    petition: 'free-internet', states: { received: 0, valid: 1, duplicate: 0, suspect: 0, invalid: 0, withdrawn: 0, erased: 0 },
    relay: { none: 1, waiting: 0, sending: 0, sent: 0, confirmed: 0, rejected: 0 }, difference: 0,
  });
  desk.said.length = 0;
  expect(await counts(['--json'], desk.open)).toBe(0);
  expect((JSON.parse(desk.said[0]!) as { petition: string }[]).map(({ petition: slug }) => slug)).toEqual(['free-internet', 'half-written', 'warm-homes']);
});

test('a counter that went astray is told, and fails the command', async () => {
  await desk.sign({});
  const astray = async () => {
    const opened = await desk.open();
    const wrong: Ledger['counts'] = async (slug) => {
      const right = await opened.ledger.counts(slug);
      return { ...right, states: { ...right.states, valid: right.states.valid + 3 } };
    };
    return { ...opened, ledger: { ...opened.ledger, counts: wrong } };
  };
  expect(await counts(['free-internet'], astray)).toBe(1);
  expect(desk.all()).toContain('difference 3');
});

test('who signs between the two counts makes no difference', async () => {
  await desk.sign({});
  let newcomers = 3;
  const busy = async () => {
    const opened = await desk.open();
    const recount: Ledger['recount'] = async (slug) => {
      if (newcomers > 0) await desk.sign({ name: `Jan ${'abc'[--newcomers]}`, email: `jan${newcomers}@ziggo.nl` });
      return opened.ledger.recount(slug);
    };
    return { ...opened, ledger: { ...opened.ledger, recount } };
  };
  expect(await counts(['free-internet', '--json'], busy)).toBe(0);
  expect(JSON.parse(desk.said[0]!)).toMatchObject({ states: { valid: 4 }, difference: 0 });
});

test('a mistyped petition is named, with the one that was meant', async () => {
  await expect(counts(['free-internt'], desk.open)).rejects.toThrow('There is no petition “free-internt”; did you mean free-internet?');
  await expect(counts(['spring'], desk.open)).rejects.toThrow('There is no petition “spring”. There are: free-internet, half-written, warm-homes.');
});

test('a mistyped task is named, with the one that was meant', async () => {
  expect(await run(['petition', 'cuonts'])).toBe(2);
  expect(desk.said[0]).toContain('There is no task “cuonts”; did you mean counts?');
});

test.each(['doctor', 'create', 'connect', 'import', 'counts', 'review', 'rejected', 'export', 'erase', 'anonymise'])('%s tells how it is used', async (task) => {
  expect(await petition([task, '--help'])).toBe(0);
  expect(desk.all()).toContain(`npm run petition -- ${task}`);
});

test('all tasks are listed', async () => {
  expect(await petition(['--help'])).toBe(0);
  for (const task of ['doctor', 'create', 'connect', 'import', 'counts', 'review', 'rejected', 'export', 'erase', 'anonymise']) expect(desk.all()).toContain(`\n  ${task} `);
});

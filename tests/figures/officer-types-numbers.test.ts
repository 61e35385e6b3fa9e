import { describe, expect, test } from 'vitest';
import { readEdition } from '../../integrations/files/edition.ts';
import type { Portion } from '../../integrations/sources/figure-source.ts';
import { typedSources } from '../../integrations/sources/typed-source.ts';
import { periodOf } from '../../src/schemas/typed-figures.ts';
import { folder, told } from '../desk.ts';
import { NOW, organisation } from '../specimens.ts';

const days = { from: '2026-11-01', to: '2026-11-23' };

/** What a file of this name and text gives, or the sentence with which it fails. */
async function read(name: string, text: string | Uint8Array): Promise<Portion | string> {
  const [source] = await typedSources({ root: await folder({ [`content/figures/${name}.yml`]: text }), timeZone: 'Europe/Amsterdam', now: () => Date.parse('2026-11-23T10:00:00Z') });
  expect(source!.name).toBe(`typed/${name}`);
  try {
    for await (const portion of source!.read(days, new AbortController().signal)) return portion;
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

const VOLUNTEERS = `source: Counted by the coordinators
since: 2026-01
numbers:
  - { month: 2026-09, value: 38 }
  - { month: 2026-10, value: 41, note: "After the open day" }
  - { day: 2026-11-14, value: 44 }
  - { week: 2026-W47, value: 46 }
`;

test('numbers of days, weeks and months become figures, each on its last day', async () => {
  expect(await read('volunteers', VOLUNTEERS)).toEqual({
    kind: 'figures', metrics: ['volunteers'], days: { from: '2026-01-01', to: '2026-11-23' }, completeThrough: '2026-11-22',
    figures: [['2026-09-30', 38], ['2026-10-31', 41], ['2026-11-14', 44], ['2026-11-22', 46]].map(([day, value]) => ({ day, metric: 'volunteers', entity: '', value })),
  });
});

test('money is kept by currency and kind, in hundredths', async () => {
  expect(await read('gift-sum', 'source: The treasurer\ncurrency: TRY\nkind: monthly\nnumbers:\n  - { month: 2026-10, value: 1250.5 }\n')).toMatchObject({ figures: [{ day: '2026-10-31', metric: 'gift-sum', entity: 'money:TRY:monthly', value: 125050 }] });
  expect(await read('gifts', 'source: The treasurer\ncurrency: EUR\nnumbers:\n  - { month: 2026-10, value: 12 }\n')).toMatchObject({ figures: [{ entity: '', value: 12 }, { entity: 'money:EUR:once', value: 12 }] });
  expect(await read('gifts', 'source: The treasurer\nnumbers:\n  - { month: 2026-10, value: 12 }\n')).toMatchObject({ figures: [{ entity: '', value: 12 }] });
});

test.each([
  ['week', '2026-W01', '2025-12-29', '2026-01-04'], ['week', '2026-W53', '2026-12-28', '2027-01-03'], ['week', '2020-w53', '2020-12-28', '2021-01-03'], ['week', '2025-W01', '2024-12-30', '2025-01-05'], ['month', '2028-02', '2028-02-01', '2028-02-29'], ['month', '2026-12', '2026-12-01', '2026-12-31'],
] as const)('the %s %s has its days', (kind, text, from, to) => {
  expect(periodOf(kind, text)).toEqual({ from, to });
});

test.each([['week', '2025-W53'], ['week', '2026-W00'], ['week', '2026-45'], ['month', '2026-13'], ['month', '2026-1'], ['day', '2026-02-30'], ['day', '14-11-2026']] as const)('there is no %s %s', (kind, text) => {
  expect(periodOf(kind, text)).toBeUndefined();
});

const one = (number: string, more = '') => `source: x\n${more}numbers:\n  - ${number}\n`;

describe('a mistake is told with file, line and what to write', () => {
  test.each([
    ['volunteers', one('{ month: 2026-10, value: 1.250 }'), 'line 3\n  A number with a point before three digits can be over a thousand or just above one. Write it without signs between thousands, like 1250, and a fraction like 1.25.'],
    ['volunteers', one('{ month: 2026-10, value: 2.5 }'), 'line 3, numbers.1.value\n  “2.5” is no whole number. Write it without points or commas, like 1250.'],
    ['volunteer-hours', one('{ month: 2026-10, value: 1.250 }'), 'line 3\n  A number with a point before three digits'],
    ['volunteers', one('{ month: 2026-10, value: "41" }'), 'line 3, numbers.1.value\n  This needs a number, not “41”. Write a number.'],
    ['volunteers', one('{ month: 2026-10, value: 1,250 }'), 'line 3'],
    ['volunteers', one('{ month: 2026-10, value: -1 }'), 'line 3, numbers.1.value\n  There is too little here.'],
    ['volunteers', one('{ value: 41 }'), 'line 3, numbers.1\n  This number has no day, week or month. Write one of them, like { month: 2026-10, value: 41 }.'],
    ['volunteers', one('{ day: 2026-10-31, month: 2026-10, value: 41 }'), 'line 3, numbers.1\n  This number has both a day and a month.'],
    ['volunteers', one('{ day: 31-10-2026, value: 41 }'), 'line 3, numbers.1.day\n  “31-10-2026” is not a day that exists. Write it like 2026-11-14.'],
    ['volunteers', one('{ month: 2026-11, value: 41 }'), 'line 3, numbers.1.month\n  This month is not over yet. Write its number when it is over, or the day on which it was counted.'],
    ['volunteers', one('{ day: 2026-11-24, value: 41 }'), 'line 3, numbers.1.day\n  This day has not come yet.'],
    ['volunteers', one('{ month: 2026-10, value: 41 }\n  - { day: 2026-10-31, value: 42 }'), 'line 4, numbers.2\n  Two numbers are about the same day. Keep one of them.'],
    ['applications', one('{ day: 2026-10-14, value: 2 }\n  - { month: 2026-10, value: 41 }'), 'line 4, numbers.2\n  Two numbers are about the same days, which would be counted twice. Keep one of them.'],
    ['volunteers', one('{ month: 2026-10, value: 41 }', 'since: 2026-11\n'), 'line 2, since\n  “since” comes after the first number. Write an earlier day, or take the line out.'],
    ['volunteers', one('{ month: 2026-10, value: 41 }', 'sinse: 2026-10\n'), 'line 2, sinse\n  “sinse” is not a field. Did you mean “since”?'],
    ['volunteers', 'numbers: []\n', 'line 1, source\n  This field is missing. Add it; it needs a text.'],
    ['gift-sum', one('{ month: 2026-10, value: 41 }'), 'line 1, currency\n  The currency is missing. Add a line like currency: EUR.'],
    ['gift-sum', one('{ month: 2026-10, value: 41 }', 'currency: euro\n'), 'line 2, currency\n  This is no currency. Write its three capital letters, like EUR.'],
    ['volunteers', 'source: x\nnumbers: &a [*a]\n', '\n  The fields use & and * references.'],
    ['volunteers', '\tsource: x\n', 'line 1\n  The line begins with a tab. Begin it with spaces.'],
    ['volunteers', Buffer.from('source: \xe9\n', 'latin1'), 'line 1\n  The file is not written in UTF-8'],
  ])('%s: %j', async (name, text, sentence) => {
    expect(await read(name, text)).toContain(`content/figures/${name}.yml${sentence.startsWith('\n') ? '' : ', '}${sentence}`);
  });

  test('by the build as well, which publishes all the same', async () => {
    const root = await folder({ 'content/figures/volunteers.yml': one('{ value: 41 }'), 'content/figures/volunters.yml': 'x', 'content/figures/kittens.yml': 'x', 'content/figures/README.md': 'x' });
    const { faults } = await readEdition({ root, site: organisation, now: NOW });
    expect(faults.every(({ stops }) => stops === 'nothing')).toBe(true);
    expect(told(faults)).toContain('content/figures/volunteers.yml, line 3, numbers.1\n  This number has no day, week or month.');
    expect(told(faults)).toContain('content/figures/volunters.yml\n  This is not the name of what can be counted, so nobody reads it. Name it volunteers.yml.');
    expect(told(faults)).toContain('content/figures/kittens.yml\n  This is not the name of what can be counted, so nobody reads it. Name it after one of views,');
  });
});

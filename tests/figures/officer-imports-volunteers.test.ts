import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { exportHistory } from '../../integrations/commands/figures/export-history.ts';
import { restoreHistory } from '../../integrations/commands/figures/restore-history.ts';
import { useOwnHistory } from './own-history.ts';

const desk = useOwnHistory();

const FORM = 'Tijdstempel,Naam,E-mail,Taal,utm_campaign,Waarom\n03-11-2026 09:00:00,Amina,a@b.example,nl,free-internet,My brother fled\n13-11-2026 23:30:00,Jan,j@b.example,Nederlands,,\n03-11-2026 10:00:00,Lotte,l@b.example,ar,free-internet,\n';

test('people who offer help are counted by day, campaign and language; who they are is not kept', async () => {
  expect(await desk.take('form.csv', FORM, '--metric', 'applications', '--time-zone', 'Europe/Amsterdam', '--source', 'helpers')).toBe(0);
  expect((await desk.figures('applications')).filter((line) => !line.endsWith(' 0'))).toEqual(['2026-11-03 helpers 2', '2026-11-13 helpers 1']);
  expect(await desk.figures('applications')).toHaveLength(11);
  expect(await desk.figures('applications', 'campaign:free-internet')).toEqual(['2026-11-03 helpers 2']);
  expect(await desk.figures('applications', 'lang:ar')).toEqual(['2026-11-03 helpers 1']);
  expect(desk.said.at(-1)).toBe('helpers: 3 rows read, 3 taken; figures: 14 new, 0 changed, 0 known from before, 0 gone.');
  await exportHistory([join(desk.folder, 'copy.ndjson')], desk.open);
  expect(await readFile(join(desk.folder, 'copy.ndjson'), 'utf8')).not.toMatch(/Amina|b\.example|brother|Nederlands/);
});

test('the same list again changes nothing, a longer one adds', async () => {
  const options = ['--metric', 'applications', '--time-zone', 'Europe/Amsterdam'];
  await desk.take('form.csv', FORM, ...options);
  await desk.take('form.csv', FORM, ...options);
  expect(desk.said.at(-1)).toContain('figures: 0 new, 0 changed, 14 known from before, 0 gone.');
  await desk.take('form.csv', `${FORM}15-11-2026 10:00:00,Bo,b@b.example,,,\n`, ...options);
  expect((await desk.figures('applications')).at(-1)).toBe('2026-11-15 bank 1');
});

test('hours are added up, also halves; the number of volunteers is the one of that day', async () => {
  await desk.take('hours.csv', 'Datum;Uren\n2026-11-03;2,5\n2026-11-03;1\n', '--metric', 'volunteer-hours');
  await desk.take('people.csv', 'date,number\n2026-10-31,41\n2026-11-20,44\n', '--metric', 'volunteers');
  expect(await desk.figures('volunteer-hours')).toEqual(['2026-11-03 bank 3.5']);
  expect(await desk.figures('volunteers')).toEqual(['2026-10-31 bank 41', '2026-11-20 bank 44']);
});

test('rows that say nothing are named with why', async () => {
  expect(await desk.take('people.csv', 'date,number\n2026-10-31,41\n2026-10-31,42\n2026-11-31,1\n2026-11-20,some\n2026-11-19,1.5\n', '--metric', 'volunteers')).toBe(1);
  expect(desk.said.filter((line) => line.startsWith('Left out, row'))).toEqual(['Left out, row 3: a second number for the same day.', 'Left out, row 4: no day that exists.', 'Left out, row 5: no number.', 'Left out, row 6: no whole number.']);
});

test.each([
  ['date,people\n2026-11-03,4\n', ['--metric', 'volunteers'], 'No column is the number of volunteers. Say which it is: --map "people=number".'],
  ['date,number\n2026-11-03,4\n', ['--metric', 'views'], '--metric is “views”; there are: gifts, applications, volunteers, volunteer-hours.'],
  ['date,number\n2026-11-03,4\n', ['--metric', 'volunteers', '--profile', 'stripe'], '--profile stripe is about gifts. Leave it out for volunteers.'],
])('what is missing is asked for: %s', async (content, options, sentence) => {
  expect(await desk.take('list.csv', content, ...options)).toBe(sentence);
});

test('a copy of everything can be taken in again elsewhere', async () => {
  await desk.take('people.csv', 'date,number\n2026-10-31,41\n', '--metric', 'volunteers');
  await desk.take('gifts.csv', 'date,amount,currency\n2026-11-03,10.00,EUR\n');
  const copy = join(desk.folder, 'copy.ndjson');
  expect(await exportHistory([copy], desk.open)).toBe(0);
  await expect(exportHistory([copy], desk.open)).rejects.toThrow('exists already');
  await desk.work(({ history }) => history.forget('bank'));
  expect(await desk.gifts()).toEqual([]);
  expect(await restoreHistory([copy], desk.open)).toBe(0);
  expect(desk.said.at(-1)).toMatch(/copy\.ndjson: \d+ new, 0 changed, 0 known from before\.$/);
  expect([await desk.gifts(), await desk.figures('volunteers')]).toEqual([['2026-11-03 1000 EUR once'], ['2026-10-31 bank 41']]);
  await expect(restoreHistory([join(desk.folder, 'none.ndjson')], desk.open)).rejects.toThrow('cannot be read');
});

test('a day that has not come yet is left out, and days up to the one that is told are known to have been empty', async () => {
  expect(await desk.take('list.csv', 'date\n2026-11-03\n2026-11-24\n', '--metric', 'applications', '--through', '2026-11-05')).toBe(1);
  expect(desk.said).toContain('Left out, row 3: “date” is a day that has not come yet; correct it in the file, or say with --time-format how its days are written.');
  expect(await desk.figures('applications')).toEqual(['2026-11-03 bank 1', '2026-11-04 bank 0', '2026-11-05 bank 0']);
});

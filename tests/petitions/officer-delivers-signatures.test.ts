import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { exportList } from '../../integrations/commands/petition/export-list.ts';
import { StoreFault } from '../../integrations/store/ledger.ts';
import { useOwnDesk } from './own-desk.ts';

const desk = useOwnDesk();

const exported = async (...options: string[]) => {
  const path = join(desk.folder, 'list.csv');
  expect(await exportList(['free-internet', path, ...options], desk.open)).toBe(0);
  return parse(await readFile(path, 'utf8'), { bom: true, columns: true }) as Record<string, string>[];
};

test('an officer writes the counted signatures for the target, without addresses', async () => {
  await desk.sign({ name: 'Amina "Mina" Osman' }, { name: 'Amina "mina" Osman' }, { name: 'ليلى', email: 'leyla@ziggo.nl', place: 'Den Haag, Scheveningen' }, { name: 'Bot', email: 'bot@ziggo.nl', score: 60 });
  expect(await exported()).toEqual([
    { name: 'Amina "Mina" Osman', place: 'Utrecht', country: '', signed: '2026-11-23' },
    { name: 'ليلى', place: 'Den Haag, Scheveningen', country: '', signed: '2026-11-23' },
  ]);
  expect(desk.said[0]).toContain('2 valid signatures of free-internet');
  expect(desk.all()).not.toMatch(/Amina|ليلى/);
});

test('nobody else on the machine can read the file, and spreadsheets know its letters', async () => {
  await desk.sign({});
  await exported();
  expect((await stat(join(desk.folder, 'list.csv'))).mode & 0o777).toBe(0o600);
  expect([...(await readFile(join(desk.folder, 'list.csv'))).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test.each(['=1+1', '+31612345678', '-2', '@SUM(A1)', '＝1+1', ' =1+1', '\t=1+1'])('a spreadsheet will not calculate “%s”', async (place) => {
  await desk.sign({ place });
  const [row] = await exported();
  expect(row!['place']).toBe(`'${place}`);
});

test('other columns come only when they are asked for', async () => {
  await desk.sign({});
  expect(await exported('--columns', 'name,email')).toEqual([{ name: 'Amina Osman', email: 'amina@kpnmail.nl' }]);
  await expect(exportList(['free-internet', 'x.csv', '--columns', 'ip'], desk.open)).rejects.toThrow('--columns has “ip”; there are: name, place');
});

test('she writes a list of those who want news, with their addresses, and nobody else', async () => {
  await desk.sign({ updates: true }, { name: 'Jan', email: 'jan@ziggo.nl' }, { name: 'Lotte', email: 'lotte@ziggo.nl' }, { name: 'Lotte', email: 'lotte@ziggo.nl', updates: true }, { name: 'Bot', email: 'bot@ziggo.nl', score: 60, updates: true });
  expect(await exported('--updates')).toEqual([{ name: 'Amina Osman', email: 'amina@kpnmail.nl', language: 'nl' }, { name: 'Lotte', email: 'lotte@ziggo.nl', language: 'nl' }]);
  expect(desk.said.at(-1)).toContain('2 people who signed free-internet and want news:');
});

test('who wants news is a column like any other', async () => {
  await desk.sign({ updates: true }, { name: 'Jan', email: 'jan@ziggo.nl' });
  expect(await exported('--columns', 'name,updates')).toEqual([{ name: 'Amina Osman', updates: 'yes' }, { name: 'Jan', updates: 'no' }]);
  await rm(join(desk.folder, 'list.csv'));
  expect(await exported('--updates', '--columns', 'email')).toEqual([{ email: 'amina@kpnmail.nl' }]);
  expect(desk.said.at(-1)).toContain('1 person who signed free-internet and wants news:');
});

test.each(['dist', 'public', 'content', '.releases', 'src'])('the list is refused below %s', async (folder) => {
  await mkdir(join(desk.folder, folder, 'deep'), { recursive: true });
  await expect(exportList(['free-internet', join(desk.folder, folder, 'deep', 'list.csv')], desk.open)).rejects.toThrow(`would lie below ${folder}/, which is published`);
});

test('it is refused through a link that leads there', async () => {
  await mkdir(join(desk.folder, 'public'));
  await symlink(join(desk.folder, 'public'), join(desk.folder, 'elsewhere'));
  await expect(exportList(['free-internet', join(desk.folder, 'elsewhere/list.csv')], desk.open)).rejects.toThrow('would lie below public/');
});

test('it is refused where git would take it along, and taken where git looks away', async () => {
  execFileSync('git', ['init', '--quiet', desk.folder]);
  await writeFile(join(desk.folder, '.gitignore'), 'private/\n');
  await mkdir(join(desk.folder, 'private'));
  await expect(exportList(['free-internet', join(desk.folder, 'list.csv')], desk.open)).rejects.toThrow('among files that git keeps');
  expect(await exportList(['free-internet', join(desk.folder, 'private/list.csv')], desk.open)).toBe(0);
});

test('a file that is there stays, and a folder that is not is told', async () => {
  await writeFile(join(desk.folder, 'list.csv'), 'mine');
  await expect(exportList(['free-internet', join(desk.folder, 'list.csv')], desk.open)).rejects.toThrow('exists already');
  expect(await readFile(join(desk.folder, 'list.csv'), 'utf8')).toBe('mine');
  await expect(exportList(['free-internet', join(desk.folder, 'nowhere/list.csv')], desk.open)).rejects.toThrow('There is no folder');
});

test('a store that breaks off leaves no half list behind', async () => {
  const path = join(desk.folder, 'list.csv');
  const broken = async () => {
    const opened = await desk.open();
    async function* rows(): AsyncGenerator<never> {
      throw new StoreFault('The store is out of reach.');
    }
    return { ...opened, ledger: { ...opened.ledger, rows } };
  };
  await expect(exportList(['free-internet', path], broken)).rejects.toThrow('out of reach');
  await expect(stat(path)).rejects.toThrow('ENOENT');
});

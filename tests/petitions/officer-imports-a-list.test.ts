import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { erase } from '../../integrations/commands/petition/erase.ts';
import { importList } from '../../integrations/commands/petition/import-list.ts';
import type { Refusal } from '../../integrations/refusal.ts';
import type { LedgerRow } from '../../integrations/store/ledger.ts';
import { STORE_FILE } from '../../integrations/store/open-ledger.ts';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { useOwnDesk } from './own-desk.ts';

const desk = useOwnDesk();

const take = async (name: string, content: string | Uint8Array, ...options: string[]) => {
  const path = join(desk.folder, name);
  await writeFile(path, content);
  return importList(['free-internet', path, ...options], desk.open);
};
const kept = () => desk.ledger(async (ledger) => {
  const rows: LedgerRow[] = [];
  for await (const row of ledger.rows('free-internet', ['valid', 'duplicate', 'suspect'])) rows.push(row);
  return rows;
});

const FORMS = `ID,Start time,Completion time,Email,Name,Wat is je naam?,E-mailadres,Woonplaats,Ik ga akkoord dat mijn naam en e-mailadres worden bewaard,Schoenmaat
1,11/23/26 10:00:00,11/23/26 10:01:30,anonymous,,Amina Osman,amina@kpnmail.nl,Utrecht,Ik ga akkoord;,38
2,11/23/26 14:00:00,11/23/26 14:05:00,anonymous,,Jan de Vries,jan@ziggo.nl,Zwolle,Ik ga akkoord;,44
3,11/23/26 15:00:00,11/23/26 15:05:00,anonymous,,Niet Akkoord,nee@ziggo.nl,Zwolle,,40
4,11/23/26 16:00:00,11/23/26 16:05:00,anonymous,,"=HYPERLINK(""x"")",x@ziggo.nl,Zwolle,Ik ga akkoord;,40
`;
const AMSTERDAM = ['--time-zone', 'Europe/Amsterdam'];
const CONSENT = ['--consent-given', 'I sign and agree to be counted.'];

test('an officer takes over an export of Microsoft Forms', async () => {
  expect(await take('Gratis internet(1-4).csv', FORMS, ...AMSTERDAM)).toBe(1);
  expect(desk.said).toEqual([
    '“ID” is id.', '“Completion time” is time.', '“Wat is je naam?” is name.', '“E-mailadres” is email.', '“Woonplaats” is place.', '“Ik ga akkoord dat mijn naam en e-mailadres worden bewaard” is consent.',
    'Left out: “Start time”, “Email”, “Name”, “Schoenmaat”.',
    expect.stringMatching(/^What they agreed to is kept as version [\da-f]{8}: “Ik ga akkoord dat mijn naam en e-mailadres worden bewaard”$/),
    'In “Ik ga akkoord dat mijn naam en e-mailadres worden bewaard”, the one answer besides nothing counts as yes.',
    'Left out, row 4, column “Ik ga akkoord dat mijn naam en e-mailadres worden bewaard”: no yes. Write yes if this person agreed; nobody else may be counted.',
    'Left out, row 5, column “Wat is je naam?”: no name: it has a web address in it, begins with a sign such as = or +, or has no letter. Write the name alone.',
    'free-internet: 2 new, 0 of people who had signed already, 0 to be reviewed, 0 known from before.',
    '2 of 4 rows were left out. Mend what is named above and import the list again: rows that are known change nothing.',
  ]);
  expect(await kept()).toMatchObject([
    { name: 'Amina Osman', email: 'amina@kpnmail.nl', place: 'Utrecht', origin: 'list', state: 'valid', signedAt: Date.parse('2026-11-23T09:01:30Z') },
    { name: 'Jan de Vries', state: 'valid', signedAt: Date.parse('2026-11-23T13:05:00Z') },
  ]);
  expect(desk.all()).not.toMatch(/Amina|ziggo/);
});

test('a list of nothing but headings is told to be one', async () => {
  await expect(take('list.csv', 'Name,E-mail\n', ...CONSENT)).rejects.toThrow(/has a first row with the names of columns and no row below it\./);
});

test('the same list again, longer and under another number, adds only what is new', async () => {
  await take('Gratis internet(1-4).csv', FORMS, ...AMSTERDAM);
  await take('Gratis internet(1-5) (1).csv', `${FORMS}5,11/23/26 17:00:00,11/23/26 17:05:00,anonymous,,Lotte,lotte@ziggo.nl,Zwolle,Ik ga akkoord;,40\n`, ...AMSTERDAM);
  expect(desk.said.at(-2)).toBe('free-internet: 1 new, 0 of people who had signed already, 0 to be reviewed, 2 known from before.');
  expect(await kept()).toHaveLength(3);
});

test('somebody who signed on the page is counted once', async () => {
  await desk.sign({ name: 'AMINA OSMAN', email: 'Amina@KPNmail.nl' });
  await take('list.csv', FORMS, ...AMSTERDAM);
  expect(desk.said.at(-2)).toContain('1 new, 1 of people who had signed already');
});

test('a dry run writes nothing', async () => {
  expect(await take('list.csv', FORMS, ...AMSTERDAM, '--dry-run')).toBe(1);
  expect(desk.said.at(-2)).toBe('2 of 4 rows are signatures. Nothing was written.');
  expect(await kept()).toEqual([]);
});

test('she reads of every row that was left out its number in the spreadsheet, its column, and what to write, and nobody’s name', async () => {
  const rows = ['Voornaam,Achternaam,Mail,Akkoord,Datum', 'Amina,Osman,amina@kpnmail.nl,ja,2026-11-03 10:00', '', '"Jan\nPiet",,jan@ziggo,nee,2026-02-30 10:00', ',,,ja,gisteren', `${'Lang'.repeat(30)},,${'x'.repeat(70)}@ziggo.nl,ja,`, 'Kees,,kees@ziggo,ja,2026-02-30 10:00', ''];
  expect(await take('list.csv', rows.join('\n'), ...AMSTERDAM)).toBe(1);
  expect(desk.said.filter((line) => line.startsWith('Left out, row'))).toEqual([
    'Left out, rows 4, 7, column “Mail”: no whole e-mail address. Write one address, like name@example.org, and nothing else.',
    'Left out, row 4, column “Akkoord”: no yes. Write yes if this person agreed; nobody else may be counted.',
    'Left out, rows 4, 7, column “Datum”: “2026-02-30 10:00” is no moment that exists. Write day and time like 2026-11-23 14:05.',
    'Left out, row 5, column “Voornaam” and “Achternaam”: empty. Write the name of whoever signed.',
    'Left out, row 5, column “Mail”: empty. Write the e-mail address, by which people are counted once.',
    'Left out, row 5, column “Datum”: no moment. Write day and time like 2026-11-23 14:05.',
    'Left out, row 6, column “Voornaam” and “Achternaam”: longer than 100 letters. Shorten it.',
    'Left out, row 6, column “Mail”: longer than an address can be. Write one address, like name@example.org, and nothing else.',
    'Left out, row 6, column “Datum”: empty. Write day and time like 2026-11-23 14:05.',
  ]);
  expect(desk.said.at(-1)).toContain('4 of 5 rows were left out.');
  expect(desk.all()).not.toMatch(/Jan|Piet|Kees|ziggo|gisteren/);
});

test('a moment that cannot be is told by row and column, and one just before the petition opened is taken', async () => {
  const rows = ['Naam,Mail,Akkoord,Datum', 'Amina,amina@kpnmail.nl,ja,2099-01-01T10:00:00Z', 'Jan,jan@kpnmail.nl,ja,1899-12-31T10:00:00Z', 'Kees,kees@kpnmail.nl,ja,2025-09-30T10:00:00Z', 'Lotte,lotte@kpnmail.nl,ja,2025-10-01T10:00:00Z', 'Mo,mo@kpnmail.nl,ja,2026-11-24T08:00:00Z'];
  expect(await take('list.csv', rows.join('\n'))).toBe(1);
  expect(desk.said.filter((line) => line.startsWith('Left out, row'))).toEqual([
    'Left out, row 2, column “Datum”: “2099-01-01T10:00:00Z” is yet to come. Write when this person signed, like 2026-11-23 14:05.',
    'Left out, row 3, column “Datum”: “1899-12-31T10:00:00Z” is before 2025-10-01. Write when this person signed, like 2026-11-23 14:05. Lists may begin a year before “opens” of petition.yml.',
    'Left out, row 4, column “Datum”: “2025-09-30T10:00:00Z” is before 2025-10-01. Write when this person signed, like 2026-11-23 14:05. Lists may begin a year before “opens” of petition.yml.',
  ]);
  expect((await kept()).map(({ name }) => name)).toEqual(['Lotte', 'Mo']);
});

const PLAIN = 'Naam;E-mail;Akkoord;Datum\r\n"de Vries; Jan";jan@ziggo.nl;ja;2026-11-03T10:00:00+01:00\r\n';

test.each([
  ['with semicolons and quotation marks', PLAIN],
  ['with a byte order mark', `\uFEFF${PLAIN}`],
  ['in UTF-16, as Excel writes “Unicode text”', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PLAIN.replaceAll('"', '').replace('de Vries; Jan', 'de Vries Jan').replaceAll(';', '\t'), 'utf16le')])],
  ['with Excel’s own first line', `sep=;\r\n${PLAIN}`],
])('a list %s is read', async (_, content) => {
  expect(await take('list.csv', content)).toBe(0);
  expect((await kept()).map(({ name, signedAt }) => [name.replace(';', ''), signedAt])).toEqual([['de Vries Jan', Date.parse('2026-11-03T09:00:00Z')]]);
});

test.each([
  ['tr', 'Adınız Soyadınız,E-posta,Şehir,Onaylıyorum', 'evet'],
  ['ar', 'الاسم الكامل,البريد الإلكتروني,المدينة,أوافق', 'نعم'],
  ['uk', "Повне ім'я,Електронна пошта,Місто,Погоджуюсь", 'так'],
  ['fa', 'نام و نام خانوادگی,ایمیل,شهر,موافقم', 'بله'],
  ['ti', 'ስም,ኢመይል,ከተማ,ፍቓድ', 'እወ'],
  ['en', 'Full name,Email address,City,I agree', 'yes'],
])('questions in %s are known', async (_, heading, yes) => {
  await take('list.csv', `${heading}\nAmina,amina@kpnmail.nl,Utrecht,${yes}\n`);
  expect(await kept()).toMatchObject([{ name: 'Amina', email: 'amina@kpnmail.nl', place: 'Utrecht' }]);
});

test('first and last name become one', async () => {
  await take('list.csv', 'Voornaam,Achternaam,Mail\nAmina,Osman,amina@kpnmail.nl\n', ...CONSENT);
  const [row] = await kept();
  expect(row!.name).toBe('Amina Osman');
  expect(desk.said).toContain(`What they agreed to is kept as version ${row!.version}: “${CONSENT[1]}”`);
});

test('rows without numbers are known by who signed, in any order', async () => {
  await take('list.csv', 'Naam,Mail\nAmina,amina@kpnmail.nl\nJan,jan@ziggo.nl\n', ...CONSENT);
  await take('list.csv', 'Naam,Mail\nJan,jan@ziggo.nl\nAmina,amina@kpnmail.nl\n', ...CONSENT);
  expect(desk.said.at(-1)).toContain('0 new, 0 of people who had signed already, 0 to be reviewed, 2 known from before');
});

const stall = (...people: string[]) => `ID,Name,Email,Consent\n${people.map((name, index) => `${index + 1},${name},${name.replace(' ', '.').toLowerCase()}@kpnmail.nl,yes\n`).join('')}`;
const refusalOf = (taking: Promise<number>) => taking.then(() => 'taken', (error: Refusal) => `${error.exitCode} ${error.message}`);

test('two lists that a browser gave the same name do not swallow each other’s people', async () => {
  await take('signatures.csv', stall('Anna Berg', 'Bo Dijk', 'Cem Er'));
  const second = stall('Dina Fos', 'Eva Gul', 'Finn Hek', 'Gerd Ide');
  const sentence = '2 Nothing was imported.\nRows 2, 3, 4: another person than had this number in “ID” when a list called “signatures” was imported before. If this is another list, give it a name of its own: --list "signatures, second list".';
  expect(await refusalOf(take('signatures (1).csv', second, '--dry-run'))).toBe(sentence);
  expect(await refusalOf(take('signatures (1).csv', second))).toBe(sentence);
  expect(await kept()).toHaveLength(3);
  expect(await take('signatures (1).csv', second, '--list', 'Stall in Utrecht')).toBe(0);
  expect(await kept()).toHaveLength(7);
  expect(desk.all()).not.toMatch(/Anna|Dina|kpnmail/);
});

test('a list whose numbers are not each one person’s is refused as a whole', async () => {
  expect(await refusalOf(take('list.csv', stall('Anna Berg', 'Bo Dijk', 'Cem Er').replace('\n3,', '\n1,')))).toBe('2 Nothing was imported.\nRows 2 and 4: two people have the same number in “ID”. Give each a number of its own, or leave the column out: --map "ID=".');
  expect(await kept()).toEqual([]);
  expect(await take('list.csv', stall('Anna Berg', 'Bo Dijk', 'Cem Er').replace('\n3,', '\n1,'), '--map', 'ID=')).toBe(0);
  expect(await kept()).toHaveLength(3);
});

test('whoever corrects an address or a name of a list that was imported learns what to do', async () => {
  const list = stall('Anna Berg', 'Bo Dijk', 'Cem Er');
  await take('list.csv', list);
  expect(await refusalOf(take('list.csv', list.replace('bo.dijk@', 'bo.dyk@')))).toBe('2 Nothing was imported.\nRow 3: the name is the one that the number had when “list” was imported before, and the address is another. If this is another list, give it a name of its own with --list. If the address was corrected, give the row a new number, and remove what was imported with “npm run petition -- erase free-internet --email <old address>”.');
  expect(await refusalOf(take('list.csv', list.replace('Bo Dijk', 'Bob Dijk')))).toContain('\nRow 3: the address is the one that the number had when “list” was imported before, and the name is another. If this is another list, give it a name of its own with --list. If the name was corrected, put the old one back');
  expect(await take('list.csv', list.replace('Bo Dijk', 'BO DIJK'))).toBe(0);
  await erase(['free-internet', '--email', 'bo.dijk@kpnmail.nl', '--yes'], desk.open);
  expect(await take('list.csv', list.replace('2,Bo Dijk,bo.dijk@', '4,Bo Dijk,bo.dyk@'))).toBe(0);
  expect((await kept()).map(({ email }) => email)).toEqual(['anna.berg@kpnmail.nl', 'cem.er@kpnmail.nl', 'bo.dyk@kpnmail.nl']);
});

test.each([['with numbers', ''], ['without numbers', 'ID=']])('somebody who was removed stays so when a list %s comes again, and nothing that is left tells who it was', async (_, rule) => {
  const options = rule === '' ? [] : ['--map', rule];
  await take('list.csv', stall('Anna Berg', 'Bo Dijk'), ...options);
  await erase(['free-internet', '--email', 'anna.berg@kpnmail.nl', '--yes'], desk.open);
  expect(await take('list.csv', stall('Anna Berg', 'Bo Dijk'), ...options)).toBe(0);
  expect(desk.said.at(-1)).toBe('free-internet: 0 new, 0 of people who had signed already, 0 to be reviewed, 1 known from before, 1 removed before and left so.');
  expect((await kept()).map(({ name }) => name)).toEqual(['Bo Dijk']);
  const hashes = keyedHashes(await desk.ledger((ledger) => ledger.secret()));
  const file = new DatabaseSync(join(desk.folder, 'store', STORE_FILE), { readOnly: true });
  const rows = JSON.stringify(file.prepare(`SELECT * FROM signatures WHERE state = 'erased'`).all());
  file.close();
  expect(rows).toContain('list#');
  for (const trace of ['Anna', hashes.person('free-internet', 'anna.berg@kpnmail.nl'), hashes.namesake('free-internet', 'Anna Berg')]) expect(rows).not.toContain(trace);
});

test('who stands twice in a list without numbers is counted once, and a tick of the second row is kept', async () => {
  const rows = 'Naam,Mail,Nieuws\nAmina,amina@kpnmail.nl,\nAmina,amina@kpnmail.nl,ja\n';
  await take('list.csv', rows, ...CONSENT, '--map', 'Nieuws=updates');
  expect(desk.said.at(-1)).toContain('1 new, 1 of people who had signed already');
  expect(await kept()).toMatchObject([{ state: 'valid', updates: true }, { state: 'duplicate' }]);
  await take('list.csv', rows, ...CONSENT, '--map', 'Nieuws=updates');
  expect(desk.said.at(-1)).toContain('0 new, 0 of people who had signed already, 0 to be reviewed, 2 known from before.');
});

test('no more is kept than the petition asks for', async () => {
  await take('list.csv', 'Naam,Mail,Land,Stad\nAmina,amina@kpnmail.nl,NL,Utrecht\n', ...CONSENT);
  expect(desk.said).toContain('“Land” is left out, because “fields” of the petition has no country.');
  expect(await kept()).toMatchObject([{ country: '', place: 'Utrecht' }]);
});

/** A workbook as small as can be: text, and a date as the number of days since 1900 that Excel keeps. */
function workbook(): Uint8Array {
  const cell = (column: string, row: number, text: string) => `<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${['ID', 'Completion time', 'Naam', 'E-mail', 'Akkoord'].map((text, index) => cell('ABCDE'[index]!, 1, text)).join('')}</row><row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>46349.5</v></c>${cell('C', 2, 'Ayşe')}${cell('D', 2, 'ayse@ziggo.nl')}${cell('E', 2, 'ja')}</row></sheetData></worksheet>`;
  const open = 'http://schemas.openxmlformats.org';
  return zipSync(Object.fromEntries(Object.entries({
    '[Content_Types].xml': `<Types xmlns="${open}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${open}/package/2006/relationships"><Relationship Id="r1" Type="${open}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${open}/spreadsheetml/2006/main" xmlns:r="${open}/officeDocument/2006/relationships"><sheets><sheet name="Form1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${open}/package/2006/relationships"><Relationship Id="r1" Type="${open}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${open}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${open}/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet,
  }).map(([name, text]) => [name, strToU8(text)])));
}

test('a workbook is read, its times by the clock that is told', async () => {
  expect(await take('list.xlsx', workbook(), ...AMSTERDAM)).toBe(0);
  expect(await kept()).toMatchObject([{ name: 'Ayşe', signedAt: Date.parse('2026-11-23T11:00:00Z') }]);
});

const two = (heading: string, row: string) => `${heading}\n${row}\n`;

test.each([
  ['a day that can be two', [two('Naam,Mail,Akkoord,Datum', 'Jan,jan@ziggo.nl,ja,9/8/26 18:01'), ...AMSTERDAM], '“9/8/26” can be a day in two months. Say which: --time-format d/m/y or --time-format m/d/y.'],
  ['days in two orders', [`${two('Naam,Mail,Akkoord,Datum', 'Jan,jan@ziggo.nl,ja,23/11/26')}Piet,piet@ziggo.nl,ja,11/23/26\n`, ...AMSTERDAM], 'not all written in one order'],
  ['a clock without a zone', [two('Naam,Mail,Akkoord,Datum', 'Jan,jan@ziggo.nl,ja,23/11/26 18:01')], 'Say whose clock it was: --time-zone Europe/Amsterdam'],
  ['a zone that does not exist', [two('Naam,Mail,Akkoord', 'Jan,jan@ziggo.nl,ja'), '--time-zone', 'Utrecht'], '--time-zone is “Utrecht”, which does not exist.'],
  ['a format that does not exist', [two('Naam,Mail,Akkoord', 'Jan,jan@ziggo.nl,ja'), '--time-format', 'dmy'], '--time-format is “dmy”; there are: d/m/y, m/d/y, y/m/d.'],
  ['no consent', [two('Naam,Mail', 'Jan,jan@ziggo.nl')], 'No column tells that people agreed'],
  ['answers that are neither yes nor no', [`${two('Naam,Mail,Akkoord', 'Jan,jan@ziggo.nl,misschien')}Piet,piet@ziggo.nl,soms\n`], '“Akkoord” has answers that are neither yes nor no'],
  ['no name', [two('X,Mail,Akkoord', 'Jan,jan@ziggo.nl,ja')], 'No column is the name. Say which column it is: --map "X=…".'],
  ['no address', [two('Naam,Akkoord', 'Jan,ja')], 'No column is the e-mail address'],
  ['two columns for one', [two('Naam,Name,Mail,Akkoord', 'Jan,Jan,jan@ziggo.nl,ja')], 'Both “Naam” and “Name” could be name. Say which: --map "Naam=name".'],
  ['one column for two', [two('Naam en woonplaats,Mail,Akkoord', 'Jan,jan@ziggo.nl,ja')], '“Naam en woonplaats” could be name or place.'],
  ['a column that is not there', [two('Naam,Mail,Akkoord', 'Jan,jan@ziggo.nl,ja'), '--map', 'Stad=place'], 'there is no such column. There are: “Naam”, “Mail”, “Akkoord”.'],
  ['a field that is none', [two('Naam,Mail,Akkoord', 'Jan,jan@ziggo.nl,ja'), '--map', 'Naam=title'], 'there is no field “title”'],
  ['another encoding', [Buffer.from('Naam,Mail\nJos\xe9,jose@ziggo.nl\n', 'latin1')], 'is not written in UTF-8'],
  ['quotation marks that do not match', [two('Naam,Mail', '"Jan,jan@ziggo.nl')], 'is damaged'],
  ['nothing', [''], 'has no first row'],
  ['a broken workbook', [Buffer.from('PK\x03\x04broken')], 'is no workbook that we can read'],
] as [string, [string | Uint8Array, ...string[]], string][])('she learns in a sentence what is wrong with %s', async (_, [content, ...options], sentence) => {
  const said = await take('list.csv', content, ...options).then(() => 'taken', (error: Error) => error.message);
  expect(said).toContain(sentence);
  expect(said).not.toMatch(/Jan|ziggo/);
  expect(await kept()).toEqual([]);
});

test('she says what she meant, and it is taken', async () => {
  expect(await take('list.csv', two('Naam en woonplaats,Mail,Akkoord,Datum', 'Jan,jan@ziggo.nl,ja,9/8/26 6:01 PM'), ...AMSTERDAM, '--map', 'Naam en woonplaats=name', '--time-format', 'm/d/y')).toBe(0);
  expect(await kept()).toMatchObject([{ name: 'Jan', signedAt: Date.parse('2026-09-08T16:01:00Z') }]);
});

test('a list comes too late once names are gone, for nobody knows who of it was counted', async () => {
  const path = join(desk.folder, 'list.csv');
  await writeFile(path, FORMS);
  await expect(importList(['warm-homes', path, ...AMSTERDAM], desk.open)).rejects.toThrow('warm-homes keeps no names since 2026-09-30, so people on the list could be counted twice.');
});

import { expect, test } from 'vitest';
import { anonymise } from '../../integrations/commands/petition/anonymise.ts';
import { erase } from '../../integrations/commands/petition/erase.ts';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { useOwnDesk } from './own-desk.ts';

const desk = useOwnDesk();
const counted = (slug: string) => desk.ledger((ledger) => ledger.counts(slug));

test('an officer sees what is kept of a person before anything is removed', async () => {
  await desk.sign({ updates: true, email: 'a.mina+x@gmail.com' }, { name: 'Jan', email: 'jan@ziggo.nl' });
  expect(await erase(['free-internet', '--email', 'amina@googlemail.com'], desk.open)).toBe(0);
  expect(desk.all()).toBe('  name:                Amina Osman\n  email:               a.mina+x@gmail.com\n  place:               Utrecht\n  updates:             yes\n  language:            nl\n  signed:              2026-11-23T09:00:00.000Z\n  state:               valid\n  came by:             page\n\nNothing was removed. With --yes it is.');
  expect((await counted('free-internet')).states).toMatchObject({ valid: 2, erased: 0 });
});

test('with --yes the person is removed, and whoever shares the address', async () => {
  await desk.sign({}, { name: 'Yusuf Osman' }, { name: 'Jan', email: 'jan@ziggo.nl' });
  expect(await erase(['free-internet', '--email', 'amina@kpnmail.nl', '--yes'], desk.open)).toBe(0);
  expect(desk.all()).toBe('2 signatures were removed from free-internet.');
  expect((await counted('free-internet')).states).toMatchObject({ valid: 1, erased: 2 });
  desk.said.length = 0;
  expect(await erase(['free-internet', '--email', 'amina@kpnmail.nl'], desk.open)).toBe(0);
  expect(desk.all()).toBe('Nothing is kept of this address for free-internet.');
});

test('answers that stand at Google are listed, because only hands can delete them', async () => {
  await desk.ledger(async (ledger) => {
    const hashes = keyedHashes(await ledger.secret());
    const signing = { name: 'Amina', email: 'amina@kpnmail.nl', place: '', country: '', comment: '', updates: false, lang: 'nl', source: '', bucket: '', version: '' };
    await ledger.enter('free-internet', [{ responseId: 'ACYDBNg-7', at: 1_790_000_000_000, signature: { ...signing, person: hashes.person('free-internet', signing.email), namesake: hashes.namesake('free-internet', signing.name), network: '', score: 0, reasons: [] } }]);
  });
  expect(await erase(['free-internet', '--email', 'amina@kpnmail.nl', '--yes'], desk.open)).toBe(0);
  expect(desk.all()).toMatch(/Google keeps a copy that no program can delete\.[\s\S]*delete this one:\n {2}ACYDBNg-7/);
  desk.said.length = 0;
  expect(await erase(['free-internet', '--left'], desk.open)).toBe(0);
  expect(desk.all()).toMatch(/delete this one:\n {2}ACYDBNg-7/);
  expect(await erase(['warm-homes', '--left'], desk.open)).toBe(0);
  expect(desk.said.at(-1)).toBe('As far as is known, the form of warm-homes has nothing left of anybody who was removed.');
});

test('who is removed while the signature is on its way to the form may still appear there, and that is said', async () => {
  await desk.sign({ ref: 'on-its-way', relay: true }, { name: 'Jan', email: 'jan@ziggo.nl', relay: true });
  await desk.ledger(async (ledger) => {
    const [leased] = await ledger.lease({ petitions: ['free-internet'], owner: 'relay', most: 1, now: Date.now(), until: Date.now() + 60_000 });
    expect(leased!.ref).toBe('on-its-way');
    await ledger.passed(leased!.id, 'relay', { to: 'sent', at: Date.now() });
  });
  expect(await erase(['free-internet', '--email', 'amina@kpnmail.nl', '--yes'], desk.open)).toBe(0);
  expect(desk.all()).toBe('1 signature was removed from free-internet.\nOne was on the way to the form and may still appear there. After the next sync, run “npm run petition -- erase free-internet --left”.');
  desk.said.length = 0;
  const signing = { name: 'Amina', email: 'amina@kpnmail.nl', place: '', country: '', comment: '', updates: false, lang: 'nl', source: '', bucket: '', version: '' };
  await desk.ledger((ledger) => ledger.enter('free-internet', [{ responseId: 'ACYDBNg-8', ref: 'on-its-way', at: 1_790_000_000_000, signature: { ...signing, person: 'p', namesake: 'n', network: '', score: 0, reasons: [] } }], '1AbC'));
  expect(await erase(['free-internet', '--left'], desk.open)).toBe(0);
  expect(desk.all()).toMatch(/delete this one:\n {2}ACYDBNg-8 \(form 1AbC\)$/);
  // Who never was on the way leaves nothing to wait for.
  desk.said.length = 0;
  expect(await erase(['free-internet', '--email', 'jan@ziggo.nl', '--yes'], desk.open)).toBe(0);
  expect(desk.all()).toBe('1 signature was removed from free-internet.');
});

test.each([[['free-internet'], 'Say whom: --email and the address.'], [['free-internet', '--email', 'amina'], 'What stands after --email is no e-mail address.'], [['--email', 'amina@kpnmail.nl'], 'Say which petition.']])('%j is refused in a sentence', async (args, sentence) => {
  await expect(erase(args, desk.open)).rejects.toThrow(sentence);
});

test('when its time has come, a petition loses names and addresses and keeps its total', async () => {
  const signedAt = Date.parse('2026-03-30T10:00:00Z');
  await desk.sign({ petition: 'warm-homes', signedAt }, { petition: 'warm-homes', signedAt, name: 'Jan', email: 'jan@ziggo.nl' }, {});
  expect(await anonymise(['--dry-run'], desk.open)).toBe(0);
  expect(await anonymise([], desk.open)).toBe(0);
  expect(desk.said.filter((line) => line.startsWith('warm'))).toEqual(['warm-homes: 2 signatures would lose names and addresses.', 'warm-homes: 2 signatures lost names and addresses.']);
  expect((await counted('warm-homes')).states.valid).toBe(2);
  const left = await desk.ledger(async (ledger) => {
    const rows = [];
    for await (const row of ledger.rows('warm-homes')) rows.push(row);
    return JSON.stringify(rows);
  });
  expect(left).not.toMatch(/Amina|Osman|Jan|kpnmail|ziggo/);
  desk.said.length = 0;
  expect(await erase(['free-internet', '--email', 'amina@kpnmail.nl'], desk.open)).toBe(0);
  expect(desk.all()).toContain('Amina Osman');
});

test('an officer who mistyped the year of closing loses nobody’s name, unless the officer insists', async () => {
  await desk.sign({ petition: 'warm-homes' });
  expect(await anonymise([], desk.open)).toBe(1);
  expect(await anonymise(['--yes'], desk.open)).toBe(1);
  expect(desk.said[0]).toBe('warm-homes: petition.yml says that it closed on 2026-03-31, and somebody signed on 2026-11-23. Look whether “closes” has the right year. Nothing was removed. If it has, run “npm run petition -- anonymise warm-homes --yes”.');
  expect(await anonymise(['warm-homes', '--yes'], desk.open)).toBe(0);
  expect(desk.said.at(-1)).toBe('warm-homes: 1 signature lost names and addresses.');
});

test('a petition keeps its names until its time has come, even when somebody names it', async () => {
  await desk.sign({});
  await expect(anonymise(['free-internet'], desk.open)).rejects.toThrow('free-internet keeps its names until 2027-09-30.');
  expect(await anonymise(['warm-homes'], desk.open)).toBe(0);
});

test('a petition whose file has faults is passed over, and that is said', async () => {
  await desk.sign({ petition: 'half-written' });
  expect(await anonymise([], desk.open)).toBe(0);
  expect(desk.said).toContain('content/petitions/half-written/petition.yml has faults, so it was passed over. “npm run build” names them.');
  await expect(anonymise(['half-written'], desk.open)).rejects.toThrow('has faults, so nobody knows what it asks and until when.');
});

test('a petition that is no longer written anywhere is anonymised when it is named', async () => {
  await desk.sign({ petition: 'gone' });
  expect(await anonymise([], desk.open)).toBe(0);
  expect(await anonymise(['gone'], desk.open)).toBe(0);
  expect(desk.said.at(-1)).toBe('gone: 1 signature lost names and addresses.');
});

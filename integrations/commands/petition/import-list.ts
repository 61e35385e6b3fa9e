import { basename, extname } from 'node:path';
import { dayIn } from '../../../src/domain/instant.ts';
import { anonymisationDay } from '../../../src/domain/petition-facts.ts';
import type { SigningAsked } from '../../../src/domain/signing.ts';
import { keyedHashes } from '../../../src/server/keyed-hash.ts';
import type { ListField } from '../../petitions/column-words.ts';
import { versionOf } from '../../files/petition-terms.ts';
import { readColumns, type ListColumns } from '../../petitions/list-columns.ts';
import { lineOfFault, type Span } from '../../petitions/list-fault.ts';
import { takenFault } from '../../petitions/list-number.ts';
import { readListFile, type ListFile } from '../../lists/list-file.ts';
import { readRows, soleAnswer } from '../../petitions/list-rows.ts';
import { isZone, TIME_FORMATS, timeReader, type TimeFormat } from '../../lists/list-time.ts';
import { Refusal } from '../../refusal.ts';
import { progress } from '../../share/progress.ts';
import type { Ledger, NewSignature } from '../../store/ledger.ts';
import { readArguments } from '../arguments.ts';
import { atDesk, chosen, openDesk, termsOf, type Desk, type OpenDesk } from './desk.ts';

const HELP = `npm run petition -- import <slug> <file.csv|file.xlsx>     takes over signatures of Microsoft Forms or any other list
  --dry-run                       only tells what would happen
  --map "Question 3=place"        what a column is; nothing after = leaves it out; as often as needed
  --time-format d/m/y             where 9/8/26 can be two days; also m/d/y, y/m/d
  --time-zone Europe/Amsterdam    whose clock the times are of
  --consent-given "sentence"      when everybody on the list agreed to this sentence, and no column says so
  --list "Stall in Utrecht"       the list's name; without it, that of the file

The same list can be imported again and again: rows that are known change nothing. Two lists need two names: when a row
has the number of another person, nothing is imported. Exit 1 when rows were left out, each told by its number, its column
and what to write; 0 when all were taken or known.`;

/** So many different faults are told one by one; a list with more of them has one fault, in its export. */
const MOST_FAULTS = 50;

/** `npm run petition -- import <slug> <file>`. Tells columns and numbers of rows, never a name. */
export async function importList(args: string[], open: OpenDesk = openDesk): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { map: { type: 'string', multiple: true }, 'time-format': text, 'time-zone': text, 'consent-given': text, list: text, 'dry-run': { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [slug, path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new Refusal(`Say which petition, and which file.\n\n${HELP}`, 2);
  const format = values['time-format'] as TimeFormat | undefined;
  if (format !== undefined && !TIME_FORMATS.includes(format)) throw new Refusal(`--time-format is “${format}”; there are: ${TIME_FORMATS.join(', ')}.`, 2);
  const zone = values['time-zone'];
  if (zone !== undefined && !isZone(zone)) throw new Refusal(`--time-zone is “${zone}”, which does not exist. Write it like Europe/Amsterdam.`, 2);
  return atDesk(open, async (desk) => {
    const petition = await chosen(desk, slug, HELP);
    refuseAfterRetention(desk, petition);
    const file = await readListFile(path);
    if (file.rows.length === 0) throw new Refusal(`${path} has a first row with the names of columns and no row below it. Export the list again, with its answers.`, 2);
    const columns = readColumns(file, values.map ?? []);
    tellColumns(file, columns);
    demand(columns, values['consent-given']);
    const { index } = columns;
    const reading = {
      petition, columns, list: values.list ?? nameOf(path), hashes: keyedHashes(await desk.ledger.secret()), asked: askedOf(desk, petition, file, columns, index.consent === undefined ? values['consent-given']!.trim() : file.columns[index.consent]!), now: Date.parse(desk.now), span: spanOf(desk, petition),
      timeOf: timeReader(index.time === undefined ? [] : file.rows.map((row) => row[index.time!]!), { format, zone }),
      consentGiven: index.consent === undefined, consentWord: index.consent === undefined ? undefined : consentWordOf(file, index.consent),
    };
    const { signatures, numbers, without } = readRows(file, reading);
    for (const { fault, rows } of without.slice(0, MOST_FAULTS)) console.log(lineOfFault(fault, rows));
    if (without.length > MOST_FAULTS) console.log(`… and ${without.length - MOST_FAULTS} other kinds of faults.`);
    const fault = takenFault(await desk.ledger.takenNumbers(petition, signatures), { petition, list: reading.list, column: index.id === undefined ? '' : file.columns[index.id]!, numbers });
    if (fault !== undefined) throw new Refusal(fault, 2);
    if (index.time === undefined) console.log('The list has no times; its signatures get the present one.');
    if (values['dry-run']) console.log(`${signatures.length} of ${file.rows.length} rows are signatures. Nothing was written.`);
    else console.log(summaryOf(await enter(desk.ledger, signatures), petition));
    const left = file.rows.length - signatures.length;
    if (left > 0) console.log(`${left} of ${file.rows.length} rows ${left === 1 ? 'was' : 'were'} left out. Mend what is named above and import the list again: rows that are known change nothing.`);
    return left > 0 ? 1 : 0;
  });
}

/** Once names are gone, nobody knows any more who of a list was counted. */
function refuseAfterRetention(desk: Desk, slug: string): void {
  const terms = termsOf(desk, slug);
  const day = terms && anonymisationDay(terms);
  if (day && day <= dayIn(desk.timeZone, desk.now)) throw new Refusal(`${slug} keeps no names since ${day}, so people on the list could be counted twice. Write how many they are into “offline” of content/petitions/${slug}/petition.yml.`, 1);
}

/** From a year before the petition opened, since lists lie on stalls before, to a day from now, since clocks differ. */
function spanOf(desk: Desk, slug: string): Span {
  // Of a petition that has no file any more, nobody knows; no list is older than this.
  const [year, month, day] = (termsOf(desk, slug)?.opens ?? '1991-01-01').split('-').map(Number) as [number, number, number];
  return { first: Date.UTC(year - 1, month - 1, day), last: Date.parse(desk.now) + 864e5 };
}

/** Microsoft writes the number of answers into the file's name, and browsers a copy's: neither makes another list. When it is one, its numbers are other people's. */
function nameOf(path: string): string {
  return basename(path, extname(path)).replace(/\s*\(\d+(?:-\d+)?\)/g, '').trim();
}

function tellColumns({ columns }: ListFile, { index, left }: ListColumns): void {
  for (const [field, place] of Object.entries(index) as [ListField, number][]) console.log(`“${columns[place]}” is ${field}.`);
  if (left.length > 0) console.log(`Left out: ${left.map((column) => `“${column}”`).join(', ')}.`);
}

function demand({ index, left }: ListColumns, consentGiven: string | undefined): void {
  const choices = left.length > 0 ? ` Say which column it is: --map "${left[0]}=…".` : '';
  if (index.name === undefined && index['first-name'] === undefined) throw new Refusal(`No column is the name.${choices}`, 2);
  if (index.email === undefined) throw new Refusal(`No column is the e-mail address, by which people are counted once.${choices}`, 2);
  if (index.consent !== undefined || (consentGiven ?? '').trim().length >= 10) return;
  throw new Refusal(`No column tells that people agreed to be on the list. Name it with --map "…=consent", or write the sentence that all of them agreed to: --consent-given "I sign and agree that …".`, 2);
}

/** A box that can only be ticked has one answer, its own label. */
function consentWordOf({ rows, columns: names }: ListFile, place: number): string | undefined {
  const word = soleAnswer(rows, place);
  if (word === undefined) throw new Refusal(`“${names[place]}” has answers that are neither yes nor no, so nobody can tell who agreed. Write yes or no into the column, or name another with --map.`, 2);
  if (word !== '') console.log(`In “${names[place]}”, the one answer besides nothing counts as yes.`);
  return word === '' ? undefined : word;
}

/** No more is kept of people on a list than of those who sign on the page. */
function askedOf(desk: Desk, petition: string, { columns: names }: ListFile, { index }: ListColumns, agreed: string): SigningAsked {
  const fields = termsOf(desk, petition)?.fields ?? ['name', 'email'];
  for (const field of ['place', 'country', 'comment'] as const) {
    if (index[field] !== undefined && !fields.includes(field)) console.log(`“${names[index[field]]}” is left out, because “fields” of the petition has no ${field}.`);
  }
  const version = versionOf('', agreed);
  console.log(`What they agreed to is kept as version ${version}: “${agreed}”`);
  return { fields, languages: desk.languages, version };
}

/** So many at once: each part is written whole or not at all, and the next run takes up where this one ended. */
const PART = 5000;

async function enter(ledger: Ledger, signatures: readonly NewSignature[]): Promise<Map<string, number>> {
  const outcomes = new Map<string, number>();
  const line = progress('Signatures, in thousands', Math.ceil(signatures.length / 1000));
  for (let start = 0; start < signatures.length; start += PART) {
    for (const { state, repeated } of await ledger.signAll(signatures.slice(start, start + PART))) {
      const outcome = repeated && state !== 'erased' ? 'known' : state;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    for (let thousand = 0; thousand < PART / 1000; thousand++) line.step();
  }
  line.done();
  return outcomes;
}

function summaryOf(outcomes: ReadonlyMap<string, number>, petition: string): string {
  const of = (state: string) => outcomes.get(state) ?? 0;
  return `${petition}: ${of('valid')} new, ${of('duplicate')} of people who had signed already, ${of('suspect')} to be reviewed, ${of('known')} known from before${of('erased') > 0 ? `, ${of('erased')} removed before and left so` : ''}.`;
}

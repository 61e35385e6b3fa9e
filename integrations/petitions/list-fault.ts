import { SIGNING_ROOM, type SigningFault, type SigningField } from '../../src/domain/signing.ts';
import type { ListField } from './column-words.ts';
import type { ListColumns } from './list-columns.ts';
import type { Cell, ListFile } from '../lists/list-file.ts';

/** Why a row is no signature. Never quotes what stands there, but for a time: whoever repairs the list sees the rest in it. */
export interface ListFault {
  /** Heading of the column; of a name in two columns both. */
  column: string;
  /** Without a full stop. */
  wrong: string;
  remedy: string;
}

type Sentences = Partial<Record<SigningFault, readonly [wrong: string, remedy: string]>>;

const long = (field: keyof typeof SIGNING_ROOM): readonly [string, string] => [`longer than ${SIGNING_ROOM[field]} letters`, 'Shorten it.'];

const SENTENCES: Partial<Record<SigningField, Sentences>> = {
  name: { missing: ['empty', 'Write the name of whoever signed.'], invalid: ['no name: it has a web address in it, begins with a sign such as = or +, or has no letter', 'Write the name alone.'], long: long('name') },
  email: { missing: ['empty', 'Write the e-mail address, by which people are counted once.'], invalid: ['no whole e-mail address', 'Write one address, like name@example.org, and nothing else.'], long: ['longer than an address can be', 'Write one address, like name@example.org, and nothing else.'] },
  place: { long: long('place') },
  country: { long: long('country') },
  comment: { long: long('comment') },
  consent: { missing: ['no yes', 'Write yes if this person agreed; nobody else may be counted.'] },
};

/** The fault of a field of the form, at the column where the list has it. */
export function faultyField(field: SigningField, fault: SigningFault, file: Pick<ListFile, 'columns'>, columns: ListColumns): ListFault {
  const [wrong, remedy] = SENTENCES[field]?.[fault] ?? ['not as it should be', 'Look at it.'];
  const halves: ListField[] = field === 'name' && columns.index.name === undefined ? ['first-name', 'last-name'] : [field as ListField];
  return { column: halves.flatMap((half) => (columns.index[half] === undefined ? [] : [`“${file.columns[columns.index[half]]}”`])).join(' and '), wrong, remedy };
}

/** The same for a cell that tells no moment. Only what looks like a time is shown: in a column that was taken for one, anything may stand. */
export function faultyTime(cell: Cell, heading: string): ListFault {
  const text = cell instanceof Date ? '' : cell.trim();
  const remedy = 'Write day and time like 2026-11-23 14:05.';
  const column = `“${heading}”`;
  if (text === '') return { column, wrong: 'empty', remedy };
  return /^[\d\s:./,+TZ-]{1,40}(?:[ap]\.?m\.?)?$/i.test(text) ? { column, wrong: `“${text}” is no moment that exists`, remedy } : { column, wrong: 'no moment', remedy };
}

/** Moments between which a signature of the list can be, in milliseconds; before `first` it is too old, after `last` yet to come. */
export interface Span {
  first: number;
  last: number;
}

/** What is wrong with a moment that is read; undefined when it can be. `first` is the beginning of a day. */
export function impossibleTime(signedAt: number, cell: Cell, heading: string, { first, last }: Span): ListFault | undefined {
  if (signedAt >= first && signedAt <= last) return undefined;
  const shown = cell instanceof Date ? cell.toISOString().slice(0, 16).replace('T', ' ') : cell.trim();
  const [column, remedy] = [`“${heading}”`, 'Write when this person signed, like 2026-11-23 14:05.'];
  if (signedAt > last) return { column, wrong: `“${shown}” is yet to come`, remedy };
  return { column, wrong: `“${shown}” is before ${new Date(first).toISOString().slice(0, 10)}`, remedy: `${remedy} Lists may begin a year before “opens” of petition.yml.` };
}

/** The fault and its rows in one line, at most twenty of them by their numbers. */
export function lineOfFault({ column, wrong, remedy }: ListFault, rows: readonly number[]): string {
  return `Left out, ${rows.length === 1 ? 'row' : 'rows'} ${rows.slice(0, 20).join(', ')}${rows.length > 20 ? ` and ${rows.length - 20} more` : ''}, column ${column}: ${wrong}. ${remedy}`;
}

import { randomUUID } from 'node:crypto';
import { readSigning, type SigningAsked, type SigningFault, type SigningField } from '../../src/domain/signing.ts';
import { suspicionOf } from '../../src/domain/suspicion.ts';
import type { KeyedHashes } from '../../src/server/keyed-hash.ts';
import type { NewSignature } from '../store/ledger.ts';
import { NO, YES, type ListField } from './column-words.ts';
import type { ListColumns } from './list-columns.ts';
import { faultyField, faultyTime, impossibleTime, type ListFault, type Span } from './list-fault.ts';
import { keysOfList, type KeyOfRow } from './list-key.ts';
import type { Cell, ListFile } from '../lists/list-file.ts';
import { plainWords } from './plain-words.ts';

/** How rows become signatures. */
export interface ListReading {
  petition: string;
  /** Tells lists apart whose rows have the same numbers. */
  list: string;
  columns: ListColumns;
  asked: SigningAsked;
  hashes: KeyedHashes;
  timeOf(cell: Cell): number | undefined;
  /** When people can have signed. */
  span: Span;
  /** For lists without times. */
  now: number;
  /** Everybody on the list agreed, and it is known to what. */
  consentGiven: boolean;
  /** The answer, in plain words, that means consent besides yes. */
  consentWord?: string | undefined;
}

/** Rows that are signatures, each with its number in the file, and what is wrong with the others, each fault with the numbers of its rows in the file; nobody's name among them. */
export interface ReadRows {
  signatures: NewSignature[];
  numbers: number[];
  without: { fault: ListFault; rows: number[] }[];
}

/** Reads all rows; a row lacks consent, a usable name, address or time, or it is a signature. Everything that a row lacks is told at once. */
export function readRows(file: ListFile, reading: ListReading, newRef: () => string = randomUUID): ReadRows {
  const signatures: NewSignature[] = [];
  const numbers: number[] = [];
  const keyOf = keysOfList(reading.list);
  const without = new Map<string, { fault: ListFault; rows: number[] }>();
  for (const [index, row] of file.rows.entries()) {
    const outcome = readRow(row, file, reading, keyOf, newRef);
    if (!Array.isArray(outcome)) {
      signatures.push(outcome);
      numbers.push(file.numbers[index]!);
    } else {
      for (const fault of outcome) {
        const key = JSON.stringify(fault);
        const known = without.get(key);
        if (known) known.rows.push(file.numbers[index]!);
        else without.set(key, { fault, rows: [file.numbers[index]!] });
      }
    }
  }
  return { signatures, numbers, without: [...without.values()] };
}

function readRow(row: readonly Cell[], file: ListFile, { petition, columns, asked, hashes, timeOf, span, now, consentGiven, consentWord }: ListReading, keyOf: KeyOfRow, newRef: () => string): NewSignature | ListFault[] {
  const { index } = columns;
  const cell = (field: ListField): Cell => (index[field] === undefined ? '' : row[index[field]]!);
  const text = (field: ListField) => (cell(field) instanceof Date ? '' : (cell(field) as string));
  const means = (field: ListField, word?: string) => YES.has(plainWords(text(field))) || (word !== undefined && plainWords(text(field)) === word);
  const name = index.name === undefined ? `${text('first-name')} ${text('last-name')}` : text('name');
  const typed = { name, email: text('email'), place: text('place'), country: text('country'), comment: text('comment'), consent: consentGiven || means('consent', consentWord) ? 'yes' : '', updates: means('updates') ? 'yes' : '', lang: text('language').trim().toLowerCase(), source: text('source') };
  const outcome = readSigning(typed, asked);
  const signedAt = index.time === undefined ? now : timeOf(cell('time'));
  const faults = 'faults' in outcome ? (Object.entries(outcome.faults) as [SigningField, SigningFault][]).map(([field, fault]) => faultyField(field, fault, file, columns)) : [];
  if (index.time !== undefined) {
    const fault = signedAt === undefined ? faultyTime(cell('time'), file.columns[index.time]!) : impossibleTime(signedAt, cell('time'), file.columns[index.time]!, span);
    if (fault !== undefined) faults.push(fault);
  }
  if ('faults' in outcome || signedAt === undefined || faults.length > 0) return faults;
  const { signing } = outcome;
  const signer = { person: hashes.person(petition, signing.email), namesake: hashes.namesake(petition, signing.name) };
  return { ...signing, petition, ref: newRef(), signedAt, ...signer, network: '', ...suspicionOf(signing, { bait: false }), origin: 'list', external: keyOf(text('id').trim(), signer), relay: false };
}

/** The one answer besides yes and no that a column has, in plain words; `''` when there is none, undefined for several. */
export function soleAnswer(rows: readonly Cell[][], place: number): string | undefined {
  const answers = new Set(rows.map((row) => (row[place] instanceof Date ? '' : plainWords(row[place] as string))).filter((answer) => !YES.has(answer) && !NO.has(answer)));
  return answers.size > 1 ? undefined : ([...answers][0] ?? '');
}

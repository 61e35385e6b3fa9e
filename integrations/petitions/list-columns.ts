import { Refusal } from '../refusal.ts';
import { COLUMN_WORDS, LIST_FIELDS, type ListField } from './column-words.ts';
import type { Cell, ListFile } from '../lists/list-file.ts';
import { readRule } from '../lists/map-rule.ts';
import { plainWords } from './plain-words.ts';

/** Which column is what; columns that are nothing we keep are in `left`. */
export interface ListColumns {
  index: Partial<Record<ListField, number>>;
  left: string[];
}

/**
 * Finds out which column is what, by words of their headings and by `--map column=field` (`column=` leaves one out). Two
 * columns that could be the same, and one that could be two things, are refused with what to write: a wrong guess would
 * make names of towns.
 */
export function readColumns({ columns, rows }: ListFile, mapped: readonly string[]): ListColumns {
  const told = new Map(mapped.map((rule) => readRule(rule, columns, LIST_FIELDS)));
  const index: ListColumns['index'] = {};
  const candidates = columns.map((column, place) => ({ column, place, field: told.has(place) ? told.get(place) : guess(column) })).filter(({ place }) => told.has(place) || hasAnswers(rows, place));
  for (const field of LIST_FIELDS) {
    const own = candidates.filter((candidate) => candidate.field === field);
    const chosen = own.filter(({ place }) => told.has(place));
    const [first, second] = chosen.length > 0 ? chosen : own;
    if (second) throw new Refusal(`Both “${first!.column}” and “${second.column}” could be ${field}. Say which: --map "${first!.column}=${field}".`, 2);
    if (first) index[field] = first.place;
  }
  const used = new Set(Object.values(index));
  return { index, left: columns.filter((column, place) => column !== '' && !used.has(place)) };
}

/** Microsoft writes “anonymous” into its own columns of open forms; such a column says nothing. */
function hasAnswers(rows: readonly Cell[][], place: number): boolean {
  return rows.some((row) => row[place] instanceof Date || !['', 'anonymous', 'anoniem', 'anonim', 'مجهول', 'анонім', 'анонімно', 'ناشناس'].includes(plainWords(row[place] as string)));
}

function guess(column: string): ListField | undefined {
  const heading = plainWords(column);
  if (heading === '' || /^(?:points|feedback|punten|starttijd|begintijd|start time|last modified time)\b/.test(heading)) return undefined;
  const exact = COLUMN_WORDS.find(([, words]) => words.includes(heading));
  if (exact) return exact[0];
  const within = COLUMN_WORDS.filter(([field, words]) => !['id', 'source'].includes(field) && words.some((word) => ` ${heading} `.includes(` ${word} `))).map(([field]) => field);
  // A question about consent or news often names the rest; any other pair is a riddle, except a name within its parts.
  const [first, ...others] = within;
  if (first === undefined || first === 'consent' || first === 'updates') return first;
  const riddle = others.filter((field) => !(field === 'name' && ['first-name', 'last-name'].includes(first)));
  if (riddle.length > 0) throw new Refusal(`“${column}” could be ${[first, ...riddle].join(' or ')}. Say which: --map "${column}=${first}", or leave it out: --map "${column}=".`, 2);
  return first;
}

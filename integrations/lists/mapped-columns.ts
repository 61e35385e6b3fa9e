import { plainWords } from '../petitions/plain-words.ts';
import { Refusal } from '../refusal.ts';
import { readRule } from './map-rule.ts';

/** Which column is what, by its place. */
export type Places<Field extends string> = Partial<Record<Field, number>>;

/**
 * Finds columns by `--map column=field` (`column=` leaves one out) and by words of headings, the best word first. Two
 * columns under the same word, and rules that fit nothing, are refused with what to write.
 */
export function mappedColumns<Field extends string>(columns: readonly string[], words: Partial<Record<Field, readonly string[]>>, fields: readonly Field[], rules: readonly string[]): Places<Field> {
  const told = new Map(rules.map((rule) => readRule(rule, columns, fields)));
  const places: Places<Field> = {};
  for (const field of fields) {
    const mapped = [...told].filter(([, to]) => to === field).map(([place]) => place);
    if (mapped.length > 1) throw new Refusal(`--map gives “${field}” to two columns. Keep one of them.`, 2);
    const place = mapped[0] ?? guessed(columns, words[field] ?? [], told, field);
    if (place !== undefined) places[field] = place;
  }
  return places;
}

function guessed(columns: readonly string[], words: readonly string[], told: ReadonlyMap<number, string>, field: string): number | undefined {
  for (const word of words) {
    const [first, second] = columns.flatMap((column, place) => (!told.has(place) && plainWords(column) === plainWords(word) ? [place] : []));
    if (second !== undefined) throw new Refusal(`Two columns are called “${columns[second]}”, and both could be ${field}. Give one of them another name.`, 2);
    if (first !== undefined) return first;
  }
  return undefined;
}

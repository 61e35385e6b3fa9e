import { plainWords } from '../petitions/plain-words.ts';
import { Refusal } from '../refusal.ts';

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

function readRule<Field extends string>(rule: string, columns: readonly string[], fields: readonly Field[]): [number, Field | ''] {
  const at = rule.lastIndexOf('=');
  const [column, field] = [rule.slice(0, at).trim(), rule.slice(at + 1).trim()];
  const place = columns.findIndex((one) => one !== '' && plainWords(one) === plainWords(column));
  if (at < 0 || place < 0) throw new Refusal(`--map has “${rule}”, but there is no such column. There are: ${columns.filter(Boolean).map((one) => `“${one}”`).join(', ')}.`, 2);
  if (field !== '' && !fields.includes(field as Field)) throw new Refusal(`--map has “${rule}”, but there is no field “${field}”. There are: ${fields.join(', ')}; nothing after = leaves the column out.`, 2);
  return [place, field as Field | ''];
}

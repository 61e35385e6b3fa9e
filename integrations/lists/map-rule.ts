import { plainWords } from '../petitions/plain-words.ts';
import { Refusal } from '../refusal.ts';

/** Reads `--map column=field`: the column's place and its field, `''` for `column=`, which leaves it out. Refused when there is no such column, or no such field, with those that there are. */
export function readRule<Field extends string>(rule: string, columns: readonly string[], fields: readonly Field[]): [place: number, field: Field | ''] {
  const at = rule.lastIndexOf('=');
  const [column, field] = [rule.slice(0, at).trim(), rule.slice(at + 1).trim()];
  const place = columns.findIndex((one) => one !== '' && plainWords(one) === plainWords(column));
  if (at < 0 || place < 0) throw new Refusal(`--map has “${rule}”, but there is no such column. There are: ${columns.filter(Boolean).map((one) => `“${one}”`).join(', ')}.`, 2);
  if (field !== '' && !fields.includes(field as Field)) throw new Refusal(`--map has “${rule}”, but there is no field “${field}”. There are: ${fields.join(', ')}; nothing after = leaves the column out.`, 2);
  return [place, field as Field | ''];
}

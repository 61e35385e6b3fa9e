import type { Fault } from '../../src/domain/fault.ts';
import { fieldName } from './field-faults.ts';
import type { WrittenFile } from './written-file.ts';

/** What “npm run new” puts into a file for its writer to replace. */
export const PLACEHOLDER = {
  dots: '…',
  quote: 'What was said, word for word',
  speaker: 'Name or pseudonym',
  role: 'director of …',
  claim: 'The claim, word for word',
  claimBy: 'Who said it, or where it goes round',
  finding: 'The fact in one sentence, without the words of the claim',
  address: 'https://example.org/',
  text: 'Write the text here, in',
} as const;

const SENTENCES: readonly string[] = [...Object.values(PLACEHOLDER), '...'];
/** No evidence stands there: the name is kept for examples (RFC 2606). */
const EXAMPLE = /^https?:\/\/(www\.)?example\.(org|com|net)(\/|$)/;

/** True for the template's own words. */
export const isUntouched = (text: string): boolean => SENTENCES.includes(text.trim()) || EXAMPLE.test(text);

/** A fault for every place that still holds the template's own words. */
export function untouchedPlaces(written: WrittenFile, fields: object): Fault[] {
  const faults: Fault[] = [];
  const visit = (value: unknown, path: PropertyKey[]) => {
    if (typeof value === 'string' && isUntouched(value)) {
      faults.push({ file: written.file, line: written.lineOf(path) ?? 1, field: fieldName(path), stops: 'story', wrong: `“${value}” still stands here from the template.`, remedy: 'Write your own, or add “draft: true” until it is ready.' });
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  visit(fields, []);
  if (written.body.trimStart().startsWith(PLACEHOLDER.text)) {
    faults.push({ file: written.file, line: written.bodyLine, stops: 'story', wrong: 'The template’s own text still stands here.', remedy: 'Write the text, or add “draft: true” until it is ready.' });
  }
  return faults;
}

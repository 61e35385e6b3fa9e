import type { z } from 'astro/zod';
import { nearest } from '../domain/fault.ts';

/** What a schema found, for one field: where, what is wrong, what to do. */
export interface Refusal {
  path: PropertyKey[];
  wrong: string;
  remedy: string;
}

const NAMES: Record<string, string> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list (lines that begin with “- ”)', object: 'a group of lines (name: value)', record: 'a group of lines (name: value)',
};

const MISSING = 'This field is missing.';
const EMPTY = 'This is empty.';

/** Says in plain sentences what a schema refused in `fields`; `known` are the field names of the top level. */
export function refusalsOf(error: z.ZodError, fields: unknown, known: readonly string[] = []): Refusal[] {
  return error.issues.flatMap((issue) => sentencesFor(issue, fields, known));
}

function sentencesFor(issue: z.core.$ZodIssue, fields: unknown, known: readonly string[]): Refusal[] {
  const { path } = issue;
  const input = valueAt(fields, path);
  const missing = input === undefined || input === null;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const meant = path.length === 0 ? nearest(key, known) : undefined;
        return { path: [...path, key], wrong: `“${key}” is not a field.`, remedy: meant ? `Did you mean “${meant}”?` : 'Take the line out, or look the field up in content/README.md.' };
      });
    case 'invalid_type': {
      const wanted = NAMES[issue.expected] ?? issue.expected;
      if (input === null) return [{ path, wrong: EMPTY, remedy: `Write ${wanted} after the colon, or take the line out.` }];
      if (missing) return [{ path, wrong: MISSING, remedy: `Add it; it needs ${wanted}.` }];
      const remedy = issue.expected === 'string' && typeof input !== 'object' ? 'Put it in “straight” quotation marks: "…".' : `Write ${wanted}.`;
      return [{ path, wrong: `This needs ${wanted}, not ${described(input)}.`, remedy }];
    }
    case 'invalid_value':
      return [{ path, wrong: input === null ? EMPTY : missing ? MISSING : `${described(input)} is not one of the words that can stand here.`, remedy: `Choose: ${issue.values.map(String).join(', ')}.` }];
    case 'too_small':
      return [{ path, wrong: 'There is too little here.', remedy: `At least ${issue.minimum} ${issue.origin === 'array' ? 'must be listed' : 'is needed'}.` }];
    case 'too_big':
      return [{ path, wrong: 'There is too much here.', remedy: `At most ${issue.maximum} ${issue.origin === 'array' ? 'may be listed' : 'is possible'}.` }];
    case 'invalid_union': {
      // Where the form fits, the fault lies deeper; that one is told.
      const deeper = issue.errors.find((issues) => issues.every((one) => one.path.length > 0));
      if (deeper) return deeper.flatMap((one) => sentencesFor({ ...one, path: [...path, ...one.path] }, fields, known));
      return [{ path, wrong: input === null ? EMPTY : missing ? MISSING : `${described(input)} does not fit here.`, remedy: 'Look the field up in content/README.md and write it as shown there.' }];
    }
    case 'invalid_key':
      return [{ path, wrong: issue.issues[0]?.message ?? `“${String(path.at(-1))}” cannot stand here.`, remedy: '' }];
    case 'invalid_format':
      return [{ path, wrong: issue.message, remedy: '' }];
    case 'custom':
      return [{ path, wrong: issue.message, remedy: String(issue.params?.['remedy'] ?? '') }];
    default:
      return [{ path, wrong: `This does not fit (${issue.code}).`, remedy: 'Look the field up in content/README.md.' }];
  }
}

/** What was written at a path; the schema itself does not tell. */
function valueAt(fields: unknown, path: readonly PropertyKey[]): unknown {
  let value = fields;
  for (const step of path) value = value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[step] : undefined;
  return value;
}

function described(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (input !== null && typeof input === 'object') return 'a group of lines';
  return `“${String(input).slice(0, 60)}”`;
}

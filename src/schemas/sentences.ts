import type { z } from 'astro/zod';
import { nearest } from '../domain/fault.ts';

/** What a schema found, for one field: where, what is wrong, what to do. */
export interface Refusal {
  path: PropertyKey[];
  wrong: string;
  remedy: string;
}

const NAMES: Record<string, string> = {
  string: 'a text', number: 'a number', boolean: 'true or false', array: 'a list (lines that begin with “- ”)', object: 'a group of lines (name: value)', record: 'a group of lines (name: value)',
};

/** Says in plain sentences what a schema refused; `known` are the field names of the top level. */
export function refusalsOf(error: z.ZodError, known: readonly string[] = []): Refusal[] {
  return error.issues.flatMap((issue) => sentencesFor(issue, known));
}

function sentencesFor(issue: z.core.$ZodIssue, known: readonly string[]): Refusal[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const meant = path.length === 0 ? nearest(key, known) : undefined;
        return { path: [...path, key], wrong: `“${key}” is not a field.`, remedy: meant ? `Did you mean “${meant}”?` : 'Take the line out, or look the field up in content/README.md.' };
      });
    case 'invalid_type': {
      const wanted = NAMES[issue.expected] ?? issue.expected;
      if (issue.input === undefined || issue.input === null) return [{ path, wrong: 'This field is missing.', remedy: `Add it; it needs ${wanted}.` }];
      const remedy = issue.expected === 'string' && typeof issue.input !== 'object' ? 'Put it in “straight” quotation marks: "…".' : `Write ${wanted}.`;
      return [{ path, wrong: `This needs ${wanted}, not ${described(issue.input)}.`, remedy }];
    }
    case 'invalid_value':
      return [{ path, wrong: `“${String(issue.input)}” is not one of the words that can stand here.`, remedy: `Choose: ${issue.values.map(String).join(', ')}.` }];
    case 'too_small':
      return [{ path, wrong: 'There is too little here.', remedy: `At least ${issue.minimum} ${issue.origin === 'array' ? 'must be listed' : 'is needed'}.` }];
    case 'too_big':
      return [{ path, wrong: 'There is too much here.', remedy: `At most ${issue.maximum} ${issue.origin === 'array' ? 'may be listed' : 'is possible'}.` }];
    case 'invalid_union':
      return [{ path, wrong: `${described(issue.input)} does not fit here.`, remedy: 'Look the field up in content/README.md and write it as shown there.' }];
    case 'custom':
      return [{ path, wrong: issue.message, remedy: String(issue.params?.['remedy'] ?? '') }];
    default:
      return [{ path, wrong: `This does not fit (${issue.code}).`, remedy: 'Look the field up in content/README.md.' }];
  }
}

function described(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (input !== null && typeof input === 'object') return 'a group of lines';
  return `“${String(input).slice(0, 60)}”`;
}

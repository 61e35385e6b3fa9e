import type { z } from 'astro/zod';
import type { Fault } from '../../src/domain/fault.ts';
import { refusalsOf } from '../../src/schemas/sentences.ts';
import type { WrittenFile } from './written-file.ts';

/** What a schema refused, as faults with file, line and field. */
export function faultsOf(written: WrittenFile, error: z.ZodError, known: readonly string[], stops: Fault['stops']): Fault[] {
  return refusalsOf(error, written.fields, known).map(({ path, wrong, remedy }) => ({
    file: written.file,
    line: written.lineOf(path) ?? 1,
    field: fieldName(path),
    stops, wrong, remedy,
  }));
}

/** A field as people count: the first of a list is 1. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? String(step + 1) : String(step))).join('.');
}

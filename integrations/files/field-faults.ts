import type { z } from 'astro/zod';
import type { Fault } from '../../src/domain/fault.ts';
import { refusalsOf } from '../../src/schemas/sentences.ts';
import type { WrittenFile } from './written-file.ts';

/** What a schema refused, as faults with file, line and field. */
export function faultsOf(written: WrittenFile, error: z.ZodError, known: readonly string[], stops: Fault['stops']): Fault[] {
  return refusalsOf(error, known).map(({ path, wrong, remedy }) => ({
    file: written.file,
    line: written.lineOf(path) ?? 1,
    field: path.map((step) => (typeof step === 'number' ? String(step + 1) : String(step))).join('.'),
    stops, wrong, remedy,
  }));
}

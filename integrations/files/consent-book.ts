import type { Day } from '../../src/domain/instant.ts';
import { consentHolds } from '../../src/domain/story.ts';
import type { WrittenFile } from './written-file.ts';

/** A consent as one file records it. */
export interface ConsentNote {
  reference: string;
  expires?: string | undefined;
  withdrawn?: string | undefined;
  file: string;
}

/** Every consent that a file speaks of, also in a file with faults: its owner's “no” counts from the first day on. */
export function consentsIn(written: WrittenFile): ConsentNote[] {
  const { consent, quotes } = written.fields as { consent?: unknown; quotes?: unknown };
  const holders = Array.isArray(quotes) ? [{ consent }, ...(quotes as ({ consent?: unknown } | null)[])] : [{ consent }];
  return holders.flatMap((holder) => {
    const note = holder?.consent as Partial<Record<keyof ConsentNote, unknown>> | null | undefined;
    if (!note || typeof note !== 'object' || typeof note.reference !== 'string') return [];
    const text = (value: unknown) => (value === undefined || value === null ? undefined : String(value).trim());
    return [{ reference: note.reference.trim(), expires: text(note.expires), withdrawn: text(note.withdrawn), file: written.file }];
  });
}

/** The references of which some file says that the consent is over on that day, with the first file that says so. */
export function endedConsents(notes: readonly ConsentNote[], today: Day): ReadonlyMap<string, string> {
  const ended = new Map<string, string>();
  for (const note of notes) if (!consentHolds(note, today) && !ended.has(note.reference)) ended.set(note.reference, note.file);
  return ended;
}

import { readInstant, type Instant } from '../../src/domain/instant.ts';
import { Refusal } from '../refusal.ts';
import { readEdition, type Edition, type EditionOptions } from './edition.ts';

// Astro runs the content configuration in a module graph of its own, so the process, not a module, holds what the
// build command has read already; reading a thousand stories twice would double the work.
const shared = globalThis as typeof globalThis & { rostrumEdition?: Promise<Edition> | undefined };

/** The edition of this process, read once. Drafts and embargoed stories are in it only under `npm run dev`. */
export function currentEdition(options: EditionOptions): Promise<Edition> {
  return (shared.rostrumEdition ??= readEdition({ preview: process.env['ROSTRUM_PREVIEW'] === 'on', ...options }));
}

/** Lets the next question read the files again. */
export function forgetEdition(): void {
  shared.rostrumEdition = undefined;
}

/** The moment to build for: `ROSTRUM_NOW`, else the clock. A value that is no moment is an error. */
export function clockFrom(environment: NodeJS.ProcessEnv, clock: () => Date = () => new Date()): Instant {
  const fixed = environment['ROSTRUM_NOW'];
  if (!fixed) return clock().toISOString();
  const now = readInstant(fixed, 'UTC');
  if (!now) throw new Refusal(`ROSTRUM_NOW is “${fixed}”, which is not a moment. Write it like 2026-11-23T10:00:00Z.`, 2);
  return now;
}

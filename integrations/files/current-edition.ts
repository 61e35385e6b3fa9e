import { readInstant, type Instant } from '../../src/domain/instant.ts';
import { Refusal } from '../refusal.ts';
import { readEdition, type Edition, type EditionOptions } from './edition.ts';

// Astro draws pages in a module graph of its own, so the process, not a module, holds what the command has read.
const shared = globalThis as typeof globalThis & { rostrumEdition?: Promise<Edition> | undefined; rostrumWriting?: Dress | undefined };

/** Adds to an edition what a build would have drawn for it. */
export type Dress = (edition: Edition) => Promise<Edition>;

/**
 * Marks this process as one in which somebody writes: from now on its editions hold drafts and embargoed stories too.
 * Only `npm run dev` says so. No setting of the environment can, and `publish` refuses such an edition. Each of them
 * is handed to `dress`.
 */
export function startPreview(dress: Dress = async (edition) => edition): void {
  shared.rostrumWriting = dress;
  forgetEdition();
}

/** The edition of this process, read once; it holds drafts and embargoed stories only after `startPreview`. */
export function currentEdition(options: Omit<EditionOptions, 'preview'>): Promise<Edition> {
  if (shared.rostrumEdition) return shared.rostrumEdition;
  const reading = read(options);
  shared.rostrumEdition = reading;
  // What could not be read may be readable the next time.
  reading.catch(() => {
    if (shared.rostrumEdition === reading) forgetEdition();
  });
  return reading;
}

/** Reads the files again; while that is under way, and when it fails, the edition before stays the current one. */
export async function renewEdition(options: Omit<EditionOptions, 'preview'>): Promise<Edition> {
  const edition = await read(options);
  shared.rostrumEdition = Promise.resolve(edition);
  return edition;
}

async function read(options: Omit<EditionOptions, 'preview'>): Promise<Edition> {
  const dress = shared.rostrumWriting;
  const edition = await readEdition({ ...options, preview: dress !== undefined });
  return dress ? dress(edition) : edition;
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

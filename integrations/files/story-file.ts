import type { z } from 'astro/zod';
import { repeatsClaim, repetitionHarms } from '../../src/domain/claim.ts';
import type { Fault } from '../../src/domain/fault.ts';
import { consentHolds, type Quote, type Version } from '../../src/domain/story.ts';
import { takenBack } from '../../src/domain/taken-back.ts';
import { readText } from './content-folder.ts';
import { faultsOf } from './field-faults.ts';
import { termsIn, versionOf } from './petition-terms.ts';
import type { StoryFile } from './story-folder.ts';
import { storySchema } from './story-schema.ts';
import { openTextDesk, type Reading, type TextDesk } from './story-text.ts';
import { timeFaults } from './timeline.ts';
import { untouchedPlaces } from './untouched.ts';
import { readStoryFile, type WrittenFile } from './written-file.ts';

/** A version with what later checks need: its links and pictures by line. */
export interface Draft {
  version: Version;
  links: { url: string; line: number }[];
  /** Pictures on its pages. */
  pictures: string[];
  lineOf: WrittenFile['lineOf'];
}

/** Takes a story's file apart into fields and text; undefined when it cannot be read. */
export async function openStory(root: string, path: string, faults: Fault[]): Promise<WrittenFile | undefined> {
  const text = await readText(root, path, faults);
  const written = text && readStoryFile(path, text.text);
  if (!Array.isArray(written)) return written;
  faults.push(...written);
  return undefined;
}

/** Checks one file of a story and draws its texts; undefined when its faults stop it. */
export function readStory(found: StoryFile, written: WrittenFile, reading: Reading, faults: Fault[]): Draft | undefined {
  const own: Fault[] = [];
  const draft = read(found, written, reading, own);
  faults.push(...own);
  return own.some((fault) => fault.stops !== 'nothing') ? undefined : draft;
}

function read({ kind, slug, lang, path }: StoryFile, written: WrittenFile, reading: Reading, faults: Fault[]): Draft | undefined {
  const schema = storySchema(kind, lang, reading.desk);
  const parsed = schema.safeParse(written.fields);
  if (!parsed.success) {
    faults.push(...faultsOf(written, parsed.error as z.ZodError, Object.keys(schema.shape), 'story'));
    return undefined;
  }
  const terms = kind === 'petition' ? termsIn(reading.terms, slug, lang) : undefined;
  // Its own file says what is wrong, once for all languages.
  if (kind === 'petition' && !terms) return undefined;
  const version = { ...parsed.data, ...(terms && { terms, version: '' }), kind, slug, lang, file: path, html: '', text: '' } as Version;
  faults.push(...timeFaults(written, version, reading.now));
  // What its text says and shows is gone with it, and no longer anybody's work.
  if (version.withdrawn) return { version: takenBack(version), links: [], pictures: [], lineOf: written.lineOf };
  if (!version.draft) faults.push(...untouchedPlaces(written, parsed.data));
  const desk = openTextDesk(written, lang, reading, faults);
  const body = desk.body();
  if (version.image && !desk.picture(version.image, ['image'])) version.image = undefined;
  settle(version, desk, written, reading, faults);
  const bodyFault = (wrong: string, remedy: string) => void faults.push({ file: path, line: written.bodyLine, stops: 'story', wrong, remedy });
  if (version.kind === 'fact-check' && repetitionHarms(version.verdict) && repeatsClaim(body.text, version.claim.text, lang)) {
    bodyFault('The text repeats the claim; the page already shows it once.', 'Speak of “the claim” or “the message”, and say what is so instead.');
  }
  if (body.text === '' && body.faults.every((fault) => fault.stops === 'nothing')) bodyFault('There is no text below the fields.', 'Write the text below the second line ---.');
  if (version.kind === 'petition') version.version = versionOf(version.ask, body.text);
  return { version: { ...version, html: body.html, text: body.text }, links: desk.links, pictures: desk.pictures, lineOf: written.lineOf };
}

/** Draws what a release or a petition holds besides its text, without pictures and quotes that nobody allows any more. */
function settle(version: Version, desk: TextDesk, written: WrittenFile, reading: Reading, faults: Fault[]): void {
  if (version.kind === 'petition') {
    version.updates = version.updates.map(({ at, text }, index) => ({ at, text: desk.field(text, ['updates', index, 'text']) })).sort((a, b) => (a.at < b.at ? 1 : -1));
    if (version.answer) version.answer.text = desk.field(version.answer.text, ['answer', 'text']);
  }
  if (version.kind !== 'press') return;
  version.media = version.media.filter((name, index) => desk.picture(name, ['media', index]));
  version.notes = version.notes.map((note, index) => desk.field(note, ['notes', index]));
  version.quotes = version.quotes.filter((quote, index) => {
    const refused = endOfConsent(quote, reading);
    if (refused) faults.push({ file: written.file, line: written.lineOf(['quotes', index]), field: `quotes.${index + 1}`, stops: 'nothing', ...refused });
    return !refused;
  });
}

function endOfConsent({ consent }: Quote, { today, ended }: Reading): Pick<Fault, 'wrong' | 'remedy'> | undefined {
  if (consent === 'public-role') return undefined;
  if (!consentHolds(consent, today)) return { wrong: `The consent ${consent.reference} has ended, so the quote was taken off the page.`, remedy: 'Delete the quote, or record a new consent.' };
  const says = ended.get(consent.reference);
  return says === undefined ? undefined : { wrong: `The consent ${consent.reference} has ended, says ${says}, so the quote was taken off the page.`, remedy: 'Delete the quote here too, or record a new consent.' };
}

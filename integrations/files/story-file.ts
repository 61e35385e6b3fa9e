import type { z } from 'astro/zod';
import { repeatsClaim } from '../../src/domain/claim.ts';
import type { Fault } from '../../src/domain/fault.ts';
import type { Day } from '../../src/domain/instant.ts';
import { figureHtml } from '../../src/domain/picture.ts';
import { consentHolds, type PressRelease, type Quote, type Version } from '../../src/domain/story.ts';
import type { Desk } from '../../src/schemas/story.ts';
import type { Words } from '../../src/text/words.ts';
import { readText } from './content-folder.ts';
import { faultsOf, fieldName } from './field-faults.ts';
import { renderText, type RenderOptions } from './markdown.ts';
import type { MediaFolder } from './media-folder.ts';
import type { StoryFile } from './story-folder.ts';
import { storySchema } from './story-schema.ts';
import { readStoryFile, type WrittenFile } from './written-file.ts';

/** A version with what later checks need: its links and pictures by line. */
export interface Draft {
  version: Version;
  links: { url: string; line: number }[];
  /** Pictures on its pages. */
  pictures: string[];
  lineOf: WrittenFile['lineOf'];
}

export interface Reading {
  root: string;
  desk: Desk;
  media: MediaFolder;
  today: Day;
  wordsOf(lang: string): Words;
}

/** Reads one file of a story; undefined when its faults stop it. */
export async function readStory(found: StoryFile, reading: Reading, faults: Fault[]): Promise<Draft | undefined> {
  const own: Fault[] = [];
  const draft = await read(found, reading, own);
  faults.push(...own);
  return own.some((fault) => fault.stops !== 'nothing') ? undefined : draft;
}

async function read(found: StoryFile, reading: Reading, faults: Fault[]): Promise<Draft | undefined> {
  const { kind, slug, lang, path } = found;
  const text = await readText(reading.root, path, faults);
  if (!text) return undefined;
  const written = readStoryFile(path, text.text);
  if (Array.isArray(written)) {
    faults.push(...written);
    return undefined;
  }
  if (/[\u202A-\u202E]/.test(written.body)) {
    const line = written.bodyLine + written.body.split('\n').findIndex((words) => /[\u202A-\u202E]/.test(words));
    faults.push({ file: path, line, stops: 'story', wrong: 'There is a hidden character that turns the reading direction.', remedy: 'Delete the words on this line and type them again instead of pasting them.' });
  }
  const schema = storySchema(kind, lang, reading.desk);
  const parsed = schema.safeParse(written.fields);
  if (!parsed.success) {
    faults.push(...faultsOf(written, parsed.error as z.ZodError, Object.keys(schema.shape), 'story'));
    return undefined;
  }
  const pictures: string[] = [];
  const options: RenderOptions = {
    file: path, line: written.bodyLine,
    figure: (name, alt) => {
      const picture = showPicture(name, ['text'], 1);
      return picture && figureHtml(picture, lang, alt);
    },
    footnotes: { label: reading.wordsOf(lang).press.notes, back: '↩' },
  };
  const body = renderText(written.body, options);
  faults.push(...body.faults);
  const version = { ...parsed.data, kind, slug, lang, file: path, html: body.html, text: body.text } as Version;
  const image = version.image;
  if (image && !showPicture(image, ['image'])) version.image = undefined;
  const notes = version.kind === 'press' ? settlePress(version) : { links: [] };
  if (version.kind === 'fact-check' && repeatsClaim(body.text, version.claim.text, lang)) {
    faults.push({ file: path, line: written.bodyLine, stops: 'story', wrong: 'The text repeats the claim; the page already shows it once.', remedy: 'Speak of “the claim” or “the message”, and say what is so instead.' });
  }
  if (body.text === '' && !version.withdrawn && body.faults.every((fault) => fault.stops === 'nothing')) {
    faults.push({ file: path, line: written.bodyLine, stops: 'story', wrong: 'There is no text below the fields.', remedy: 'Write the text below the second line ---.' });
  }
  const addresses = [...body.links, ...notes.links];
  return { version: version.withdrawn ? takenBack(version) : version, links: addresses, pictures: version.withdrawn ? [] : pictures, lineOf: written.lineOf };

  /** The picture if pages may show it; a name that leads nowhere is a fault, an ended consent is not. */
  function showPicture(name: string, field: PropertyKey[], line = (written as WrittenFile).lineOf(field)) {
    const state = reading.media.find(name);
    const place = { file: path, line: field[0] === 'text' ? lineOfPicture(written as WrittenFile, name) : line, field: field[0] === 'text' ? undefined : fieldName(field), stops: 'story' as const };
    if (state === 'missing') faults.push({ ...place, wrong: `There is no picture “${name}” in content/media.`, remedy: 'Put it there, or mend the name.' });
    else if (state === 'faulty') faults.push({ ...place, wrong: `The picture “${name}” cannot be used yet.`, remedy: `Mend its record in content/media first (it is in this list).` });
    else if (state !== 'removed') {
      if (!pictures.includes(name)) pictures.push(name);
      return state.picture;
    }
    return undefined;
  }

  function settlePress(release: PressRelease) {
    release.media = release.media.filter((name, index) => showPicture(name, ['media', index]));
    release.quotes = release.quotes.filter((quote, index) => mayQuote(quote, index));
    const links: Draft['links'] = [];
    release.notes = release.notes.map((note, index) => {
      const rendered = renderText(note, { file: path, line: (written as WrittenFile).lineOf(['notes', index]) ?? 1, figure: () => undefined });
      faults.push(...rendered.faults);
      links.push(...rendered.links);
      return rendered.html;
    });
    return { links };
  }

  function mayQuote(quote: Quote, index: number): boolean {
    if (quote.consent === 'public-role' || consentHolds(quote.consent, reading.today)) return true;
    faults.push({ file: path, line: (written as WrittenFile).lineOf(['quotes', index]), field: `quotes.${index + 1}`, stops: 'nothing', wrong: `The consent ${quote.consent.reference} has ended, so the quote was taken off the page.`, remedy: 'Delete the quote, or record a new consent.' });
    return false;
  }
}

function lineOfPicture(written: WrittenFile, name: string): number {
  const index = written.body.split('\n').findIndex((words) => words.includes(`(${name})`));
  return written.bodyLine + Math.max(0, index);
}

/** What remains of a story that was taken back: its address, its title, and why. */
function takenBack(version: Version): Version {
  const bare = { ...version, summary: version.withdrawn!.text, html: '', text: '', image: undefined };
  if (bare.kind === 'press') return { ...bare, quotes: [], notes: [], media: [] };
  if (bare.kind === 'event') return { ...bare, guests: [], recording: undefined };
  return bare;
}


import type { Fault } from '../../src/domain/fault.ts';
import type { Day, Instant } from '../../src/domain/instant.ts';
import { figureHtml, type Picture } from '../../src/domain/picture.ts';
import type { Desk } from '../../src/schemas/story.ts';
import type { Words } from '../../src/text/words.ts';
import { fieldName } from './field-faults.ts';
import { renderText, type RenderedText } from './markdown.ts';
import type { MediaFolder } from './media-folder.ts';
import type { TermsByPetition } from './petition-terms.ts';
import type { WrittenFile } from './written-file.ts';

/** What files are read with. */
export interface Reading {
  root: string;
  desk: Desk;
  media: MediaFolder;
  /** What `petition.yml` says, of the petitions that have a sound one. */
  terms: TermsByPetition;
  now: Instant;
  today: Day;
  /** References of consents that ended, each with a file that says so. */
  ended: ReadonlyMap<string, string>;
  wordsOf(lang: string): Words;
}

/** Draws the texts of one file and gathers what they point to. */
export interface TextDesk {
  links: { url: string; line: number }[];
  /** Names of the pictures that its pages show. */
  pictures: string[];
  body(): RenderedText;
  /** A text in a field, such as a note to editors. */
  field(text: string, path: PropertyKey[]): string;
  /** The picture that a field names, if pages may show it; a name that leads nowhere is a fault, an ended consent is none. */
  picture(name: string, path: PropertyKey[]): Picture | undefined;
}

/** A desk for one file; what is wrong goes to `faults`. */
export function openTextDesk(written: WrittenFile, lang: string, reading: Reading, faults: Fault[]): TextDesk {
  const { file } = written;
  const links: TextDesk['links'] = [];
  const pictures: string[] = [];
  const footnotes = { label: reading.wordsOf(lang).story.footnotes, back: '↩' };

  const show = (name: string, place: Pick<Fault, 'line' | 'field'>) => {
    const state = reading.media.find(name);
    if (state === 'missing') faults.push({ file, ...place, stops: 'story', wrong: `There is no picture “${name}” in content/media.`, remedy: 'Put it there, or mend the name.' });
    else if (state === 'faulty') faults.push({ file, ...place, stops: 'story', wrong: `The picture “${name}” cannot be used yet.`, remedy: 'Mend its record in content/media first (it is in this list).' });
    else if (state !== 'removed') {
      if (!pictures.includes(name)) pictures.push(name);
      return state.picture;
    }
    return undefined;
  };
  const keep = (rendered: RenderedText) => {
    faults.push(...rendered.faults);
    links.push(...rendered.links);
    return rendered;
  };
  return {
    links, pictures,
    body() {
      const figure = (name: string, alt: string) => {
        const picture = show(name, { line: lineOfPicture(written, name) });
        return picture && figureHtml(picture, lang, alt);
      };
      return keep(renderText(written.body, { file, line: written.bodyLine, figure, footnotes }));
    },
    field(text, path) {
      return keep(renderText(text, { file, line: written.lineOf(path) ?? 1, figure: () => undefined, footnotes, prefix: `${path.join('-')}-` })).html;
    },
    picture: (name, path) => show(name, { line: written.lineOf(path), field: fieldName(path) }),
  };
}

function lineOfPicture(written: WrittenFile, name: string): number {
  const index = written.body.split('\n').findIndex((words) => words.includes(`(${name})`));
  return written.bodyLine + Math.max(0, index);
}

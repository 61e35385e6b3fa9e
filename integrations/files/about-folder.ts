import type { Fault } from '../../src/domain/fault.ts';
import type { About } from '../../src/domain/newsroom.ts';
import { isPublic } from '../../src/domain/story.ts';
import { aboutSchema } from '../../src/schemas/about.ts';
import { faultsOf } from './field-faults.ts';
import { languageOfFile } from './language-of-file.ts';
import { namesIn } from './content-folder.ts';
import { openStory } from './story-file.ts';
import { openTextDesk, type Reading } from './story-text.ts';
import { timeFaults } from './timeline.ts';
import { untouchedPlaces } from './untouched.ts';
import type { WrittenFile } from './written-file.ts';

const FOLDER = 'content/about';

/** Who we are, in one language, with what later checks need. */
export interface AboutDraft {
  about: About;
  /** Readers see it; a preview shows the others too. */
  open: boolean;
  draft: boolean;
  links: { url: string; line: number }[];
  pictures: string[];
}

/** Reads `content/about/index.<lang>.md`; these pages carry the policies, so a fault of one that readers see stops the build. */
export async function readAbout(reading: Reading, languages: readonly string[], faults: Fault[]): Promise<AboutDraft[]> {
  const pages: AboutDraft[] = [];
  const { files } = await namesIn(reading.root, FOLDER, faults);
  for (const name of files) {
    const own: Fault[] = [];
    const file = `${FOLDER}/${name}`;
    const lang = languageOfFile(file, languages, own);
    const written = lang === undefined ? undefined : await openStory(reading.root, file, own);
    const page = lang !== undefined && written ? readPage(lang, written, reading, own) : undefined;
    const open = lang !== undefined && (page?.open ?? !(written && hasDraft(written)));
    faults.push(...own.map((fault): Fault => (open && fault.stops === 'story' ? { ...fault, stops: 'build' } : fault)));
    if (page && own.every(({ stops }) => stops === 'nothing')) pages.push(page);
  }
  return pages.sort((a, b) => languages.indexOf(a.about.lang) - languages.indexOf(b.about.lang));
}

function readPage(lang: string, written: WrittenFile, reading: Reading, faults: Fault[]): AboutDraft | undefined {
  const schema = aboutSchema(reading.desk);
  const parsed = schema.safeParse(written.fields);
  if (!parsed.success) {
    faults.push(...faultsOf(written, parsed.error, Object.keys(schema.shape), 'story'));
    return undefined;
  }
  const { draft, ...fields } = parsed.data;
  faults.push(...timeFaults(written, fields, reading.now));
  if (!draft) faults.push(...untouchedPlaces(written, fields));
  const desk = openTextDesk(written, lang, reading, faults);
  const { html, text } = desk.body();
  return { about: { ...fields, lang, file: written.file, html, text }, draft, open: isPublic({ draft, published: fields.published }, reading.now), links: desk.links, pictures: desk.pictures };
}

function hasDraft({ fields }: WrittenFile): boolean {
  return (fields as { draft?: unknown }).draft === true;
}

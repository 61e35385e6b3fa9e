import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { Fault } from '../../src/domain/fault.ts';
import type { Day } from '../../src/domain/instant.ts';
import type { Picture } from '../../src/domain/picture.ts';
import { consentHolds } from '../../src/domain/story.ts';
import { mediaSchema } from '../../src/schemas/media.ts';
import { consentsIn, type ConsentNote } from './consent-book.ts';
import { namesIn, readText, unreadable } from './content-folder.ts';
import { faultsOf } from './field-faults.ts';
import { pictureFormat, tellingFields } from './photo-metadata.ts';
import { canBeDrawn, DRAWN, planPicture } from './pictures.ts';
import { readYaml } from './written-file.ts';

const FOLDER = 'content/media';
const PICTURE = /\.(jpe?g|png|webp|avif)$/i;

/** What is known of a picture that a story names. */
export type MediaState = { picture: Picture; consent?: string | undefined } | 'missing' | 'faulty' | 'removed';

export interface MediaFolder {
  /** The picture by file name; `removed` when a person's consent has ended. */
  find(name: string): MediaState;
  /** Consents in the records, those with faults among them. */
  consents: ConsentNote[];
}

/** Reads `content/media`: pictures with their records. Consent is judged as of `today`. */
export async function readMediaFolder(root: string, languages: readonly string[], today: Day, faults: Fault[]): Promise<MediaFolder> {
  const { files } = await namesIn(root, FOLDER, faults);
  const states = new Map<string, MediaState>();
  const consents: ConsentNote[] = [];
  const schema = mediaSchema(languages);
  for (const name of files.filter((file) => PICTURE.test(file))) {
    const path = `${FOLDER}/${name}`;
    const bytes = await readFile(join(root, path)).catch((error: unknown) => void faults.push({ ...unreadable(path, error), stops: 'nothing' }));
    if (!bytes) {
      states.set(name, 'faulty');
      continue;
    }
    const traces = tellingFields(bytes);
    if (traces.length > 0) {
      faults.push({ file: path, stops: 'build', wrong: `The picture tells in hidden fields where or with which camera it was taken (${traces.slice(0, 4).join(', ')}).`, remedy: `Clean it: npm run photo -- clean ${path}` });
    }
    const state = await readRecord({ root, name, bytes, files, schema, today, consents }, faults);
    states.set(name, state);
  }
  return { find: (name) => states.get(name) ?? 'missing', consents };
}

/** The same pictures without those whose consent ended according to another file; that is told once a picture. */
export function withoutEnded(media: MediaFolder, ended: ReadonlyMap<string, string>, faults: Fault[]): MediaFolder {
  const told = new Set<string>();
  return {
    consents: media.consents,
    find(name) {
      const state = media.find(name);
      const says = typeof state === 'object' && state.consent ? ended.get(state.consent) : undefined;
      if (says === undefined) return state;
      if (!told.has(name)) {
        const { consent } = state as { consent: string };
        faults.push({ file: `${FOLDER}/${parse(name).name}.yml`, field: 'consent', stops: 'nothing', wrong: `The consent ${consent} has ended, says ${says}, so the picture was taken off every page.`, remedy: 'Write it here too, or choose another picture.' });
        told.add(name);
      }
      return 'removed';
    },
  };
}

/** A picture whose record is to be read. */
interface Entry {
  root: string;
  name: string;
  bytes: Buffer;
  files: readonly string[];
  schema: ReturnType<typeof mediaSchema>;
  today: Day;
  consents: ConsentNote[];
}

async function readRecord({ root, name, bytes, files, schema, today, consents }: Entry, faults: Fault[]): Promise<MediaState> {
  const record = `${parse(name).name}.yml`;
  const path = `${FOLDER}/${record}`;
  const fail = (fault: Omit<Fault, 'stops'>): MediaState => {
    faults.push({ stops: 'nothing', ...fault });
    return 'faulty';
  };
  if (!files.includes(record)) {
    return fail({ file: `${FOLDER}/${name}`, wrong: `The picture has no description; ${record} is missing beside it.`, remedy: `Write ${path} with alt, credit, licence and people, as shown in content/README.md.` });
  }
  const text = await readText(root, path, faults);
  if (!text) return 'faulty';
  const written = readYaml(path, text.text);
  if (Array.isArray(written)) {
    faults.push(...written);
    return 'faulty';
  }
  consents.push(...consentsIn(written));
  const parsed = schema.safeParse(written.fields);
  if (!parsed.success) {
    faults.push(...faultsOf(written, parsed.error, ['alt', 'caption', 'credit', 'licence', 'people', 'minor', 'consent'], 'story'));
    return 'faulty';
  }
  const { alt, caption, credit, licence, consent } = parsed.data;
  if (consent && !consentHolds(consent, today)) {
    faults.push({ file: path, line: written.lineOf(['consent']), field: 'consent', stops: 'nothing', wrong: `The consent ${consent.reference} has ended, so the picture was taken off every page.`, remedy: 'Choose another picture, or record a new consent.' });
    return 'removed';
  }
  if (!pictureFormat(bytes)) return fail({ file: `${FOLDER}/${name}`, wrong: 'This is not a picture, whatever its name says.', remedy: 'Save it again as JPEG or PNG.' });
  try {
    const picture = await planPicture(name, bytes, { alt, caption, credit, licence });
    if (!existsSync(join(root, DRAWN, parse(picture.card.src).base))) await canBeDrawn(bytes);
    return { picture, consent: consent?.reference };
  } catch {
    return fail({ file: `${FOLDER}/${name}`, wrong: 'The picture cannot be opened.', remedy: 'Save it again as JPEG or PNG.' });
  }
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { describeFault, type Fault } from '../src/domain/fault.ts';
import { SECTION_OF, type Kind } from '../src/domain/story.ts';
import { wordsIn } from '../src/text/text.ts';
import { readTerms } from '../integrations/files/petition-terms.ts';
import { openStory, readStory, type Draft } from '../integrations/files/story-file.ts';
import type { Reading } from '../integrations/files/story-text.ts';
import type { MediaState } from '../integrations/files/media-folder.ts';

/** A project folder with these files, gone when the test is over. */
export async function folder(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'rostrum-test-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await put(root, files);
  return root;
}

/** Adds files to a folder. */
export async function put(root: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const place of new Set(Object.keys(files).map((path) => dirname(join(root, path))))) await mkdir(place, { recursive: true });
  await Promise.all(Object.entries(files).map(([path, content]) => writeFile(join(root, path), content)));
}

/** Faults as staff read them. */
export const told = (faults: readonly Fault[]) => faults.map(describeFault).join('\n');

/** Front matter and text as a file. */
export const written = (fields: string, body = 'Een tekst.\n') => `---\n${fields.trim()}\n---\n${body}`;

const FIELDS = {
  press: `title: Gratis internet
summary: Wij vragen een open netwerk.
published: 2026-11-17T09:00:00+01:00
place: Havenstad`,
  'fact-check': `title: Onderzoekers noemen zes landen
summary: Zes landen staan samen in één zin.
published: 2026-11-17T09:00:00+01:00
claim:
  text: Alle vluchtelingen komen uit één land
  by: Een inspreker
  date: 2026-09-21
  place: Havenstad
verdict: untrue
finding: Mensen vluchtten uit veel landen.
evidence:
  - title: Artikel van Solano
    publisher: Social Inclusion
    url: https://journal.example/
    archived: https://archive.example/
    accessed: 2026-09-24`,
  petition: `title: Gratis internet voor iedereen
summary: Onderteken voor een open netwerk.
published: 2026-11-17T09:00:00+01:00
ask: Maak een open netwerk op vier plekken.`,
  event: `title: Een lezing
summary: In twintig minuten.
published: 2026-11-17T09:00:00+01:00
starts: 2026-12-01T19:30:00+01:00
where: Bibliotheek`,
} as const satisfies Record<Kind, string>;

/** A sound story's fields; each pair replaces one piece of text, which must be there. */
export function fieldsOf(kind: Kind, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((fields: string, [from, to]) => {
    if (!fields.includes(from)) throw new Error(`The fields hold no “${from}”.`);
    return fields.replace(from, () => to);
  }, FIELDS[kind]);
}

/** A sound `petition.yml`; each pair replaces one piece of text, which must be there. */
export function termsOf(...changes: readonly (readonly [string, string])[]): string {
  const sound = 'target: Het college van Havenstad\nopens: 2026-11-01\ncloses: 2027-03-31\nfields: [name, email, place]\n';
  return changes.reduce((terms, [from, to]) => {
    if (!terms.includes(from)) throw new Error(`The terms hold no “${from}”.`);
    return terms.replace(from, () => to);
  }, sound);
}

/** Reads one story file as the build does; `media` are the pictures that there are. A petition has sound terms. */
export async function proofread(kind: Kind, content: string | Uint8Array, media: Record<string, MediaState> = {}, lang = 'nl'): Promise<{ draft: Draft | undefined; faults: Fault[]; told: string }> {
  const path = `content/${SECTION_OF[kind]}/x/index.${lang}.md`;
  const root = await folder({ [path]: content, ...(kind === 'petition' && { 'content/petitions/x/petition.yml': termsOf() }) });
  const faults: Fault[] = [];
  const file = await openStory(root, path, faults);
  const story = { kind, slug: 'x', lang, path };
  const reading: Reading = {
    root, terms: await readTerms(root, [{ file: story, written: file }], '2026-11-23', faults), now: '2026-11-23T10:00:00.000Z', today: '2026-11-23', ended: new Map(), wordsOf: wordsIn, media: { find: (name) => media[name] ?? 'missing', consents: [] },
    desk: { timeZone: 'Europe/Amsterdam', topics: ['internet', 'facts'], contacts: ['press', 'petitions'] },
  };
  const draft = file && readStory(story, file, reading, faults);
  return { draft, faults, told: told(faults) };
}

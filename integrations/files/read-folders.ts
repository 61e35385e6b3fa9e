import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../src/domain/fault.ts';
import { dayIn, type Instant } from '../../src/domain/instant.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import { idOf } from '../../src/domain/story.ts';
import { wordsIn } from '../../src/text/text.ts';
import { readAbout, type AboutDraft } from './about-folder.ts';
import type { Standing } from './agreement.ts';
import { consentsIn, endedConsents } from './consent-book.ts';
import { mayBeForLater } from './hidden-time.ts';
import { readMediaFolder, withoutEnded, type MediaFolder } from './media-folder.ts';
import { readTerms } from './petition-terms.ts';
import { readMoves, type Move } from './redirects-file.ts';
import { checkTypedFigures } from './typed-figures.ts';
import { openStory, readStory, type Draft } from './story-file.ts';
import { findStoryFiles, type StoryFile } from './story-folder.ts';
import type { Reading } from './story-text.ts';
import type { WrittenFile } from './written-file.ts';

/** All that stands in `content/`, each file checked by itself. */
export interface Folders {
  files: StoryFile[];
  drafts: Draft[];
  abouts: AboutDraft[];
  media: MediaFolder;
  moves: Move[];
  /** Places of all stories, readable or not: `press/free-internet`. */
  places: ReadonlySet<string>;
  standing: Standing;
}

/** Reads every folder of `content/`. All files are opened before one is judged, since a consent withdrawn in one counts in all. */
export async function readFolders({ root, site, now }: { root: string; site: Organisation; now: Instant }, faults: Fault[]): Promise<Folders> {
  const today = dayIn(site.timeZone, now);
  const desk = { timeZone: site.timeZone, topics: Object.keys(site.topics), contacts: Object.keys(site.contacts) };
  const allMedia = await readMediaFolder(root, site.languages, today, faults);
  const moves = await readMoves(root, faults);
  const files = await findStoryFiles(root, site.languages, faults);
  const opened: Opened[] = [];
  for (const file of files) opened.push({ file, written: await openStory(root, file.path, faults) });
  const ended = endedConsents([...allMedia.consents, ...opened.flatMap(({ written }) => (written ? consentsIn(written) : []))], today);
  const media = withoutEnded(allMedia, ended, faults);
  const terms = await readTerms(root, opened, today, faults);
  const reading: Reading = { root, desk, media, terms, now, today, ended, wordsOf: wordsIn };
  const drafts = opened.flatMap(({ file, written }) => (written && readStory(file, written, reading, faults)) ?? []);
  const abouts = await readAbout(reading, site.languages, faults);
  await checkTypedFigures(root, today, faults);
  return { files, drafts, abouts, media, moves, places: new Set(files.map(idOf)), standing: await standingOf(root, opened, moves, site, now, faults) };
}

type Opened = { file: StoryFile; written: WrittenFile | undefined };

/** What the files with faults say of their stories. Faults known by now are those of single files. */
async function standingOf(root: string, opened: readonly Opened[], moves: readonly Move[], site: Organisation, now: Instant, faults: readonly Fault[]): Promise<Standing> {
  const seen = placesSeen(root);
  for (const { from, to } of moves) if (seen.has(from)) seen.add(to);
  const faulty = [...new Set(faults.filter(({ stops }) => stops !== 'nothing').map(({ file }) => file))];
  const byPath = new Map(opened.map(({ file, written }) => [file.path, written]));
  const later = new Map<string, string>();
  for (const path of faulty) {
    const place = /^content\/([^/]+\/[^/]+)\/[^/]+\.(md|mdx|markdown)$/i.exec(path)?.[1];
    if (place === undefined || later.has(place)) continue;
    // A file whose name is wrong was not opened yet; its moments count all the same.
    const written = byPath.has(path) ? byPath.get(path) : await openStory(root, path, []);
    if (!written || mayBeForLater(written, site.timeZone, now)) later.set(place, path);
  }
  return { now, wasPublic: (story) => seen.has(idOf(story)), maybeLater: (story) => later.get(idOf(story)) };
}

/** Places in the list of addresses that were ever public. */
function placesSeen(root: string): Set<string> {
  try {
    const list = readFileSync(join(root, 'content/published.txt'), 'utf8');
    return new Set(list.split(/\r?\n/).map((line) => line.trim().split('/').slice(2, 4).join('/')));
  } catch {
    // Before the first build there is none.
    return new Set();
  }
}

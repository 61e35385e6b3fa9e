import type { Fault } from '../../src/domain/fault.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { idOf, isPublic, type Version } from '../../src/domain/story.ts';
import type { Draft } from './story-file.ts';

/** What is known of a story besides the files that can be read. */
export interface Standing {
  now: Instant;
  /** Readers have seen the story before; a new fault does not take it from them. */
  wasPublic(story: Version): boolean;
  /** A file of the story that has faults and might be meant for later. */
  maybeLater(story: Version): string | undefined;
}

/** What a story says once for all languages, by field. */
const SHARED = ['published', 'embargo', 'topics', 'image', 'channels', 'withdrawn.at', 'verdict', 'claim.date', 'starts', 'ends', 'recording.url', 'answer.at', 'media', 'figure.values'] as const;

/**
 * Checks that the files of each story agree in what does not depend on the language, and that each story has one
 * original. Returns the drafts without those that may not be published; an embargo that only one file knows holds
 * for the whole story, and so does the original's “draft”, so that no translation goes out before its time.
 */
export function agree(drafts: readonly Draft[], faults: Fault[], standing: Standing = { now: '', wasPublic: () => false, maybeLater: () => undefined }): Draft[] {
  const stories = Map.groupBy(drafts, (draft) => idOf(draft.version));
  const stopped = new Set<Draft>();
  const stop = (draft: Draft, field: string, wrong: string, remedy: string) => {
    faults.push({ file: draft.version.file, line: draft.lineOf(field.split('.')) ?? 1, field, stops: 'story', wrong, remedy });
    stopped.add(draft);
  };
  for (const group of stories.values()) {
    const originals = group.filter((draft) => draft.version.translation.origin === 'original');
    for (const extra of originals.slice(1)) {
      stop(extra, 'translation', `${originals[0]!.version.file} is marked as the original too.`, 'Say here where the translation comes from: translation: { origin: human }, or machine.');
    }
    if (originals.length === 0) {
      const unread = faultyBeside(group, faults);
      for (const draft of group) {
        if (unread) stop(draft, 'translation.origin', 'The original of this story cannot be published yet.', `Mend ${unread} first (it is in this list).`);
        else stop(draft, 'translation.origin', 'No language of this story is marked as the original.', 'Take “translation” out of the file that was written first.');
      }
      continue;
    }
    const original = originals[0]!;
    if (original.version.draft) for (const { version } of group) version.draft = true;
    for (const draft of group.filter((other) => other !== original)) {
      for (const field of SHARED) {
        if (valueAt(draft.version, field) !== valueAt(original.version, field)) {
          stop(draft, field, `This differs from ${original.version.file}.`, 'It must be the same in every language: copy it from there.');
        }
      }
    }
    for (const draft of group) if (draft !== original && !stopped.has(draft)) warnOfMissing(draft, original, faults);
    if (standing.wasPublic(original.version)) continue;
    // The strictest embargo rules until the files agree.
    const embargoes = group.flatMap(({ version }) => [version.published, version.embargo ?? version.published]).sort();
    if (group.some((draft) => stopped.has(draft))) for (const { version } of group) version.embargo = embargoes.at(-1)!;
    const unsure = standing.maybeLater(original.version);
    for (const { version } of unsure === undefined ? [] : group.filter((draft) => !stopped.has(draft) && isPublic(draft.version, standing.now))) {
      version.draft = true;
      faults.push({ file: version.file, stops: 'story', wrong: `The story waits, since ${unsure} has faults and may be meant for later.`, remedy: 'Mend that file first (it is in this list).' });
    }
  }
  return drafts.filter((draft) => !stopped.has(draft));
}

/** Tells of corrections and updates that readers of the original know and readers of this translation do not. */
function warnOfMissing(draft: Draft, original: Draft, faults: Fault[]): void {
  const { version } = draft;
  const lists = { corrections: (one: Version) => one.corrections, updates: (one: Version) => (one.kind === 'petition' ? one.updates : []) };
  for (const [field, listOf] of Object.entries(lists)) {
    const [here, there] = [listOf(version), listOf(original.version)];
    if (here.length >= there.length) continue;
    const known = new Set(here.map(({ at }) => at));
    const missing = there.filter(({ at }) => !known.has(at)).map(({ at, text }) => `“${text.replace(/<[^>]*>/g, '').slice(0, 60)}” (${at})`);
    faults.push({ file: version.file, line: draft.lineOf([field]) ?? 1, field, stops: 'nothing', wrong: `The original, ${original.version.file}, has ${field} that are missing here: ${missing.join(', ')}.`, remedy: 'Translate them, with the same “at”.' });
  }
}

/** A file of the same story that could not be read, and so may be the original. */
function faultyBeside(group: readonly Draft[], faults: readonly Fault[]): string | undefined {
  const files = group.map(({ version }) => version.file);
  const folder = files[0]!.replace(/[^/]*$/, '');
  return faults.find(({ file, stops }) => stops !== 'nothing' && file.startsWith(folder) && !files.includes(file))?.file;
}

function valueAt(version: object, field: string): string {
  let value: unknown = version;
  for (const step of field.split('.')) value = (value as Record<string, unknown> | undefined)?.[step];
  return JSON.stringify(Array.isArray(value) && value.every((one) => typeof one === 'string') ? [...value].sort() : value) ?? '';
}

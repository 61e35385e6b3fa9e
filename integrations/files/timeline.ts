import type { Fault } from '../../src/domain/fault.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Petition, Version } from '../../src/domain/story.ts';
import { fieldName } from './field-faults.ts';
import type { WrittenFile } from './written-file.ts';

type Dated = Pick<Version, 'published' | 'updated'> & Partial<Pick<Version, 'corrections' | 'withdrawn'> & Pick<Petition, 'updates' | 'answer'>>;

/** Faults of moments that cannot be: changes that have not come yet, or that came before the text itself. */
export function timeFaults(written: WrittenFile, version: Dated, now: Instant): Fault[] {
  const changes: { path: PropertyKey[]; at: Instant | undefined }[] = [
    { path: ['updated'], at: version.updated },
    ...(version.corrections ?? []).map(({ at }, index) => ({ path: ['corrections', index, 'at'], at })),
    ...(version.updates ?? []).map(({ at }, index) => ({ path: ['updates', index, 'at'], at })),
    { path: ['answer', 'at'], at: version.answer?.at },
    { path: ['withdrawn', 'at'], at: version.withdrawn?.at },
  ];
  return changes.flatMap(({ path, at }): Fault[] => {
    if (at === undefined) return [];
    const place = { file: written.file, line: written.lineOf(path), field: fieldName(path), stops: 'story' as const };
    if (at > now) return [{ ...place, wrong: 'This moment has not come yet.', remedy: 'Write the moment at which you changed the text; check day, month and year.' }];
    if (path[0] === 'updated' && at < version.published) return [{ ...place, wrong: 'The text was changed before it was published.', remedy: 'Mend “updated” or “published”, or take “updated” out.' }];
    return [];
  });
}

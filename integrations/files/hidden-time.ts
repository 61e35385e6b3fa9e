import { nearest } from '../../src/domain/fault.ts';
import { readInstant, type Instant } from '../../src/domain/instant.ts';
import { isPublic } from '../../src/domain/story.ts';
import type { WrittenFile } from './written-file.ts';

const DECIDING = ['draft', 'embargo', 'published'];

/**
 * True when a file that has faults might still be meant for later: its own draft, embargo or day of publication says
 * so, or one of them cannot be read, or a field is spelled much like one of them.
 */
export function mayBeForLater(written: WrittenFile, timeZone: string, now: Instant): boolean {
  const fields = written.fields as Record<string, unknown>;
  if (typeof fields !== 'object' || fields === null) return true;
  if (Object.keys(fields).some((key) => !DECIDING.includes(key) && nearest(key.trim().toLowerCase(), DECIDING) !== undefined)) return true;
  const moment = (value: unknown) => readInstant(String(value).trim(), timeZone);
  const published = moment(fields['published']);
  const embargo = fields['embargo'] === undefined ? published : moment(fields['embargo']);
  if (published === undefined || embargo === undefined) return true;
  return !isPublic({ draft: ![undefined, false].includes(fields['draft'] as boolean | undefined), published, embargo }, now);
}

import { z } from 'astro/zod';
import { NETWORKS } from '../domain/network.ts';
import { ORIGINS } from '../domain/translation.ts';
import { day, instant, line, picture, prose, refuse, word } from './fields.ts';

/** What of the site a story's fields are checked against. */
export interface Desk {
  timeZone: string;
  topics: readonly string[];
  contacts: readonly string[];
}

/** A key of the site's own lists, with the list in the sentence about a wrong one. */
export function keyOf(keys: readonly string[], where: string): z.ZodType<string> {
  return z.string().transform((key, context) => {
    if (!keys.includes(key)) refuse(context, `“${key}” is not known.`, `Choose from ${where} in content/site.ts: ${keys.join(', ')}.`);
    return key;
  });
}

export const consent = z.strictObject({
  reference: z.string().transform((reference, context) => {
    // Capitals, digits and hyphens only: room for a file number, none for a name.
    if (!/^[A-Z]{1,6}(-[A-Z0-9]{1,6})*-\d{1,6}$/.test(reference)) {
      refuse(context, `“${reference}” is not a reference.`, 'Write the number under which the consent is filed, like HL-2026-014; never a name.');
    }
    return reference;
  }),
  /** Kept for the organisation's own record; it decides nothing. */
  obtained: day.optional(),
  expires: day.optional(),
  withdrawn: day.optional(),
});

const dated = (desk: Desk, max = 1000) => z.strictObject({ at: instant(desk.timeZone), text: prose(max) });

/** Texts with their moments, each moment once; `name` is the plural by which a sentence calls them. */
export function datedTexts(desk: Desk, max: number, name: string) {
  return z
    .array(dated(desk, max))
    .superRefine((texts, context) => {
      texts.forEach(({ at }, index) => {
        if (texts.findIndex((other) => other.at === at) < index) refuse(context, `Two ${name} stand at the same moment.`, 'Write them as one, or give this one its own time.', [index, 'at']);
      });
    })
    .default([]);
}

/** Front matter that every story shares, in one language. */
export function storyFields(desk: Desk) {
  return {
    title: line(120),
    summary: line(280),
    published: instant(desk.timeZone),
    embargo: instant(desk.timeZone).optional(),
    updated: instant(desk.timeZone).optional(),
    corrections: datedTexts(desk, 1000, 'corrections'),
    topics: z.array(keyOf(desk.topics, 'topics')).default([]),
    image: picture.optional(),
    translation: z
      .strictObject({
        origin: word(ORIGINS),
        reviewedBy: line(80).optional(),
        reviewedAt: day.optional(),
        of: instant(desk.timeZone).optional(),
      })
      .superRefine((translation, context) => {
        if (translation.origin === 'machine-reviewed' && !(translation.reviewedBy && translation.reviewedAt)) {
          refuse(context, 'A reviewed translation must say who reviewed it, and when.', 'Add reviewedBy and reviewedAt, or write “origin: machine”.');
        }
        if (translation.origin === 'machine' && translation.reviewedBy) {
          refuse(context, 'Somebody reviewed this translation, yet it is marked as unchecked.', 'Write “origin: machine-reviewed”, or take reviewedBy out.');
        }
      })
      .default({ origin: 'original' }),
    channels: z.array(word(NETWORKS)).optional(),
    draft: z.boolean().default(false),
    withdrawn: dated(desk).optional(),
  };
}


import { z } from 'astro/zod';
import { line, picture, prose } from './fields.ts';
import { figure } from './figure.ts';
import { consent, keyOf, storyFields, type Desk } from './story.ts';

/** Front matter of `content/press/<slug>/index.<lang>.md`. */
export function pressSchema(desk: Desk) {
  return z.strictObject({
    ...storyFields(desk),
    place: line(60),
    contacts: z.array(keyOf(desk.contacts, 'contacts')).default(['press']),
    quotes: z
      .array(z.strictObject({ text: prose(800), by: line(80), role: line(120), consent: z.union([z.literal('public-role'), consent]) }))
      .default([]),
    notes: z.array(prose(2000)).default([]),
    media: z.array(picture).default([]),
    figure: figure.optional(),
  });
}

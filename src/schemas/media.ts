import { z } from 'astro/zod';
import { everyLanguage, line, refuse } from './fields.ts';
import { consent } from './story.ts';

/** `content/media/<name>.yml`, beside each picture. */
export function mediaSchema(languages: readonly string[]) {
  return z
    .strictObject({
      alt: everyLanguage(languages, line(300)),
      caption: everyLanguage(languages, line(300)).optional(),
      credit: line(120),
      licence: line(120),
      people: z.enum(['none', 'unidentifiable', 'identifiable']),
      /** A child or somebody who may be one: needs a consent also when nobody could recognise them. */
      minor: z.boolean().default(false),
      consent: consent.optional(),
    })
    .superRefine((media, context) => {
      if (media.people === 'identifiable' && !media.consent) {
        refuse(context, 'A person can be recognised, and no consent is recorded.', 'Add “consent:” with the reference of the signed form, or use another picture.', ['consent']);
      }
      if (media.minor && media.people === 'unidentifiable' && !media.consent) {
        refuse(context, 'A child is in the picture, and no consent is recorded.', 'Add “consent:” with the reference of the form that a parent or guardian signed, or use another picture.', ['consent']);
      }
    });
}

import { z } from 'astro/zod';
import { isDay, readInstant } from '../domain/instant.ts';
import { CONTROLS, OVERRIDES } from '../domain/markup.ts';

/** A refusal in two sentences; the remedy travels beside the message. */
export function refuse(context: z.RefinementCtx, wrong: string, remedy: string, path: PropertyKey[] = []): void {
  context.addIssue({ code: 'custom', message: wrong, params: { remedy }, path, input: undefined });
}

/** Text of one or more lines, in Unicode's composed form, without invisible characters that turn the reading order. */
export function prose(max: number): z.ZodType<string> {
  return z.string().transform((text, context) => {
    const clean = text.normalize('NFC').trim();
    if (clean === '') refuse(context, 'This is empty.', 'Write a text, or take the line out.');
    if (OVERRIDES.test(clean)) refuse(context, 'There is a hidden character that turns the reading direction.', 'Delete the text and type it again instead of pasting it.');
    if (CONTROLS.test(clean)) refuse(context, 'There is a hidden control character.', 'Delete the text and type it again instead of pasting it.');
    const length = [...clean].length;
    if (length > max) refuse(context, `This has ${length} characters; there is room for ${max}.`, `Make it ${length - max} characters shorter.`);
    return clean;
  });
}

/** Text on one line. */
export function line(max: number): z.ZodType<string> {
  return prose(max).transform((text, context) => {
    if (/[\n\r]/.test(text)) refuse(context, 'This runs over several lines.', 'Write it on one line.');
    return text;
  });
}

/** A moment; without a zone it is the organisation's wall clock. */
export function instant(timeZone: string): z.ZodType<string> {
  return z.string().transform((text, context) => {
    const moment = readInstant(text.trim(), timeZone);
    if (moment === undefined) {
      refuse(context, `“${text}” is not a moment that exists.`, `Write day, time and zone like 2026-11-17T09:00:00+01:00, or 2026-11-17 09:00 for the clock of ${timeZone}.`);
      return z.NEVER;
    }
    return moment;
  });
}

export const day: z.ZodType<string> = z.string().transform((text, context) => {
  if (!isDay(text.trim())) refuse(context, `“${text}” is not a day that exists.`, 'Write it as year-month-day, like 2026-11-23.');
  return text.trim();
});

/** A web address that may safely stand in a link: http or https, no user name or password hidden in it. */
export const webAddress: z.ZodType<string> = z.string().transform((text, context) => {
  const url = URL.parse(text.trim());
  if (!url || !['http:', 'https:'].includes(url.protocol) || OVERRIDES.test(text)) {
    refuse(context, `“${text.slice(0, 80)}” is not a web address.`, 'Write the whole address, beginning with https://');
    return z.NEVER;
  }
  if (url.username || url.password) refuse(context, 'The address holds a user name or password.', 'Take out what stands between // and @.');
  return url.href;
});

export const mailAddress: z.ZodType<string> = z.string().transform((text, context) => {
  if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/u.test(text.trim())) refuse(context, `“${text.slice(0, 80)}” is not an e-mail address.`, 'Write it like press@example.org.');
  return text.trim();
});

/** One of fixed words; the sentence about a wrong one lists them all. */
export function word<const T extends readonly string[]>(choices: T): z.ZodType<T[number]> {
  return z.enum(choices);
}

/** The name of a picture in `content/media`, without folders. */
export const picture: z.ZodType<string> = z.string().transform((text, context) => {
  if (!/^[a-z0-9][a-z0-9._-]*\.(jpe?g|png|webp|avif)$/.test(text)) {
    refuse(context, `“${text}” is not the name of a picture.`, 'Write only the file name of a picture in content/media, in small letters, like street-stall.jpg.');
  }
  return text;
});

/** A text for every language of the site. */
export function everyLanguage(languages: readonly string[], text: z.ZodType<string>): z.ZodType<Record<string, string>> {
  return z.record(z.string(), text).superRefine((texts, context) => {
    for (const lang of languages.filter((lang) => !(lang in texts))) {
      refuse(context, `The text in “${lang}” is missing.`, `Add a line “${lang}: …”.`, [lang]);
    }
  });
}

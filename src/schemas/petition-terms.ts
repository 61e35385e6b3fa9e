import { z } from 'astro/zod';
import { isDay, type Day } from '../domain/instant.ts';
import { day, line, refuse } from './fields.ts';

const FIELDS = ['name', 'email', 'place', 'country', 'comment'] as const;

const question = z.string().transform((id, context) => {
  if (!/^[0-9a-f]{1,8}$/i.test(id)) refuse(context, `“${id.slice(0, 40)}” is not the id of a question.`, 'Write it as the Forms API gives it, up to eight of the signs 0 to 9 and a to f, like 1a2b3c4d.');
  return id.toLowerCase();
});

/** The edit id or the public id of a form: letters, digits, hyphens and underscores, about 44 and 56 of them. */
const formId = z.string().transform((id, context) => {
  if (!/^[\w-]{10,120}$/.test(id)) refuse(context, `“${id.slice(0, 60)}” is not the id of a form.`, 'Write only the long row of letters and digits from its address, without slashes.');
  return id;
});

/** Rules about several fields are asked also when one of them has a fault, so that a writer learns of everything at once. They are met with whatever was written. */
const WITH_THE_REST: { when(payload: { value: unknown }): boolean } = { when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value) };

const form = z.strictObject({
  id: formId,
  public: formId,
  confirmation: line(80),
  questions: z
    .strictObject({
      name: question, email: question, place: question.optional(), country: question.optional(), comment: question.optional(), consent: question, updates: question.optional(),
      language: question.optional(), source: question.optional(), bucket: question.optional(), ref: question, version: question.optional(),
    })
    .superRefine((questions, context) => {
      const entries = Object.entries(questions);
      entries.forEach(([name, id], index) => {
        const first = entries.findIndex(([, other]) => other === id);
        if (first < index) refuse(context, `“${entries[first]![0]}” and “${name}” lead to the same question.`, 'Give each its own question of the form.', [name]);
      });
    }, WITH_THE_REST),
});

/** Refuses a day that `today` does not know yet. */
const past = (today: Day) => day.superRefine((date, context) => {
  if (date > today) refuse(context, 'This day has not come yet.', 'Write the day on which it happened; check day, month and year.');
});

/** `content/petitions/<slug>/petition.yml`; `today` is a day of the organisation's calendar. */
export function termsSchema(today: Day) {
  return z
    .strictObject({
      /** In one language for all, or by language. */
      target: z.union([line(160), z.record(z.string(), line(160))]),
      opens: day,
      closes: day,
      paused: z.boolean().default(false),
      milestones: z.array(z.number().int().min(1)).optional(),
      fields: z.array(z.enum(FIELDS)).default(['name', 'email']),
      retention: z.number().int().min(0).max(120).default(6),
      offline: z.array(z.strictObject({ date: past(today), count: z.number().int().min(1).max(100_000_000), note: line(160) })).default([]),
      delivered: past(today).optional(),
      form: form.optional(),
    })
    .superRefine((terms: AsWritten, context) => {
      const { opens, closes, delivered } = terms;
      const [milestones, fields, questions] = [listIn(terms.milestones), listIn(terms.fields), terms.form?.questions];
      if (isDate(opens) && isDate(closes) && closes < opens) refuse(context, 'The petition closes before it opens.', 'Put “closes” after “opens”.', ['closes']);
      if (isDate(opens) && isDate(delivered) && delivered < opens) refuse(context, 'The petition was delivered before it opened.', 'Mend “delivered” or “opens”.', ['delivered']);
      const falling = milestones.every((milestone) => typeof milestone === 'number') ? milestones.findIndex((milestone, index) => index > 0 && milestone <= (milestones[index - 1] as number)) : -1;
      if (falling > 0) refuse(context, `The milestones do not rise: ${String(milestones[falling])} stands after ${String(milestones[falling - 1])}.`, 'Begin with the smallest and write each number once.', ['milestones', falling]);
      for (const name of Array.isArray(terms.fields) ? (['name', 'email'] as const) : []) {
        if (!fields.includes(name)) refuse(context, `“${name}” is missing among the fields; without it nobody can be counted once.`, 'Write fields: [name, email], and place, country or comment after them if you need them.', ['fields']);
      }
      const twice = fields.findIndex((name, index) => fields.indexOf(name) < index);
      if (twice > 0) refuse(context, `“${String(fields[twice])}” stands here twice.`, 'Take one of them out.', ['fields', twice]);
      if (typeof questions !== 'object' || questions === null) return;
      for (const name of ['place', 'country', 'comment'] as const) {
        if (fields.includes(name) && !Object.hasOwn(questions, name)) refuse(context, `The form has no question for “${name}”, so what people write there would be lost.`, `Add its id under “questions”, or take “${name}” out of “fields”.`, ['form', 'questions', name]);
      }
    }, WITH_THE_REST);
}

/** The terms before anybody has judged each field by itself. */
type AsWritten = Partial<Record<'opens' | 'closes' | 'delivered' | 'milestones' | 'fields', unknown>> & { form?: { questions?: unknown } | undefined };

const isDate = (written: unknown): written is Day => typeof written === 'string' && isDay(written);
const listIn = (written: unknown): readonly unknown[] => (Array.isArray(written) ? written : []);

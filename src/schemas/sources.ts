import { z } from 'astro/zod';
import { DAY_FORMATS, SHEET_HOLDINGS, type SheetColumn, type SheetHolding, type Sources } from '../domain/source.ts';
import { line, refuse, webAddress } from './fields.ts';

const name = z.string().transform((text, context) => {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) || text.length > 40) refuse(context, `“${text.slice(0, 60)}” cannot name a source.`, 'Use small letters a to z, digits and single hyphens, at most 40, like street-stalls.');
  return text;
});

/** A pattern with what is wrong and what to write. */
const written = (pattern: RegExp, what: string, remedy: string) => z.string().transform((text, context) => {
  const clean = text.trim();
  if (!pattern.test(clean)) refuse(context, `“${clean.slice(0, 60)}” is not ${what}.`, remedy);
  return clean;
});

const site = written(/^(?:https?:\/\/[^\s/?#@]+\/(?:[^\s?#]*\/)?|sc-domain:[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i, 'the name of a property in Search Console', 'Write it exactly as Search Console does: https://example.org/ with the slash at its end, or sc-domain:example.org.');
const property = written(/^\d{4,15}$/, 'the number of a property', 'Write the digits from Analytics, Admin, Property details, like 301234567; neither the G-… of a stream nor an account’s number.');
const channel = written(/^UC[\w-]{22}$/, 'the id of a channel', 'Write the 24 signs from YouTube’s advanced settings, which begin with UC; a name like @havenlicht is none.');
const driveId = (what: string, remedy: string) => written(/^[\w-]{20,120}$/, what, remedy);
const question = written(/^[0-9a-f]{1,8}$/i, 'the id of a question', 'Write it as the Forms API gives it, up to eight of the signs 0 to 9 and a to f, like 1a2b3c4d.').transform((id) => id.toLowerCase().padStart(8, '0'));

/** The columns that each kind of sheet needs, besides `day`, and those that it may have. */
const COLUMNS: Record<SheetHolding, { needs: SheetColumn[]; may: SheetColumn[] }> = {
  gifts: { needs: ['amount'], may: ['id', 'refunded', 'currency', 'kind', 'campaign'] },
  applications: { needs: [], may: ['number', 'campaign', 'language'] },
  volunteers: { needs: ['number'], may: [] },
  'volunteer-hours': { needs: ['number'], may: ['campaign'] },
};

const sheet = z
  .strictObject({
    name,
    holds: z.enum(SHEET_HOLDINGS),
    spreadsheet: driveId('the id of a spreadsheet', 'Write only the long row of letters and digits between /d/ and /edit in its address.'),
    range: line(120),
    columns: z.strictObject({
      day: line(80), id: line(80).optional(), amount: line(80).optional(), refunded: line(80).optional(), currency: line(80).optional(), kind: line(80).optional(), campaign: line(80).optional(), language: line(80).optional(), number: line(80).optional(),
    }),
    dayFormat: z.enum(DAY_FORMATS).optional(),
    currency: written(/^[A-Z]{3}$/, 'a currency', 'Write its three letters, like EUR or TRY.').optional(),
    monthly: z.array(line(40)).default(['monthly', 'recurring', 'maandelijks', 'periodiek', 'monatlich', 'aylık', 'düzenli']),
  })
  .superRefine(({ holds, columns, currency }, context) => {
    const { needs, may } = COLUMNS[holds];
    for (const column of needs) if (columns[column] === undefined) refuse(context, `A sheet of ${holds} needs the column “${column}”.`, `Add ${column}: with the header of that column, as it stands in the sheet.`, ['columns', column]);
    for (const column of Object.keys(columns) as SheetColumn[]) {
      if (columns[column] !== undefined && column !== 'day' && !needs.includes(column) && !may.includes(column)) refuse(context, `A sheet of ${holds} has no use for the column “${column}”.`, 'Take it out; nothing more is read than is needed.', ['columns', column]);
    }
    if (holds === 'gifts' && currency === undefined && columns.currency === undefined) refuse(context, 'Nobody could tell in which currency the gifts were given.', 'Add currency: EUR, or the column “currency”.', ['currency']);
  });

const form = z.strictObject({
  name,
  form: driveId('the edit id of a form', 'Write only the long row of letters and digits between /d/ and /edit in its address; the one after /d/e/ is another.'),
  questions: z.strictObject({ language: question.optional(), campaign: question.optional() }).optional(),
});

/** `sources` of `content/site.ts`. */
export const sources = z
  .strictObject({
    searchConsole: z.strictObject({ site }).optional(),
    analytics: z.strictObject({ property }).optional(),
    youtube: z.strictObject({ channel, analytics: z.boolean().default(false) }).optional(),
    sheets: z.array(sheet).default([]),
    forms: z.array(form).default([]),
    feeds: z.array(z.strictObject({ name, url: webAddress })).default([]),
  })
  .superRefine((all, context) => {
    for (const kind of ['sheets', 'forms', 'feeds'] as const) {
      all[kind].forEach((one, index) => {
        if (all[kind].findIndex((other) => other.name === one.name) < index) refuse(context, `“${one.name}” names two ${kind}; the figures of one would take the place of the other’s.`, 'Give each a name of its own.', [kind, index, 'name']);
      });
    }
  }) satisfies z.ZodType<Sources>;

import { onTestFinished } from 'vitest';
import { dayAfter, type Day } from '../../src/domain/instant.ts';
import type { Sources } from '../../src/domain/source.ts';
import { randomFrom } from '../../integrations/random.ts';
import { googleReports } from '../../integrations/google/google-reports.ts';
import { plantedSite, type PlantedCell, type PlantedPage, type PlantedViews } from '../../integrations/google/stand-in/report-book.ts';
import { startStandIn, type StandIn } from '../../integrations/google/stand-in/stand-in.ts';
import { allSources, type SourceDesk } from '../../integrations/sources/all-sources.ts';
import type { FigureSource } from '../../integrations/sources/figure-source.ts';

export const TODAY: Day = '2026-11-23';
export const TOKEN = 'ya29.a-very-secret-token';
export const LANGUAGES = ['nl', 'en', 'ar'];

export const SITE = 'sc-domain:havenlicht.example';
export const PROPERTY = '301234567';
export const CHANNEL = `UC${'a'.repeat(22)}`;
export const GIFTS = 'gifts-spreadsheet-0000000001';
export const HOURS = 'hours-spreadsheet-0000000002';

/** How many days before today figures begin. */
export const DAYS = 24;

const serial = (day: Day) => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 864e5);

/** A stand-in that knows something of every source, at ten in the morning of `TODAY` until days are let pass. */
export async function plantedGoogle(whenDone: (end: () => Promise<void>) => void = onTestFinished) {
  let now = Date.parse(`${TODAY}T10:00:00Z`);
  const google = await startStandIn({ seed: 3, slow: 400, now: () => now });
  whenDone(() => google.close());
  const random = randomFrom(11);
  const form = plantForm(google);
  const settings: Sources = {
    searchConsole: { site: SITE }, analytics: { property: PROPERTY }, youtube: { channel: CHANNEL, analytics: false }, feeds: [],
    sheets: [
      { name: 'gifts', holds: 'gifts', spreadsheet: GIFTS, range: 'Gifts!A1:F', columns: { day: 'Date', amount: 'Amount', id: 'Number', kind: 'Kind', campaign: 'Code' }, currency: 'EUR', monthly: ['monthly'] },
      { name: 'hours', holds: 'volunteer-hours', spreadsheet: HOURS, range: 'Hours!A2:C', columns: { day: 'Day', number: 'Hours' }, monthly: [] },
    ],
    forms: [{ name: 'volunteers', form: form.form.formId, questions: { language: '0000000a' } }],
  };
  const world = { random: () => random(1000) / 1000, wait: async () => undefined, now: () => now };
  const notes = new Map<string, string>();
  const notebook: SourceDesk['notebook'] = (name) => ({ read: async () => notes.get(name), write: async (text) => void notes.set(name, text) });
  plantFigures(google, TODAY);
  return {
    google, settings, notes, now: () => now,
    today: () => new Date(now).toISOString().slice(0, 10),
    pass(days: number) {
      now += days * 864e5;
      plantFigures(google, new Date(now).toISOString().slice(0, 10));
    },
    /** All of them, asked with little patience; YouTube Analytics beside YouTube with `analytics`. */
    sources(also: Partial<SourceDesk> & { analytics?: boolean } = {}): FigureSource[] {
      const env = { GOOGLE_ACCESS_TOKEN: TOKEN, GOOGLE_APIS_URL: google.apis, GOOGLE_FORMS_URL: google.forms };
      const chosen = { ...settings, youtube: { channel: CHANNEL, analytics: also.analytics ?? false } };
      return allSources(chosen, { languages: LANGUAGES, timeZone: 'Europe/Amsterdam', google: googleReports(env, world, 200), notebook, now: () => now, ...also });
    },
  };
}

/** The same figures for a day whenever they are planted, except that the newest are still rising. */
function plantFigures({ reports }: StandIn, today: Day): void {
  const days = Array.from({ length: DAYS + Math.round((Date.parse(today) - Date.parse(TODAY)) / 864e5) }, (_, number) => dayAfter(TODAY, number - DAYS + 1));
  const busy = days.filter((day) => serial(day) % 7 !== 0);
  const rising = (day: Day) => (day >= dayAfter(today, -1) ? 1 : 2);
  const pages: (PlantedPage & { day: Day })[] = busy.filter((day) => day < today).flatMap((day) => ['/nl/press/free-internet/', '/en/press/free-internet/', '/en/press/free-internet/kit/', '/ar/petitions/open-library/', '/nl/', '/x/y/'].map((path, index) => ({ day, page: `https://havenlicht.example${path}`, clicks: (serial(day) % 5) * rising(day) + index, impressions: 40 * rising(day) + index })));
  reports.search.set(SITE, plantedSite(pages, { [dayAfter(today, -5)]: { clicks: 2, impressions: 9 } }, dayAfter(today, -2)));
  const rows: PlantedViews[] = busy.flatMap((day) => [
    { day, path: '/nl/press/free-internet/', campaign: 'free-internet', source: 'whatsapp', views: 10 * rising(day) + (serial(day) % 4) },
    { day, path: '/en/', campaign: '(direct)', views: 7 }, { day, path: '/ar/petitions/open-library/', source: 'google', views: 5 },
  ]);
  reports.analytics.set(PROPERTY, { shared: true, timeZone: 'Europe/Amsterdam', rows });
  const views = Object.fromEntries(busy.filter((day) => day < dayAfter(today, -2)).map((day) => [day, 3 + (serial(day) % 9)]));
  reports.channels.set(CHANNEL, { own: true, followers: 480 + days.length, allViews: 12_000 + days.length * 31, views });
  const gifts: PlantedCell[][] = busy.flatMap((day) => [[{ serial: serial(day) }, 25, `G-${day}-1`, 'once', 'free-internet', 'Kim de Vries'], [{ serial: serial(day) }, 10.5, `G-${day}-2`, 'monthly']]);
  reports.spreadsheets.set(GIFTS, { shared: true, tables: { Gifts: [['Date', 'Amount', 'Number', 'Kind', 'Code', 'Who'], ...gifts] } });
  reports.spreadsheets.set(HOURS, { shared: true, tables: { Hours: [['Kept by Marit'], ['Day', 'Hours', 'Note'], ...busy.map((day): PlantedCell[] => [{ serial: serial(day) }, 2.5, ''])] } });
}

function plantForm({ book }: StandIn) {
  const entry = book.create('Volunteers');
  for (let number = 0; number < 20; number++) {
    const at = `${dayAfter(TODAY, -1 - number)}T09:30:00.000Z`;
    const answer = (questionId: string, value: string) => ({ [questionId]: { questionId, textAnswers: { answers: [{ value }] } } });
    entry.rows.push({ responseId: `A${number}`, createTime: at, lastSubmittedTime: at, answers: { ...answer('0000000a', number % 2 ? 'nl' : 'en'), ...answer('0000000b', `Kim ${number}, kim${number}@mail.example`) } });
  }
  return entry;
}

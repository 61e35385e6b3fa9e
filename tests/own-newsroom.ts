import sharp from 'sharp';
import { stringify } from 'yaml';
import type { ProjectCopy } from './workbench.ts';

/** Fields of a story and its text, as a file in `content/`. */
export function storyFile(fields: Record<string, unknown>, text = 'A text of a few plain words.'): string {
  return `---\n${stringify(fields)}---\n\n${text}\n`;
}

/** A whole press release; what is given replaces or adds fields. */
export function pressFile(fields: Record<string, unknown> = {}, text?: string): string {
  return storyFile({ title: 'The library opens on Sundays', summary: 'From January on, the library is open on Sunday afternoons.', published: '2026-11-22T09:00:00+01:00', topics: ['work'], place: 'Havenstad', ...fields }, text);
}

/** A whole fact check. */
export function factCheckFile(fields: Record<string, unknown> = {}, text?: string): string {
  return storyFile(
    {
      title: 'Forty buses run every weekday', summary: 'The timetable lists forty departures.', published: '2026-11-20T09:00:00+01:00', topics: ['work'],
      claim: { text: 'Nobody ever sees any public transport here', by: 'A message in a group', date: '2026-11-10', place: 'Havenstad', appearances: [{ url: 'https://social.example/p/1', archived: 'https://archive.example/1' }] },
      verdict: 'untrue', finding: 'Forty buses leave the station on a weekday.',
      evidence: [{ title: 'Timetable 2026', publisher: 'The bus company', url: 'https://buses.example/table', archived: 'https://archive.example/2', accessed: '2026-11-12' }],
      ...fields,
    },
    text,
  );
}

/** A whole event. */
export function eventFile(fields: Record<string, unknown> = {}, text?: string): string {
  return storyFile({ title: 'A talk about timetables', summary: 'Twenty minutes about reading a timetable.', published: '2026-11-01T09:00:00+01:00', topics: ['work'], starts: '2026-12-10T19:30:00+01:00', ends: '2026-12-10T19:50:00+01:00', where: 'Library', ...fields }, text);
}

/** `content/site.ts` of a small organisation with these languages, the first being the default, and these topics. */
export function siteFile(languages: readonly string[] = ['nl', 'en'], topics: readonly string[] = ['work']): string {
  const texts = (text: string) => Object.fromEntries(languages.map((lang) => [lang, `${text} (${lang})`]));
  const site = {
    name: 'Small House', url: 'https://small.example', timeZone: 'Europe/Amsterdam', languages, fallback: languages.slice(1, 2), tagline: texts('We are small'), address: ['Small Street 1'],
    contacts: { press: { name: 'Kim Small', role: texts('press officer'), email: 'press@small.example' } },
    topics: Object.fromEntries(topics.map((topic) => [topic, texts(topic)])),
  };
  return `export default ${JSON.stringify(site, null, 1)};\n`;
}

/** A picture of coloured noise; no two seeds look alike. */
export async function picture(seed: number, width = 640): Promise<Buffer> {
  const height = Math.round(width * 0.75);
  let state = seed;
  const raw = Buffer.from(Array.from({ length: 12 * 9 * 3 }, () => (state = (state * 48_271) % 2_147_483_647) % 256));
  return sharp(raw, { raw: { width: 12, height: 9, channels: 3 } }).resize(width, height).jpeg({ quality: 80 }).toBuffer();
}

/** The record beside a picture. */
export function pictureRecord(fields: Record<string, unknown> = {}, languages: readonly string[] = ['nl', 'en']): string {
  return stringify({ alt: Object.fromEntries(languages.map((lang) => [lang, `A street (${lang})`])), credit: 'Small House', licence: 'CC BY 4.0', people: 'none', ...fields });
}

/** Puts a small newsroom into a copy: a release in two languages with a picture, a fact check, an event, who we are. */
export async function foundNewsroom(copy: ProjectCopy, { languages = ['nl', 'en'], topics = ['work'] }: { languages?: string[]; topics?: string[] } = {}): Promise<void> {
  const [first = 'nl', second] = languages;
  await copy.write('content/site.ts', siteFile(languages, topics));
  await copy.write('content/media/street.jpg', await picture(7));
  await copy.write('content/media/street.yml', pictureRecord({}, languages));
  const about = { title: 'Who we are', summary: 'A small house.', published: '2026-01-01T09:00:00+01:00', boilerplate: 'Small House is small.', interest: 'We want buses.', method: 'We read the timetable.' };
  await copy.write(`content/about/index.${first}.md`, storyFile(about));
  await copy.write(`content/press/library-on-sundays/index.${first}.md`, pressFile({ image: 'street.jpg', media: ['street.jpg'] }));
  if (second) await copy.write(`content/press/library-on-sundays/index.${second}.md`, pressFile({ title: 'A library for Sundays', image: 'street.jpg', media: ['street.jpg'], translation: { origin: 'human' } }));
  await copy.write(`content/fact-checks/forty-buses/index.${first}.md`, factCheckFile());
  await copy.write(`content/events/reading-a-timetable/index.${first}.md`, eventFile());
}

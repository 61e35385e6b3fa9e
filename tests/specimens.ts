import { openNewsroom, type About, type Newsroom } from '../src/domain/newsroom.ts';
import type { Organisation } from '../src/domain/organisation.ts';
import type { Picture } from '../src/domain/picture.ts';
import type { Event, FactCheck, Petition, PressRelease, Version } from '../src/domain/story.ts';

/** The moment that tests take for now. */
export const NOW = '2026-11-23T10:00:00.000Z';

const base = {
  slug: 'free-internet', lang: 'nl', title: 'Gratis internet op vier plekken', summary: 'Wij vragen een open netwerk.', published: '2026-11-01T09:00:00.000Z',
  corrections: [], topics: ['internet'], translation: { origin: 'original' as const }, draft: false, html: '<p>Het bericht.</p>', text: 'Het bericht.',
};
const fileOf = (section: string, { slug, lang }: { slug: string; lang: string }) => `content/${section}/${slug}/index.${lang}.md`;

/** A press release; `own` replaces what the test is about. */
export function press(own: Partial<PressRelease> = {}): PressRelease {
  const release: PressRelease = { ...base, kind: 'press', file: '', place: 'Havenstad', contacts: ['press'], quotes: [], notes: [], media: [], ...own };
  return { ...release, file: fileOf('press', release) };
}

/** A fact check. */
export function factCheck(own: Partial<FactCheck> = {}): FactCheck {
  const check: FactCheck = {
    ...base, kind: 'fact-check', file: '', slug: 'six-countries', title: 'Onderzoekers noemen zes landen', topics: ['facts'], verdict: 'untrue',
    claim: { text: 'Alle vluchtelingen komen uit één land', by: 'Een inspreker', date: '2026-09-21', place: 'Havenstad', appearances: [{ url: 'https://video.example/1', archived: 'https://archive.example/1' }] },
    finding: 'Mensen vluchtten uit veel landen.', evidence: [{ title: 'Artikel', publisher: 'Social Inclusion', url: 'https://journal.example/', archived: 'https://archive.example/2', accessed: '2026-09-24' }], ...own,
  };
  return { ...check, file: fileOf('fact-checks', check) };
}

/** A petition that can be signed. */
export function petition(own: Partial<Petition> = {}): Petition {
  const asked: Petition = {
    ...base, kind: 'petition', file: '', slug: 'open-network', title: 'Gratis internet voor iedereen', ask: 'Maak een open netwerk op vier plekken.', updates: [], version: '0a1b2c3d',
    terms: { target: 'Het college van Havenstad', opens: '2026-11-01', closes: '2027-03-31', paused: false, fields: ['name', 'email', 'place'], retention: 6, offline: [] }, ...own,
  };
  return { ...asked, file: fileOf('petitions', asked) };
}

/** An event. */
export function event(own: Partial<Event> = {}): Event {
  const meeting: Event = { ...base, kind: 'event', file: '', slug: 'talk', title: 'Lezing', starts: '2026-12-01T18:30:00.000Z', guests: [], topics: [], ...own };
  return { ...meeting, file: fileOf('events', meeting) };
}

/** Who we are, in one language. */
export function about(lang: string): About {
  return { lang, file: `content/about/index.${lang}.md`, title: 'Over ons', summary: 'Wie we zijn.', published: base.published, translation: { origin: 'original' }, boilerplate: 'Havenlicht is klein.', interest: 'Wij staan ergens voor.', method: 'Wij kijken na.', html: '<p>Wij.</p>', text: 'Wij.' };
}

/** A newsroom of these versions, for readers of nl, en, tr and ar. */
export function newsroom(versions: readonly Version[], abouts: readonly About[] = [about('nl')]): Newsroom {
  return openNewsroom(NOW, versions, abouts, ['nl', 'en', 'tr', 'ar'], ['en', 'nl']);
}

export const organisation: Organisation = {
  name: 'Havenlicht', sample: true, url: 'https://havenlicht.example', timeZone: 'Europe/Amsterdam', languages: ['nl', 'en', 'tr', 'ar'], fallback: ['en', 'nl'],
  tagline: { nl: 'Naast mensen.', en: 'Beside people.', tr: 'Yanında.', ar: 'معًا.' }, address: ['Kade 12'],
  contacts: { press: { name: 'Marit de Haan', role: { nl: 'woordvoerder', en: 'press officer' }, email: 'pers@havenlicht.example', phone: '+31 85 000 00 12' } },
  topics: { internet: { nl: 'Internet', en: 'Internet access' }, facts: { nl: 'Feiten', en: 'Facts' } }, profiles: ['https://social.example/@havenlicht'], networks: ['whatsapp', 'facebook', 'email'], oldAfterMonths: 12,
};

export const picture: Picture = {
  name: 'street-stall.jpg', width: 1600, height: 1000, alt: { nl: 'Een kraam op de markt', en: 'A stall' }, caption: { nl: 'De kraam in mei' }, credit: 'Havenlicht', licence: 'CC BY 4.0',
  webp: [{ src: '/media/street-stall.0123-480.webp', width: 480 }, { src: '/media/street-stall.0123-960.webp', width: 960 }],
  jpeg: { src: '/media/street-stall.0123-960.jpg', width: 960, height: 600 }, card: { src: '/media/street-stall.0123-card.jpg', width: 1200, height: 630 }, full: { src: '/media/street-stall.0123-full.jpg', width: 1600, height: 1000 },
};

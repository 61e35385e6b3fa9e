import { directionOf } from '../domain/language.ts';
import type { Organisation } from '../domain/organisation.ts';
import { storyAddress } from '../domain/address.ts';
import type { Version } from '../domain/story.ts';
import { fill, formatDay, formatInstant, wordsIn } from '../text/text.ts';
import type { Brand } from './brand.ts';
import { eventDate } from './event-date.ts';
import { posterOf, type Poster, type PosterWords } from './poster.ts';
import { LEANING } from './verdict-mark.ts';

/** The poster of a story in one of its languages; `url` is the site’s public address. Its code tells the statistics that a reader came by paper. */
export function storyPoster(version: Version, organisation: Organisation, brand: Brand, url: string): Poster {
  const { lang } = version;
  const words = wordsIn(lang);
  const address = new URL(storyAddress(lang, version), url);
  const code = new URL('?utm_source=poster', address).href;
  const shared = { kind: words.kinds[version.kind], summary: version.summary, code, address: `${address.host}${address.pathname}`, scan: words.story.scan };
  return posterOf({ ...shared, ...ownWords(version, organisation) }, { lang, direction: directionOf(lang), brand, organisation: organisation.name });
}

function ownWords(version: Version, { timeZone }: Organisation): Pick<PosterWords, 'title' | 'field' | 'titleLabel' | 'panel'> {
  const { factCheck, event, petition } = wordsIn(version.lang);
  switch (version.kind) {
    case 'press':
      return { title: version.title, field: 'title' };
    case 'fact-check': {
      const leaning = LEANING[version.verdict];
      const panel = { field: 'verdict', label: factCheck.claim, words: factCheck.verdicts[version.verdict].label, ground: ({ against: 'warn', between: 'night', for: 'accent' } as const)[leaning], mark: leaning };
      return { title: version.finding, field: 'finding', titleLabel: factCheck.fact, panel };
    }
    case 'petition':
      // What hangs on a wall cannot be told that signing has ended, so the day stands on it; one that is over needs none.
      return { title: version.ask, field: 'ask', ...(version.terms.delivered || version.answer ? {} : { panel: { field: 'closes', label: petition.sign, words: fill(petition.until, { date: formatDay(version.lang, version.terms.closes) }), ground: 'night' } }) };
    case 'event': {
      const { weekday, time } = eventDate(version, version.lang, timeZone);
      const place = [time, version.where, version.online && event.online].filter(Boolean).join(' · ');
      return { title: version.title, field: 'title', panel: { field: 'starts', label: weekday, words: formatInstant(version.lang, version.starts, timeZone), detail: place, ground: 'accent' } };
    }
  }
}

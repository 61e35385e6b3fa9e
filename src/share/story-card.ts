import { directionOf } from '../domain/language.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Verdict, Version } from '../domain/story.ts';
import { wordsIn } from '../text/text.ts';
import type { Brand, ThemeName } from './brand.ts';
import type { Card, Photo } from './card.ts';
import { eventCard } from './event-card.ts';
import { eventDate } from './event-date.ts';
import { factCheckCard, type FactCheckWords } from './fact-check-card.ts';
import { pressCard } from './press-card.ts';
import type { Size } from './size.ts';
import type { Setup } from './stage.ts';

/** Which of a story's pictures is wanted. */
export interface Wish {
  size: Size;
  theme: ThemeName;
  photo?: Photo | undefined;
}

const LEANING: Record<Verdict, FactCheckWords['leaning']> = {
  untrue: 'against', misleading: 'against', 'missing-context': 'between', unproven: 'between', satire: 'between', withdrawn: 'between', 'mostly-true': 'for', correct: 'for',
};

/** The card of a story in one of its languages. */
export function storyCard(version: Version, organisation: Organisation, brand: Brand, { size, theme, photo }: Wish): Card {
  const { lang } = version;
  const words = wordsIn(lang);
  const setup: Setup = { lang, direction: directionOf(lang), size, theme, brand, photo, organisation: organisation.name, host: new URL(organisation.url).host };
  const kind = words.kinds[version.kind];
  if (version.kind === 'fact-check') {
    const { fact, claim, verdicts } = words.factCheck;
    return factCheckCard({ kind, factLabel: fact, finding: version.finding, claimLabel: claim, verdict: verdicts[version.verdict].label, leaning: LEANING[version.verdict] }, setup);
  }
  if (version.kind === 'event') {
    const place = [version.where, version.online && words.event.online].filter(Boolean).join(' · ');
    return eventCard({ kind, title: version.title, ...eventDate(version, lang, organisation.timeZone), place }, setup);
  }
  return pressCard({ kind, title: version.title }, setup);
}

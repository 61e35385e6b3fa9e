import { dayIn } from '../domain/instant.ts';
import { directionOf } from '../domain/language.ts';
import type { Organisation } from '../domain/organisation.ts';
import { milestoneFor, stateOf, type PetitionCount } from '../domain/petition.ts';
import type { StoryFigure } from '../domain/story-figure.ts';
import type { Petition, Quote, Version } from '../domain/story.ts';
import { countParts, fill, wordsIn } from '../text/text.ts';
import type { Brand, ThemeName } from './brand.ts';
import type { Card, Photo } from './card.ts';
import { eventCard } from './event-card.ts';
import { eventDate } from './event-date.ts';
import { factCheckCard } from './fact-check-card.ts';
import { figureCard } from './figure-card.ts';
import { petitionCard } from './petition-card.ts';
import { pressCard } from './press-card.ts';
import { quoteCard } from './quote-card.ts';
import type { Size } from './size.ts';
import type { Setup } from './stage.ts';
import { LEANING } from './verdict-mark.ts';

/** Which of a story's pictures is wanted. */
export interface Wish {
  size: Size;
  theme: ThemeName;
  photo?: Photo | undefined;
  /** Of a petition. Without it, or at nought, its card shows the ask alone. */
  count?: PetitionCount | undefined;
}

/** Sizes in which words that somebody said, and numbers, are drawn: what people scroll past, and for a number also what stands beside a link. */
export const QUOTE_SIZES = ['1080x1080', '1080x1350'] as const satisfies readonly Size[];
export const FIGURE_SIZES = ['1200x630', '1080x1080', '1080x1350'] as const satisfies readonly Size[];

/** The card of a story in one of its languages. */
export function storyCard(version: Version, organisation: Organisation, brand: Brand, wish: Wish): Card {
  const { lang } = version;
  const words = wordsIn(lang);
  const setup = setupOf(version, organisation, brand, wish);
  const kind = words.kinds[version.kind];
  if (version.kind === 'fact-check') {
    const { fact, claim, verdicts } = words.factCheck;
    return factCheckCard({ kind, factLabel: fact, finding: version.finding, claimLabel: claim, verdict: verdicts[version.verdict].label, leaning: LEANING[version.verdict] }, setup);
  }
  if (version.kind === 'event') {
    const place = [version.where, version.online && words.event.online].filter(Boolean).join(' · ');
    return eventCard({ kind, title: version.title, ...eventDate(version, lang, organisation.timeZone), place }, setup);
  }
  if (version.kind === 'petition') return wish.count && wish.count.count > 0 ? countedCard(version, wish.count, kind, organisation, setup) : pressCard({ kind, title: version.ask }, setup);
  return pressCard({ kind, title: version.title }, setup);
}

function countedCard(petition: Petition, { count, asOf }: PetitionCount, kind: string, organisation: Organisation, setup: Setup): Card {
  const { lang } = petition;
  const words = wordsIn(lang).petition;
  const state = stateOf(petition, dayIn(organisation.timeZone, asOf));
  const goal = milestoneFor(count, petition.terms.milestones);
  const signing = state === 'open' || state === 'paused';
  const { number, label } = countParts(lang, words.count, count);
  const milestone = signing ? fill(words.milestone, { milestone: new Intl.NumberFormat(lang).format(goal) }) : words.states[state];
  return petitionCard({ kind, ask: petition.ask, count: number, countLabel: label, milestone, reached: signing ? count / goal : 1 }, setup);
}

/** The card of the `index`th thing that a person said in a press release, counted from 0. It has no photograph: whoever is on that need not be the one who said it. */
export function storyQuoteCard({ lang }: Version, { text, by, role }: Quote, index: number, organisation: Organisation, brand: Brand, { size, theme }: Omit<Wish, 'photo'>): Card {
  return quoteCard({ kind: wordsIn(lang).story.quote, text, by, role, field: `quotes.${index + 1}` }, setupOf({ lang }, organisation, brand, { size, theme }));
}

/** The card of the number that a story is about. */
export function storyFigureCard({ lang }: Version, { value, label, source, values = [], from = '', to = '' }: StoryFigure, organisation: Organisation, brand: Brand, { size, theme }: Omit<Wish, 'photo'>): Card {
  return figureCard({ kind: wordsIn(lang).story.figure, value, label, source, values, from, to }, setupOf({ lang }, organisation, brand, { size, theme }));
}

function setupOf({ lang }: Pick<Version, 'lang'>, organisation: Organisation, brand: Brand, { size, theme, photo }: Wish): Setup {
  return { lang, direction: directionOf(lang), size, theme, brand, photo, organisation: organisation.name, host: new URL(organisation.url).host };
}

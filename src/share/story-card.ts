import { dayIn } from '../domain/instant.ts';
import { directionOf } from '../domain/language.ts';
import type { Organisation } from '../domain/organisation.ts';
import { milestoneFor, stateOf, type PetitionCount } from '../domain/petition.ts';
import type { Petition, Verdict, Version } from '../domain/story.ts';
import { countParts, fill, wordsIn } from '../text/text.ts';
import type { Brand, ThemeName } from './brand.ts';
import type { Card, Photo } from './card.ts';
import { eventCard } from './event-card.ts';
import { eventDate } from './event-date.ts';
import { factCheckCard, type FactCheckWords } from './fact-check-card.ts';
import { petitionCard } from './petition-card.ts';
import { pressCard } from './press-card.ts';
import type { Size } from './size.ts';
import type { Setup } from './stage.ts';

/** Which of a story's pictures is wanted. */
export interface Wish {
  size: Size;
  theme: ThemeName;
  photo?: Photo | undefined;
  /** Of a petition. Without it, or at nought, its card shows the ask alone. */
  count?: PetitionCount | undefined;
}

const LEANING: Record<Verdict, FactCheckWords['leaning']> = {
  untrue: 'against', misleading: 'against', 'missing-context': 'between', unproven: 'between', satire: 'between', withdrawn: 'between', 'mostly-true': 'for', correct: 'for',
};

/** The card of a story in one of its languages. */
export function storyCard(version: Version, organisation: Organisation, brand: Brand, { size, theme, photo, count }: Wish): Card {
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
  if (version.kind === 'petition') return count && count.count > 0 ? countedCard(version, count, kind, organisation, setup) : pressCard({ kind, title: version.ask }, setup);
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

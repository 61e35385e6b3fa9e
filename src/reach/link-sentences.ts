import type { Metric } from '../domain/figure.ts';
import { THRESHOLD } from '../domain/money/gift-table.ts';
import type { EventStudy } from '../domain/statistics/event-study.ts';
import type { Caution } from '../domain/statistics/verdict.ts';
import { fill } from '../text/count.ts';
import type { ReachWords } from './words/words.ts';
import { change, number, share } from './percent.ts';
import { SENSITIVE } from './told-counts.ts';

/** What an event study says, in words: the answer, what was seen, what could have been seen, and why to take care. Never a cause. */
export interface LinkSentences {
  title: string;
  answer: string;
  seen: string;
  smallest: string;
  weight: string;
  chance: string;
  cautions: string[];
}

export function linkSentences(lang: string, words: ReachWords, metric: Metric, study: EventStudy): LinkSentences {
  const { link } = words;
  const name = inSentence(lang, words.metrics[metric]);
  const { verdict, change: seen, range, smallest, publications, used, perWeek, shifts, chance } = study;
  const size = { perWeek: about(lang, metric, perWeek) };
  return {
    title: fill(link.title, { metric: name }),
    answer: link.answers[verdict],
    seen: seen === undefined || !range ? link.nothingSeen : fill(link.seen, { used: number(lang, used), publications: number(lang, publications), metric: name, change: change(lang, seen), low: change(lang, range.low), high: change(lang, range.high) }),
    smallest: smallest === undefined ? fill(link.noSmallest, size) : fill(link.smallest, { ...size, smallest: change(lang, smallest) }),
    weight: seen === undefined ? '' : verdict === 'likely' ? fill(link.beyond, { chance: share(lang, chance) }) : verdict === 'no-sign' ? link.within : link.compatible,
    chance: fill(link.chance, { shifts: number(lang, shifts), chance: share(lang, chance) }),
    cautions: study.cautions.map((caution) => cautionSentence(lang, words, caution, metric)),
  };
}

/** Why a finding is to be read with care. */
export function cautionSentence(lang: string, { link }: ReachWords, { kind, ...numbers }: Caution, metric: Metric): string {
  return fill(link.cautions[kind], Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, name === 'perWeek' ? about(lang, metric, value) : number(lang, value)])));
}

/** Of people only in fives: of a few weeks the mean would tell the sum. */
const about = (lang: string, metric: Metric, perWeek: number): string => (!SENSITIVE.includes(metric) ? number(lang, perWeek) : perWeek < THRESHOLD ? `<${THRESHOLD}` : number(lang, Math.round(perWeek / THRESHOLD) * THRESHOLD));

/** A name as it stands inside a sentence: languages without capitals in the middle of it write it small. */
export const inSentence = (lang: string, name: string): string => name.slice(0, 1).toLocaleLowerCase(lang) + name.slice(1);

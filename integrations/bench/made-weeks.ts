import { chanceFrom } from '../sample/chance.ts';

/** How an invented metric behaves. Deviations are logarithms. */
export interface Nature {
  /** What part of a week’s deviation is still there in the next. */
  memory: number;
  /** Spread of the deviations that last, and of those of one week alone. */
  lasting: number;
  passing: number;
  /** Half the distance between the best and the worst time of the year, and a peak before Christmas on top. */
  season: number;
  december: number;
  /** Growth from the first day to the last. */
  growth: number;
}

/** The four that unrelated figures come in; about 40 a week, over-dispersed. Sizes are those of small organisations’ gift lists. */
export const NATURES: Record<string, Nature> = {
  'white noise': { memory: 0, lasting: 0.3, passing: 0.25, season: 0, december: 0, growth: 0 },
  autocorrelated: { memory: 0.6, lasting: 0.3, passing: 0.25, season: 0, december: 0, growth: 0 },
  seasonal: { memory: 0.4, lasting: 0.2, passing: 0.2, season: 0.4, december: 0.8, growth: 0 },
  growing: { memory: 0.4, lasting: 0.2, passing: 0.2, season: 0, december: 0, growth: 1.5 },
};

const PER_WEEK = 40;
const YEAR = 365.25;
/** 20 December, in days from the first of January. */
const PEAK = 353;

export interface Made {
  /** Numbers a day. */
  values: number[];
  /** Days with a publication, counted from the first. */
  publications: number[];
}

/**
 * An invented series of whole weeks from a 1 January on, with publications on days of chance; in a seasonal series mostly
 * in winter, as gifts are, which fools whoever forgets the season. `effect` is added for 14 days from each publication on.
 */
export function madeWeeks(nature: Nature, weeks: number, publications: number, effect: number, seed: number): Made {
  const { below, uniform, normal, poisson } = chanceFrom(seed);
  const length = weeks * 7;
  const days = new Set<number>();
  while (days.size < publications) {
    const day = below(length);
    if (nature.season === 0 || uniform() < (0.5 + 0.5 * wave(day)) ** 2) days.add(day);
  }
  const active = new Set([...days].flatMap((day) => Array.from({ length: 14 }, (_, index) => day + index)));
  let lasting = nature.lasting * normal();
  let deviation = 0;
  const values = Array.from({ length }, (_, day) => {
    if (day % 7 === 0) {
      lasting = nature.memory * lasting + nature.lasting * Math.sqrt(1 - nature.memory ** 2) * normal();
      deviation = lasting + nature.passing * normal();
    }
    const course = nature.season * wave(day) + nature.december * Math.exp(-(((day % YEAR) - PEAK + 10) ** 2) / 144) + nature.growth * (day / length - 0.5);
    return poisson((PER_WEEK / 7) * Math.exp(course + deviation) * (active.has(day) ? 1 + effect : 1));
  });
  return { values, publications: [...days] };
}

const wave = (day: number) => Math.cos((2 * Math.PI * (day - PEAK)) / YEAR);

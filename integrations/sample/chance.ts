import { randomFrom } from '../random.ts';

/** Numbers of chance that are the same for the same seed everywhere. */
export interface Chance {
  /** Between 0 and 1, neither of them. */
  uniform(): number;
  /** Standard normal: Box and Muller. */
  normal(): number;
  /** How many come when so many are to be expected. */
  poisson(mean: number): number;
  below(limit: number): number;
}

export function chanceFrom(seed: number): Chance {
  const below = randomFrom(seed);
  const uniform = () => (below(2 ** 32) + 0.5) / 2 ** 32;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return { below, uniform, normal, poisson: (mean) => (mean > 200 ? Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())) : knuth(mean, uniform)) };
}

/** Knuth's method, in portions so that the exponential never vanishes. */
function knuth(mean: number, uniform: () => number): number {
  let count = 0;
  for (let rest = mean; rest > 0; rest -= 30) {
    const limit = Math.exp(-Math.min(rest, 30));
    for (let product = uniform(); product > limit; product *= uniform()) count++;
  }
  return count;
}

/** Chance of its own for a day, so that it does not depend on the days before. */
export function chanceOfDay(seed: number, day: number): Chance {
  return chanceFrom(seed * 100_003 + day);
}

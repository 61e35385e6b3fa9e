import { createHash } from 'node:crypto';
import { dayNumber, daysLater } from '../../src/domain/calendar-day.ts';
import type { Gift } from '../../src/domain/gift.ts';
import type { Day } from '../../src/domain/instant.ts';
import { latestMonth, TURKISH_PRICES } from '../../src/domain/money/consumer-prices.ts';
import { chanceOfDay } from './chance.ts';

/** Of all gifts so many are in lira, come monthly, are given back, carry a campaign’s code. */
const LIRA = 0.2;
const MONTHLY = 0.35;
const REFUNDED = 0.02;
const CODED = 0.25;
const PRICES = Object.keys(TURKISH_PRICES).sort();

/**
 * Gifts for each day’s expected number. Amounts are log-normal, as gifts are: mostly about €25, now and then a large one.
 * Lira gifts grow with prices as far as these are published, and then stay, so that they fall in real terms. `codes` gives
 * the campaign of a day, if any.
 */
export function sampleGifts(from: Day, expected: readonly number[], codes: (day: Day) => string | undefined, seed: number): Gift[] {
  return expected.flatMap((mean, at) => {
    const day = daysLater(from, at);
    const chance = chanceOfDay(seed, dayNumber(day));
    return Array.from({ length: chance.poisson(mean) }, (_, index): Gift => {
      const lira = chance.uniform() < LIRA;
      const kind = chance.uniform() < MONTHLY ? 'monthly' : 'once';
      const size = kind === 'monthly' ? 1000 * Math.ceil(3 * chance.uniform()) * 0.5 : 2500 * Math.exp(0.8 * chance.normal());
      const amount = Math.max(100, Math.round((size * (lira ? 12 * priceLevel(day) : 1)) / 100) * 100);
      const code = chance.uniform() < CODED ? codes(day) : undefined;
      return { key: createHash('sha256').update(`sample ${day} ${index}`).digest('hex').slice(0, 32), day, currency: lira ? 'TRY' : 'EUR', kind, amount, refunded: chance.uniform() < REFUNDED ? amount : 0, campaign: code ?? '' };
    });
  });
}

function priceLevel(day: Day): number {
  const month = day.slice(0, 7);
  const known = month < PRICES[0]! ? PRICES[0]! : month > latestMonth(TURKISH_PRICES) ? latestMonth(TURKISH_PRICES) : month;
  return TURKISH_PRICES[known]! / 100;
}

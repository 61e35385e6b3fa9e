import type { Day } from './instant.ts';

/** A gift of money, without anything about who gave it. */
export interface Gift {
  /** Hash of the number that the bank or payment service gave it, hex; the same gift read twice has the same one. */
  key: string;
  /** When it was given, not when it was paid out. */
  day: Day;
  /** ISO 4217, `EUR`. */
  currency: string;
  /** `monthly` stands for everything that comes again by itself. */
  kind: 'once' | 'monthly';
  /** Hundredths of the currency, before fees. */
  amount: number;
  /** Hundredths that were given back, on whatever day. */
  refunded: number;
  /** A campaign's code as in `utm_campaign`; `''` when unknown. */
  campaign: string;
}

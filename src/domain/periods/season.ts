import { dayNumber, daysLater, dayOfNumber, overlapOf } from '../calendar-day.ts';
import type { Stretch } from '../figure.ts';
import type { Day } from '../instant.ts';

/** Times of the year in which people give and read otherwise. */
export const SEASONS = ['ramadan', 'eid-al-fitr', 'eid-al-adha', 'christmas', 'summer'] as const;
export type SeasonName = (typeof SEASONS)[number];

export interface Season extends Stretch {
  name: SeasonName;
}

/** How its days are known: computed by a calendar, or a fixed stretch of the civil year that is a convention of ours. */
export interface SeasonRule {
  kind: 'computed' | 'convention';
  /** For people who look it up; English. */
  source: string;
}

const UMM_AL_QURA = 'Umm al-Qura calendar of Saudi Arabia as in Unicode CLDR (islamic-umalqura); where the new moon is watched for, a day more or less';
export const SEASON_RULES: Record<SeasonName, SeasonRule> = {
  ramadan: { kind: 'computed', source: `Month 9, ${UMM_AL_QURA}` },
  'eid-al-fitr': { kind: 'computed', source: `1 to 3 of month 10, ${UMM_AL_QURA}` },
  'eid-al-adha': { kind: 'computed', source: `10 to 13 of month 12, ${UMM_AL_QURA}` },
  christmas: { kind: 'convention', source: '1 December to 6 January: from the month of most appeals for gifts to Epiphany' },
  summer: { kind: 'convention', source: '1 July to 31 August: months in which schools are closed in the Netherlands and Türkiye' },
};

/** Day of the Islamic calendar on which a season begins, and how long it lasts; Ramadan ends when the next month begins. */
const ISLAMIC: Partial<Record<SeasonName, { month: number; date: number; days?: number }>> = {
  ramadan: { month: 9, date: 1 },
  'eid-al-fitr': { month: 10, date: 1, days: 3 },
  'eid-al-adha': { month: 12, date: 10, days: 4 },
};

const CIVIL: Partial<Record<SeasonName, { from: string; to: string; yearsLater: number }>> = {
  christmas: { from: '12-01', to: '01-06', yearsLater: 1 },
  summer: { from: '07-01', to: '08-31', yearsLater: 0 },
};

/** The seasons that touch a stretch, whole even where they reach beyond it, in the order of their first days. */
export function seasonsIn(stretch: Stretch): Season[] {
  const years = Array.from({ length: Number(stretch.to.slice(0, 4)) - Number(stretch.from.slice(0, 4)) + 3 }, (_, index) => Number(stretch.from.slice(0, 4)) - 1 + index);
  const civil = years.flatMap((year) => SEASONS.flatMap((name): Season[] => {
    const rule = CIVIL[name];
    return rule ? [{ name, from: `${year}-${rule.from}`, to: `${year + rule.yearsLater}-${rule.to}` }] : [];
  }));
  return [...civil, ...islamicSeasons(daysLater(stretch.from, -40), daysLater(stretch.to, 40))]
    .filter((season) => overlapOf(season, stretch))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : SEASONS.indexOf(a.name) - SEASONS.indexOf(b.name)));
}

function islamicSeasons(from: Day, to: Day): Season[] {
  const found: Season[] = [];
  for (let number = dayNumber(from); number <= dayNumber(to); number++) {
    const { month, date } = islamicDate(number);
    for (const name of SEASONS) {
      const rule = ISLAMIC[name];
      if (!rule || rule.month !== month || rule.date !== date) continue;
      const days = rule.days ?? [29, 30].find((length) => islamicDate(number + length).month !== month)!;
      found.push({ name, from: dayOfNumber(number), to: dayOfNumber(number + days - 1) });
    }
  }
  return found;
}

const islamic = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

function islamicDate(number: number): { month: number; date: number } {
  const parts = islamic.formatToParts(number * 864e5);
  const numberOf = (type: string) => Number(parts.find((part) => part.type === type)!.value);
  return { month: numberOf('month'), date: numberOf('day') };
}

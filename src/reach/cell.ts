import type { Day } from '../domain/instant.ts';
import type { Period } from '../domain/periods/period.ts';
import { formatDay } from '../text/day.ts';
import { change, number, share } from './percent.ts';
import { periodName } from './period-name.ts';
import type { Cell } from './view.ts';

// Cells that a person reads in their language and a spreadsheet in one way. Shares are only of what is not about people, so that a digit more tells nothing.

export const numberCell = (lang: string, value: number): Cell => ({ text: number(lang, value), raw: value });
export const changeCell = (lang: string, part: number): Cell => ({ text: change(lang, part), raw: Number(part.toFixed(2)) });
export const shareCell = (lang: string, part: number): Cell => ({ text: share(lang, part), raw: Number(part.toFixed(3)) });
export const dayCell = (lang: string, day: Day): Cell => ({ text: formatDay(lang, day), raw: day });

/** By ISO 8601: 2026, 2026-10, and weeks and quarters from one day to another. */
export const periodCell = (lang: string, period: Period): Cell => ({ text: periodName(lang, period), raw: period.kind === 'year' ? period.from.slice(0, 4) : period.kind === 'month' ? period.from.slice(0, 7) : `${period.from}/${period.to}` });

import { STANDING, type Figure, type Metric, type Stretch } from '../../src/domain/figure.ts';
import type { Day } from '../../src/domain/instant.ts';
import { dayReader } from '../lists/day-cell.ts';
import type { ListFile } from '../lists/list-file.ts';
import type { Places } from '../lists/mapped-columns.ts';
import { daysBack } from '../sources/day-range.ts';
import { amountReader } from './amount.ts';
import type { MoneyTold } from './money-rows.ts';
import { leaveOut, type LeftOut } from './movement.ts';

/** What a list about volunteers may be of. */
export const PEOPLE_METRICS = ['applications', 'volunteers', 'volunteer-hours'] as const satisfies readonly Metric[];
export type PeopleMetric = (typeof PEOPLE_METRICS)[number];

export const PEOPLE_FIELDS = ['day', 'number', 'id', 'campaign', 'language'] as const;
export type PeopleField = (typeof PEOPLE_FIELDS)[number];

export const PEOPLE_COLUMNS: Record<PeopleField, readonly string[]> = {
  day: ['day', 'date', 'datum', 'dag', 'tarih', 'gun', 'дата', 'التاريخ', 'completion time', 'timestamp', 'tijdstempel', 'voltooiingstijd'],
  number: ['number', 'count', 'hours', 'volunteers', 'aantal', 'uren', 'vrijwilligers', 'sayi', 'saat', 'gonullu', 'кількість', 'години', 'العدد', 'الساعات'],
  id: ['id', 'response id', 'kenmerk', 'номер'], campaign: ['campaign', 'campagne', 'kampanya', 'utm campaign', 'кампанія', 'الحملة'], language: ['language', 'taal', 'dil', 'мова', 'اللغة'],
};

export interface ReadPeople {
  read: number;
  figures: Omit<Figure, 'source'>[];
  days: Stretch | undefined;
  left: LeftOut;
  /** The same row a second time. */
  repeated: number[];
}

/** Adds the rows of a list up to figures a day: one each without a column of numbers. Days within the list, up to `through`, on which there was nothing have a figure of 0. */
export function peopleRows({ columns, rows, numbers }: ListFile, places: Places<PeopleField>, metric: PeopleMetric, told: Pick<MoneyTold, 'format' | 'zone' | 'decimal' | 'timeZone' | 'today'> & { through?: Day | undefined }): ReadPeople {
  const column = (field: PeopleField) => (places[field] === undefined ? [] : rows.map((row) => row[places[field]!]!));
  const dayOf = dayReader(column('day'), told, told.timeZone);
  const numberOf = amountReader(column('number'), told.decimal);
  const standing = STANDING.includes(metric);
  const read: ReadPeople = { read: rows.length, figures: [], days: undefined, left: new Map(), repeated: [] };
  const sums = new Map<string, number>();
  const ids = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const text = (field: PeopleField) => (places[field] === undefined || row[places[field]] instanceof Date ? '' : (row[places[field]] as string).trim());
    const day = places.day === undefined ? undefined : dayOf(row[places.day]!);
    const number = places.number === undefined ? 1 : (numberOf(text('number')) ?? Number.NaN) / 100;
    const wrong = day === undefined ? 'no day that exists' : day > told.today ? `“${columns[places.day!]}” is a day that has not come yet; correct it in the file, or say with --time-format how its days are written` : !(number >= 0) ? 'no number' : metric !== 'volunteer-hours' && !Number.isInteger(number) ? 'no whole number' : standing && sums.has(`${day} `) ? 'a second number for the same day' : undefined;
    if (wrong !== undefined) leaveOut(read.left, wrong, numbers[index]!);
    else if (text('id') !== '' && ids.has(text('id'))) read.repeated.push(numbers[index]!);
    else {
      ids.add(text('id'));
      const [campaign, language] = [text('campaign').toLowerCase(), text('language').toLowerCase()];
      const entities = ['', ...(!standing && /^[a-z0-9-]{1,80}$/.test(campaign) ? [`campaign:${campaign}`] : []), ...(!standing && /^[a-z]{2,3}$/.test(language) ? [`lang:${language}`] : [])];
      for (const entity of entities) sums.set(`${day} ${entity}`, (sums.get(`${day} ${entity}`) ?? 0) + number);
    }
  }
  const known = [...sums.keys()].map((key) => key.slice(0, 10)).sort();
  const [from, to] = [known[0], known.at(-1)];
  if (from === undefined || to === undefined) return read;
  read.days = { from, to: told.through !== undefined && told.through > to ? told.through : to };
  if (!standing) for (const day of daysBack(read.days)) sums.set(`${day} `, sums.get(`${day} `) ?? 0);
  read.figures = [...sums].map(([key, value]) => ({ day: key.slice(0, 10), metric, entity: key.slice(11), value: Math.round(value * 100) / 100 })).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return read;
}

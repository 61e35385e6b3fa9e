import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysLater, lengthOf } from '../../src/domain/calendar-day.ts';
import type { Figure, Metric, Stretch } from '../../src/domain/figure.ts';
import type { Gift } from '../../src/domain/gift.ts';
import type { Day } from '../../src/domain/instant.ts';
import { closedPeriods, type PeriodKind } from '../../src/domain/periods/period.ts';
import { NO_PLAN } from '../../src/domain/reach-plan.ts';
import { monthCsv } from '../../src/reach/month-csv.ts';
import { mondayOf } from '../../src/reach/series-points.ts';
import { chartsOf, tablesOf } from '../../src/reach/view.ts';
import { csvOf } from '../../src/reach/view-csv.ts';
import { monthReport } from '../../src/reach/views/month-report.ts';
import { en } from '../../src/reach/words/en.ts';
import { REACH_VIEWS } from '../../src/reach/words/words.ts';
import { reachDesks } from '../../src/server/reach-desk.ts';
import { readerOf, reachView } from '../../src/server/reach-views.ts';
import { computableFrom } from './computable.ts';
import { everyDay, paperHistory } from './paper-history.ts';
import { toldIn, toldInMonths, type Told } from './told-numbers.ts';

const today = '2026-11-24';
const kinds: readonly PeriodKind[] = ['month', 'quarter', 'year'];

/** Something that one person did on a day, and every part that it belongs to. */
interface Deed {
  metric: Metric;
  day: Day;
  parts: string[];
}

interface Past {
  deeds: Deed[];
  gifts: (Gift & { source: string })[];
  /** Known from, and complete through. */
  known: Stretch;
}

const LANGUAGES: Record<string, string> = { nl: 'Dutch', ar: 'Arabic' };
const batch = fc.record({ at: fc.integer({ min: 0, max: 760 }), count: fc.integer({ min: 1, max: 9 }), giving: fc.boolean(), lang: fc.constantFrom('nl', 'ar', ''), campaign: fc.constantFrom('', 'net', 'school'), currency: fc.constantFrom('EUR', 'TRY'), kind: fc.constantFrom('once' as const, 'monthly' as const) });

/** A busy organisation has as many deeds a day besides, so that its weeks can be told. */
const past: fc.Arbitrary<Past> = fc.record({ batches: fc.array(batch, { maxLength: 14 }), busy: fc.constantFrom(0, 0, 1, 6), late: fc.integer({ min: 0, max: 40 }), quiet: fc.array(fc.integer({ min: 0, max: 760 }), { maxLength: 3 }) }).map(({ batches, busy, late, quiet }) => {
  const known = { from: '2024-10-20', to: daysLater(today, -1 - late) };
  const silent = new Set(quiet.map((at) => daysLater(known.from, at)));
  const days = Array.from({ length: lengthOf(known) }, (_, at) => daysLater(known.from, at));
  const usual = days.flatMap((day) => [true, false].map((giving) => ({ day, count: silent.has(day) ? 1 : busy, giving, lang: 'nl', campaign: '', currency: 'EUR', kind: 'once' as const })));
  const all = [...usual, ...batches.map(({ at, ...more }) => ({ ...more, day: daysLater(known.from, at) }))].filter(({ day }) => day <= known.to);
  let key = 0;
  const gifts = all.filter(({ giving }) => giving).flatMap(({ day, count, currency, kind, campaign }) => Array.from({ length: count }, () => ({ source: 'bank', key: String(key++), day, currency, kind, amount: 2500, refunded: 0, campaign })));
  const deeds = all.flatMap(({ day, count, giving, lang, campaign, currency, kind }) => Array.from({ length: count }, (): Deed => ({
    metric: giving ? 'gifts' : 'applications', day,
    parts: giving ? [`campaign:${campaign}`, `column:${currency}, ${kind === 'once' ? en.donations.once : en.donations.monthly}`, `column:${currency}, ${campaign || en.funnel.unlinked}`] : [`campaign:${campaign}`, `lang:${LANGUAGES[lang] ?? ''}`],
  })));
  return { deeds, gifts, known };
});

function deskOf({ deeds, gifts, known }: Past) {
  const figures: Figure[] = [...everyDay('views', known, () => 100), ...everyDay('gifts', known, () => 0, { source: 'bank' }), ...everyDay('applications', known, () => 0, { source: 'form' })];
  const add = (metric: Metric, day: Day, entity: string) => figures.push({ day, source: metric === 'gifts' ? 'bank' : 'form', metric, entity, value: 1 });
  const codes = Object.fromEntries(Object.entries(LANGUAGES).map(([code, name]) => [`lang:${name}`, `lang:${code}`]));
  for (const { metric, day, parts } of deeds) {
    add(metric, day, '');
    for (const part of parts) if (/^(campaign|lang):./.test(part)) add(metric, day, codes[part] ?? part);
  }
  const summed = [...Map.groupBy(figures, ({ day, source, metric, entity }) => `${day} ${source} ${metric} ${entity}`).values()].map((same) => ({ ...same[0]!, value: same.reduce((sum, { value }) => sum + value, 0) }));
  const standings = ['own', 'bank', 'form'].map((source) => ({ source, askedAt: 0, fetchedAt: 0, completeThrough: known.to, since: known.from, ok: true, says: '' }));
  const targets = (['gifts', 'applications'] as const).map((metric) => ({ metric, entity: '', value: 30, from: '2026-01-01', to: '2026-12-31' }));
  return reachDesks(paperHistory({ figures: summed, gifts, standings }), { name: 'Havenlicht', sample: true, languages: ['nl', 'en', 'tr', 'ar', 'uk'], timeZone: 'UTC' }, async (stories) => ({ ...NO_PLAN, targets, stories }), () => Date.parse(`${today}T10:00:00Z`))([{ day: '2026-03-02', entity: 'story:press/one', kind: 'press', titles: { en: 'One' } }]);
}

/** Every number of people on every page, in the files of its charts and tables, in the report and in the file of months. */
async function everythingTold(desk: ReturnType<typeof deskOf>, through: Day): Promise<Told[]> {
  const when = { today, through };
  const told: Told[] = [];
  for (const kind of kinds) {
    for (const name of REACH_VIEWS) {
      const { view, reader } = (await reachView({ place: name === 'overview' ? '' : name, choices: new URLSearchParams({ period: kind }), wished: 'en' }, desk))!;
      told.push(...toldIn(view, kind, when, `${name} ${kind}`));
      const blocks = view.sections.flatMap((section) => section.blocks);
      for (const { id, lines } of chartsOf(blocks).filter(({ currency }) => !currency)) {
        // A file may tell what its chart tells, and nothing else.
        const cells = csvOf(view, id, reader.words)!.trim().split('\r\n').slice(1).flatMap((line) => line.split(',').slice(1)).filter((cell) => /^\d/.test(cell)).map(Number);
        expect(cells.filter((cell) => !lines.some(({ points }) => points.some(({ value, shown }) => (value ?? Number(shown)) === cell)))).toEqual([]);
      }
      for (const table of tablesOf(blocks)) expect(csvOf(view, table.id, reader.words)!.trim().split('\r\n')).toHaveLength(table.rows.length + 1);
    }
  }
  const data = await desk.data();
  const report = monthReport(data, await desk.rates(), [], readerOf({ choices: new URLSearchParams(), wished: 'en' }, ['en']));
  return [...told, ...toldIn(report, 'month', when, 'report'), ...toldInMonths(monthCsv(data))];
}

const inside = ({ from, to }: Stretch, { part }: { part: string }) => (deed: Deed) => deed.day >= from && deed.day <= to && (part === '' || deed.parts.includes(part));

/** Periods of which somebody would like to know a small number: each whole, each part of a week that a month cuts off, and what is left of a month. */
function wantedPeriods({ from, to }: Stretch): Stretch[] {
  const months = closedPeriods('month', '2027-01-01', 27);
  const wanted: Stretch[] = [...months, ...closedPeriods('quarter', '2027-01-01', 9), ...closedPeriods('year', '2027-01-01', 3)];
  for (let monday = mondayOf(from); monday <= to; monday = daysLater(monday, 7)) {
    const week = { from: monday, to: daysLater(monday, 6) };
    wanted.push(week);
    for (const month of months) if (month.from > week.from && month.from <= week.to) wanted.push({ from: week.from, to: daysLater(month.from, -1) }, { from: month.from, to: week.to }, { from: month.from, to: daysLater(month.from, 27) });
  }
  return wanted;
}

/** Small numbers that can be computed, as sentences. */
function leaks({ deeds, known }: Past, told: readonly Told[], metric: Metric): string[] {
  const ours = told.filter((one) => one.metric === metric);
  const mine = deeds.filter((deed) => deed.metric === metric);
  const count = (stretch: Stretch, part: string) => mine.filter(inside(stretch, { part })).length;
  const wanted = wantedPeriods(known);
  // Places: days between any two ends of told periods, times every way in which a deed can be split. What ends elsewhere is no combination of them.
  const ends = [...new Set(ours.flatMap(({ from, to }) => [from, daysLater(to, 1)]))].sort();
  const reachable = wanted.filter(({ from, to }) => ends.includes(from) && ends.includes(daysLater(to, 1)));
  const sorts = [...new Set(mine.map(({ parts }) => parts.join('|')))];
  const placesOf = ({ from, to }: Stretch, part: string) => new Set(ends.flatMap((end, at) => (end >= from && end <= to ? sorts.flatMap((sort, index) => (part === '' || sort.split('|').includes(part) ? [at * sorts.length + index] : [])) : [])));
  const distinct = [...new Map(ours.map((one) => [`${one.from} ${one.to} ${one.part}`, one])).values()];
  const can = computableFrom(distinct.map((one) => ({ places: placesOf(one, one.part), value: one.value })), ends.length * sorts.length);
  const parts = ['', ...new Set(mine.flatMap((deed) => deed.parts))];
  const few = (value: number) => value > 0 && value < 5;
  return [
    ...ours.filter(({ value }) => few(value)).map(({ where, from, value }) => `${value} stand in ${where}, ${from}`),
    ...ours.filter((one) => one.value !== count(one, one.part)).map((one) => `${one.where} says ${one.value} of ${one.part} in ${one.from} to ${one.to}, and there were ${count(one, one.part)}`),
    ...reachable.flatMap((stretch) => parts.flatMap((part) => (few(count(stretch, part)) && can(placesOf(stretch, part)) ? [`${metric} of “${part}” from ${stretch.from} to ${stretch.to} can be computed`] : []))),
    ...distinct.flatMap((one) => distinct.flatMap((other) => (one !== other && one.part === other.part && other.from >= one.from && other.to <= one.to && few(one.value - other.value) ? [`${one.where} less ${other.where}, ${one.from} to ${one.to} and ${other.from} to ${other.to}`] : []))),
  ];
}

describe('whoever puts everything side by side that the dashboard shows', () => {
  test('cannot compute how many gave or offered help where it were one to four', { timeout: 300_000 }, async () => {
    await fc.assert(fc.asyncProperty(past, async (one) => {
      const told = await everythingTold(deskOf(one), one.known.to);
      expect([...leaks(one, told, 'gifts'), ...leaks(one, told, 'applications')].slice(0, 5)).toEqual([]);
    }), { numRuns: 10, endOnFailure: true });
  });

  test('would find it if a week and its month told it', () => {
    const known = { from: '2026-09-01', to: '2026-11-23' };
    const deed = (day: Day): Deed => ({ metric: 'applications', day, parts: ['campaign:', 'lang:Dutch'] });
    const one: Past = { known, gifts: [], deeds: [...Array.from({ length: 20 }, () => deed('2026-10-07')), deed('2026-10-30'), deed('2026-10-30')] };
    const told: Told[] = [{ metric: 'applications', part: '', from: '2026-10-01', to: '2026-10-31', value: 22, where: 'a month' }, { metric: 'applications', part: '', from: '2026-10-05', to: '2026-10-11', value: 20, where: 'a week' }];
    expect(leaks(one, told, 'applications')).toEqual(['a month less a week, 2026-10-01 to 2026-10-31 and 2026-10-05 to 2026-10-11']);
    expect(leaks(one, [...told, { metric: 'applications', part: '', from: '2026-10-26', to: '2026-11-01', value: 2, where: 'another' }], 'applications')).toContain('applications of “” from 2026-10-26 to 2026-11-01 can be computed');
  });
});

import type { Entity, Metric, Stretch } from '../../src/domain/figure.ts';
import { dayAfter, dayIn, type Day } from '../../src/domain/instant.ts';
import { NETWORKS } from '../../src/domain/network.ts';
import { campaignEntity, entitiesOfPage } from '../../src/domain/page-entity.ts';
import { GoogleFault } from '../google/google-fault.ts';
import type { AnalyticsAnswer, GoogleReports } from '../google/google-reports.ts';
import { daysBack, earlier, later, partsBack } from './day-range.ts';
import type { FigureSource } from './figure-source.ts';
import { tally, type Tally } from './tally.ts';

const METRICS = ['views'] as const satisfies readonly Metric[];

/** Rows a request may give. */
const ROWS = 100_000;
/** Days: how far back is asked, how long figures may change, when a day is taken for whole, and how many are written at once. */
const [KEPT, CHANGING, LAG, PART] = [3650, 7, 3, 30];

const CONSENT = 'Google Analytics only counts visitors who agreed to be counted.';

/** A dimension that splits views, and what its values are about. */
interface Split {
  dimension: string;
  entities(value: string): (Entity | undefined)[];
}

/** Views of pages by Google Analytics 4, in days of the property's own zone: the total, and apart from it by page, campaign and network. */
export function analytics({ property }: { property: string }, languages: readonly string[], timeZone: string, reports: GoogleReports, now: () => number = Date.now): FigureSource {
  const splits: Split[] = [
    { dimension: 'pagePath', entities: (path) => Object.values(entitiesOfPage(path, languages)) },
    { dimension: 'sessionCampaignName', entities: (name) => [campaignEntity(name)] },
    { dimension: 'sessionSource', entities: (source) => [NETWORKS.some((network) => network === source) || source === 'print' ? `network:${source}` : undefined] },
  ];

  return {
    name: 'analytics',
    trailing: CHANGING,
    reach: KEPT,
    async *read(days, signal) {
      const all = await report(days, [], signal);
      const totals = new Map([...all.rows.values()].map(({ day, value }) => [day, value]));
      const first = [...totals.keys()].sort()[0];
      if (first === undefined) return;
      const whole = dayAfter(dayIn(all.zone ?? timeZone, new Date(now()).toISOString()), -LAG);
      for (const part of partsBack({ from: first, to: days.to }, PART)) {
        const sums = tally();
        let last: Day | undefined;
        for (const day of daysBack(part)) {
          const views = totals.get(day) ?? (day <= whole ? 0 : undefined);
          if (views === undefined) continue;
          sums.add(day, 'views', '', views);
          last = later(last ?? day, day);
        }
        if (last === undefined) continue;
        const known = { from: part.from, to: last };
        const doubts = [...all.doubts];
        for (const split of splits) doubts.push(...(await addSplit(sums, known, split, signal)));
        yield { kind: 'figures', days: known, metrics: METRICS, figures: sums.figures(), remarks: [CONSENT, ...new Set(doubts)], ...(whole >= days.from && { completeThrough: earlier(whole, days.to) }) };
      }
    },
  };

  async function addSplit(sums: Tally, days: Stretch, { dimension, entities }: Split, signal: AbortSignal): Promise<string[]> {
    const { rows, doubts } = await report(days, [dimension], signal);
    const counted = sums.figures().some(({ value }) => value > 0);
    if (counted && rows.size === 0 && doubts.length === 0) throw new GoogleFault('odd', `Google Analytics tells of views from ${days.from} to ${days.to}, but none by ${dimension}. What was known is kept; run npm run refresh again later.`);
    for (const { day, about, value } of rows.values()) for (const entity of entities(about)) sums.add(day, 'views', entity, value);
    return doubts;
  }

  /** Rows by day and dimension, so that one that comes twice counts once. */
  async function report({ from, to }: Stretch, dimensions: readonly string[], signal: AbortSignal) {
    const rows = new Map<string, { day: Day; about: string; value: number }>();
    const names = ['date', ...dimensions];
    for (let offset = 0; ; offset += ROWS) {
      const answer = await reports.analytics(property, {
        dateRanges: [{ startDate: from, endDate: to }], dimensions: names.map((name) => ({ name })), metrics: [{ name: 'screenPageViews' }], limit: String(ROWS), offset: String(offset),
      }, signal);
      const column = (name: string) => names.length > 1 ? (answer.dimensionHeaders ?? []).findIndex((header) => header.name === name) : 0;
      const [dayAt, aboutAt] = [column('date'), dimensions.length > 0 ? column(dimensions[0]!) : -1];
      for (const { dimensionValues = [], metricValues = [] } of answer.rows ?? []) {
        const day = dayOf(dimensionValues[dayAt]?.value);
        const about = dimensionValues[aboutAt]?.value ?? '';
        rows.set(`${day} ${about}`, { day, about, value: countOf(metricValues[0]?.value) });
      }
      if (offset + ROWS >= (answer.rowCount ?? 0)) return { rows, doubts: doubtsOf(answer), zone: answer.metadata?.timeZone ?? undefined };
    }
  }
}

/** Days are written `20261123`. */
function dayOf(written: string | null | undefined): Day {
  const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(written ?? '') ?? [];
  if (!year) throw odd('a day');
  return `${year}-${month}-${date}`;
}

/** Every number comes as a text. */
function countOf(written: string | null | undefined): number {
  if (!/^\d{1,15}$/.test(written ?? '')) throw odd('a number of views');
  return Number(written);
}

const odd = (what: string) => new GoogleFault('odd', `Google Analytics wrote ${what} in a way that we do not understand. What was known is kept; look for a newer Rostrum.`);

function doubtsOf({ metadata }: AnalyticsAnswer): string[] {
  return [
    ...((metadata?.samplingMetadatas ?? []).length > 0 ? ['Google Analytics estimated some figures from a sample.'] : []),
    ...(metadata?.subjectToThresholding ? ['Google Analytics left rows out in which very few people would be seen.'] : []),
    ...(metadata?.dataLossFromOtherRow ? ['Google Analytics threw rare pages together, so the figures by story leave some out.'] : []),
  ];
}

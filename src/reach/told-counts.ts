import { STANDING, type Entity, type Metric } from '../domain/figure.ts';
import type { Day } from '../domain/instant.ts';
import { countRows } from '../domain/money/gift-row.ts';
import { THRESHOLD, type ShownCount } from '../domain/money/gift-table.ts';
import { hiddenTogether } from '../domain/money/table-secrets.ts';
import { periodOf, type Period } from '../domain/periods/period.ts';
import { sumOf } from '../domain/periods/period-sum.ts';
import { examined } from './examined.ts';
import { completeThrough } from './metric-sources.ts';
import { firstWholeMonth } from './series-points.ts';
import type { ReachData } from './reach-data.ts';
import { toldGifts } from './told-gifts.ts';

/** Metrics whose small numbers could tell who somebody is: giving to or working for refugees can reveal what a person believes. */
export const SENSITIVE: readonly Metric[] = ['gifts', 'applications', 'volunteers', 'volunteer-hours'];

/** Whether a number must not be shown as it is. */
export const isFew = (value: number): boolean => value > 0 && value < THRESHOLD;

/** What may be told of a sensitive metric in months, quarters and years; undefined of a period that is not over or not completely known. */
export interface ToldCounts {
  total(period: Period): ShownCount | undefined;
  /** Of what an entity splits off: `lang:nl`, `campaign:free-internet`, `money:EUR:once`. */
  part(entity: Entity, period: Period): ShownCount | undefined;
  /** What a total has beyond its campaigns. */
  unlinked(period: Period): ShownCount | undefined;
}

/** Ways in which numbers of people are split on pages. */
const SPLITS = ['lang', 'campaign'] as const;
/** More columns than this are one: nobody reads them, and each makes the others slower to examine. */
const COLUMNS = 20;

const made = new WeakMap<ReachData, Map<Metric, ToldCounts>>();

/**
 * Decides once for all pages, exports and reports what is told of a metric, so that no two of them laid side by side tell
 * what either hides: of each calendar year all months, quarters and the year, in total and split, are one release
 * (`hiddenTogether`). Numbers that are not sensitive need none of this.
 */
export function toldCounts(data: ReachData, metric: Metric): ToldCounts {
  const known = made.get(data) ?? new Map<Metric, ToldCounts>();
  made.set(data, known);
  let told = known.get(metric);
  if (!told) known.set(metric, (told = STANDING.includes(metric) ? toldStanding(data, metric) : metric === 'gifts' ? toldGifts(data) : toldSplits(data, metric)));
  return told;
}

/** What stands rather than flows adds up to nothing else. */
function toldStanding(data: ReachData, metric: Metric): ToldCounts {
  const series = examined(data).series(metric);
  const through = completeThrough(data, metric);
  return {
    total(period) {
      const { value } = sumOf(series, metric, period);
      return period.to > through || value === undefined ? undefined : isFew(value) ? 'few' : value;
    },
    part: () => 'hidden', unlinked: () => 'hidden',
  };
}

function toldSplits(data: ReachData, metric: Metric): ToldCounts {
  const years = new Map<string, ReturnType<typeof yearOf>>();
  const inYear = (period: Period) => {
    const year = period.from.slice(0, 4);
    if (!years.has(year)) years.set(year, yearOf(data, metric, year));
    return years.get(year)!;
  };
  return {
    total: (period) => inYear(period).total(period),
    part: (entity, period) => inYear(period).cell(entity, period),
    unlinked: (period) => inYear(period).cell('campaign:', period),
  };
}

/** A year's release: a table for each way in which it is split, the last column of which is what is split in no such way. */
function yearOf(data: ReachData, metric: Metric, year: string) {
  const series = examined(data).series(metric);
  const stretch = { from: firstWholeMonth(data.span.from), to: completeThrough(data, metric) };
  const whole = (month: Day) => sumOf(series, metric, periodOf('month', month)).value ?? 0;
  const tables = SPLITS.flatMap((kind) => {
    const months = new Map<Entity, Map<Day, number>>();
    for (const { entity, period, value, ...figure } of data.parts) {
      if (figure.metric !== metric || !period.startsWith(year) || !entity.startsWith(`${kind}:`) || entity === `${kind}:`) continue;
      const row = months.get(entity) ?? new Map<Day, number>();
      months.set(entity, row.set(period, (row.get(period) ?? 0) + value));
    }
    const sum = (entity: Entity) => [...months.get(entity)!.values()].reduce((all, one) => all + one, 0);
    const entities = [...months.keys()].sort((a, b) => sum(b) - sum(a) || (a < b ? -1 : 1));
    const [named, others] = [entities.slice(0, COLUMNS), entities.slice(COLUMNS)];
    const part = (some: readonly Entity[]) => (month: Day) => some.reduce((all, entity) => all + (months.get(entity)!.get(month) ?? 0), 0);
    const rest = (month: Day) => whole(month) - part(entities)(month);
    const rows = countRows([...named.map((entity) => part([entity])), part(others), rest], year, stretch);
    // Parts of more than the whole are counted in another way, and tell nothing about it.
    if (entities.length === 0 || rows.some(({ cells }) => cells.at(-1)!.count < 0)) return [];
    return [{ columns: [...named, 'others', `${kind}:`], rows }];
  });
  const plain = { columns: [] as string[], rows: countRows([whole], year, stretch) };
  const all = [plain, ...tables];
  const shadows = hiddenTogether(all.map(({ rows }) => rows), THRESHOLD);
  const rowOf = ({ kind, from }: Period) => plain.rows.findIndex(({ period }) => period.kind === kind && period.from === from);
  return {
    total(period: Period): ShownCount | undefined {
      const row = rowOf(period);
      if (row < 0) return undefined;
      const shown = shadows.map((shadow) => shadow.total(row));
      return shown.find((one) => one === 'few') ?? shown.find((one) => one === 'hidden') ?? shown[0];
    },
    cell(entity: Entity, period: Period): ShownCount | undefined {
      const row = rowOf(period);
      const at = all.findIndex(({ columns }) => columns.includes(entity));
      return row < 0 ? undefined : at < 0 ? 'hidden' : shadows[at]!.cell(row, all[at]!.columns.indexOf(entity));
    },
  };
}

import { daysLater } from '../../src/domain/calendar-day.ts';
import { STANDING, type Figure, type Metric, type Stretch } from '../../src/domain/figure.ts';
import type { Gift } from '../../src/domain/gift.ts';
import type { Mention } from '../../src/domain/mention.ts';
import type { Day } from '../../src/domain/instant.ts';
import { periodOf } from '../../src/domain/periods/period.ts';
import type { PeriodFigure, SeriesWish, SourceStanding } from '../../integrations/store/history.ts';
import type { ReadHistory } from '../../src/server/reach-desk.ts';
import { mondayOf } from '../../src/reach/series-points.ts';

/** What a history on paper holds. */
export interface OnPaper {
  figures: readonly Figure[];
  gifts?: readonly (Gift & { source: string })[];
  mentions?: readonly (Mention & { source: string })[];
  standings?: readonly SourceStanding[];
}

/** A history in memory, with what it was asked. */
export function paperHistory({ figures, gifts = [], mentions = [], standings = [] }: OnPaper): ReadHistory & { asked: string[] } {
  const asked: string[] = [];
  const inside = ({ from, to }: Stretch) => ({ day }: { day: Day }) => day >= from && day <= to;
  return {
    asked,
    async series(wish) {
      asked.push('series');
      return gathered(figures.filter(inside(wish)), wish);
    },
    gifts: async (stretch) => (asked.push('gifts'), gifts.filter(inside(stretch))),
    mentions: async (stretch, most) => (asked.push('mentions'), mentions.filter(inside(stretch)).slice(0, most)),
    revisions: async () => (asked.push('revisions'), []),
    standings: async () => (asked.push('standings'), [...standings]),
  };
}

function gathered(figures: readonly Figure[], { metrics, sources, about, by }: SeriesWish): PeriodFigure[] {
  const sums = new Map<string, PeriodFigure>();
  for (const { day, source, metric, entity, value } of figures) {
    if ((metrics && !metrics.includes(metric)) || (sources && !sources.includes(source))) continue;
    if ('entity' in about ? entity !== about.entity : !entity.startsWith(`${about.kind}:`)) continue;
    const period = by === 'day' ? day : by === 'week' ? mondayOf(day) : periodOf('month', day).from;
    const key = `${period} ${source} ${metric} ${entity}`;
    const known = sums.get(key);
    sums.set(key, { period, source, metric, entity, value: known && !STANDING.includes(metric) ? known.value + value : value, days: (known?.days ?? 0) + 1 });
  }
  return [...sums.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** A figure for every day of a stretch. */
export function everyDay(metric: Metric, { from, to }: Stretch, value: (day: Day, index: number) => number, more: { source?: string; entity?: string } = {}): Figure[] {
  const figures: Figure[] = [];
  for (let day = from, index = 0; day <= to; day = daysLater(day, 1), index++) figures.push({ day, source: more.source ?? 'own', metric, entity: more.entity ?? '', value: value(day, index) });
  return figures;
}

import type { Stretch } from '../../src/domain/figure.ts';
import { dayAfter, dayIn, dayStart, type Day } from '../../src/domain/instant.ts';
import { NETWORKS } from '../../src/domain/network.ts';
import { campaignEntity } from '../../src/domain/page-entity.ts';
import type { Ledger } from '../store/ledger.ts';
import { daysBack, earlier, later, partsBack } from './day-range.ts';
import type { FigureSource } from './figure-source.ts';
import { tally } from './tally.ts';
import { WHOLE } from './whole-reach.ts';

/** Days that are read at a time, so that nobody who signs meanwhile waits for long. */
const AT_ONCE = 7;

const SOURCES = new Set<string>([...NETWORKS, 'print']);

/**
 * Counted signatures of all petitions as figures. All days are read each time, because a review or a person who is
 * erased changes days long ago: the figures are what the ledger counts now, never more.
 */
export function petitionFigures(ledger: Pick<Ledger, 'petitions' | 'signedSpan' | 'signedTotals'>, timeZone: string, now: () => number = Date.now): FigureSource {
  const dayOf = (at: number) => dayIn(timeZone, new Date(at).toISOString());
  return {
    name: 'petitions',
    trailing: WHOLE,
    reach: WHOLE,
    async *read(days, signal) {
      const today = dayOf(now());
      const petitions = (await Promise.all((await ledger.petitions()).map(async (slug) => ({ slug, span: await ledger.signedSpan(slug) })))).flatMap(({ slug, span }) => (span ? [{ slug, ...span }] : []));
      const first = petitions.map((petition) => dayOf(petition.first)).sort()[0] ?? today;
      const begin = later(first, days.from);
      for (const { from, to } of partsBack({ from: begin, to: earlier(days.to, today) }, AT_ONCE)) {
        signal.throwIfAborted();
        const last = from === begin;
        // Where all signatures were erased before the first that is left, nothing stays.
        yield { kind: 'figures', days: { from: last ? days.from : from, to }, metrics: ['signatures'], figures: await figuresOf({ from, to }, today, petitions), completeThrough: dayAfter(today, -1) };
      }
    },
  };

  async function figuresOf({ from, to }: Stretch, today: Day, petitions: readonly { slug: string; first: number; last: number }[]) {
    const sums = tally();
    // To ask the calendar for each quarter of an hour would take longer than to count.
    const within = [...daysBack({ from, to })].map((day) => ({ day, start: Date.parse(dayStart(timeZone, day)) }));
    const [start, end] = [within.at(-1)!.start, Date.parse(dayStart(timeZone, dayAfter(to, 1)))];
    // Today is not over, so that a nought would say too much.
    for (const { day } of within) if (day < today) sums.add(day, 'signatures', '', 0);
    for (const { slug } of petitions.filter(({ first, last }) => first < end && last >= start)) {
      for (const { at, lang, source, total } of await ledger.signedTotals(slug, start, end)) {
        const { day } = within.find((one) => one.start <= at)!;
        for (const entity of ['', `story:petitions/${slug}`, lang ? `lang:${lang}` : undefined, SOURCES.has(source) ? `network:${source}` : campaignEntity(source)]) sums.add(day, 'signatures', entity, total);
      }
    }
    return sums.figures();
  }
}

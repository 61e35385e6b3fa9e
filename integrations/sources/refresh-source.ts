import type { Stretch } from '../../src/domain/figure.ts';
import { dayAfter, type Day } from '../../src/domain/instant.ts';
import type { History, SourceStanding, Written } from '../store/history.ts';
import { earlier, later } from './day-range.ts';
import type { FigureSource, Portion } from './figure-source.ts';
import { until } from './until.ts';
import { writePortion } from './write-portion.ts';

/** How a source is refreshed. */
export interface RefreshWish {
  /** The day that it is, for the organisation. */
  today: Day;
  /** Believes that figures vanished even if they were many. */
  believe?: boolean | undefined;
  /** Portions of older days that are fetched in one go, and milliseconds that newer and older days may each take. */
  portions?: number | undefined;
  bound?: number | undefined;
  /** Called off when the process is to end. */
  signal?: AbortSignal | undefined;
  now?: (() => number) | undefined;
}

const [PORTIONS, BOUND] = [120, 300_000];

/** What a refresh did. */
export interface SourceReport extends Written {
  standing: SourceStanding;
  remarks: string[];
}

/**
 * Writes what a source knows into the history: the newest days again, since they may have changed, then older days that
 * were never fetched, newest first, until enough is done for now. Each portion is kept as it comes, so that the next
 * refresh goes on where this one ended. Undefined while another process does it. Rejects with what the source or the
 * store says; then what was known stands, and the source's standing tells why.
 */
export async function refreshSource(source: FigureSource, history: History, wish: RefreshWish): Promise<SourceReport | undefined> {
  const alone = await history.alone(`refresh:${source.name}`, () => refreshAlone(source, history, wish));
  return alone?.result;
}

async function refreshAlone(source: FigureSource, history: History, { today, believe = false, portions = PORTIONS, bound = BOUND, signal, now = Date.now }: RefreshWish): Promise<SourceReport> {
  const known = (await history.standings()).find((one) => one.source === source.name);
  const first = source.reach === 'none' ? dayAfter(today, 1 - source.trailing) : dayAfter(today, 1 - source.reach);
  const standing: SourceStanding = { ...known, source: source.name, askedAt: now(), ok: false, says: '' };
  const report: SourceReport = { standing, added: 0, revised: 0, same: 0, removed: 0, remarks: [] };
  const begun = known?.since !== undefined || known?.backfill !== undefined;

  /** Reads a stretch to its end, or to where the limits are; whether it came to its end, and what it told of completeness. */
  async function fetched(stretch: Stretch, most: number, kept: (portion: Portion) => Promise<void> = async () => {}): Promise<{ ended: boolean; count: number; completeThrough: Day | undefined }> {
    const limit = AbortSignal.any([AbortSignal.timeout(bound), ...(signal ? [signal] : [])]);
    const started = now();
    let [count, completeThrough]: [number, Day | undefined] = [0, undefined];
    for await (const portion of until(source.read(stretch, limit), limit, source.name)) {
      const written = await writePortion(source, history, portion, { at: now(), believe });
      for (const name of ['added', 'revised', 'same', 'removed'] as const) report[name] += written[name];
      for (const remark of portion.remarks ?? []) if (!report.remarks.includes(remark)) report.remarks.push(remark);
      if (portion.completeThrough) completeThrough = later(completeThrough ?? portion.completeThrough, portion.completeThrough);
      if (written.first) standing.since = earlier(standing.since ?? written.first, written.first);
      await kept(portion);
      count += 1;
      if (count >= most || (most < Infinity && now() - started > bound / 2)) return { ended: false, count, completeThrough };
    }
    return { ended: true, count, completeThrough };
  }

  try {
    const window = dayAfter(today, 1 - source.trailing);
    // What was not whole the last time is read again, however long ago that was.
    const newest = { from: later(first, begun && known?.completeThrough ? earlier(window, dayAfter(known.completeThrough, 1)) : window), to: today };
    const { completeThrough } = await fetched(newest, Infinity);
    if (completeThrough) standing.completeThrough = later(standing.completeThrough ?? completeThrough, completeThrough);
    standing.fetchedAt = now();
    if (!begun) standing.backfill = dayAfter(newest.from, -1);
    await fetchOlder();
    return { ...report, standing: await told(true, saying(report, today)) };
  } catch (error) {
    const reached = standing.fetchedAt !== undefined && standing.fetchedAt >= standing.askedAt;
    await told(false, `${(error as Error).message}${reached ? ' The newest days are there; older ones are still to come.' : ''}`);
    throw error;
  }

  async function fetchOlder(): Promise<void> {
    if (standing.backfill === undefined) return;
    if (standing.backfill < first) return void (standing.backfill = undefined);
    const { ended, count } = await fetched({ from: first, to: standing.backfill }, portions, async ({ days }) => {
      standing.backfill = dayAfter(days.from, -1);
      await history.setStanding({ ...standing, ok: true, says: `Older days are being fetched, so far back to ${days.from}.` });
    });
    // Nothing at all may be a fault that passes, so it is asked again another time.
    if ((ended && count > 0) || (standing.backfill !== undefined && standing.backfill < first)) standing.backfill = undefined;
  }

  async function told(ok: boolean, says: string): Promise<SourceStanding> {
    Object.assign(standing, { ok, says });
    await history.setStanding(standing);
    return standing;
  }
}

/** What came, in sentences. */
function saying({ added, revised, removed, standing, remarks }: SourceReport, today: Day): string {
  const parts = [[added, 'new'], [revised, 'revised'], [removed, 'gone']] as const;
  const came = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`).join(', ') || 'nothing new';
  const whole = standing.completeThrough === undefined || standing.completeThrough >= today ? '' : `, complete through ${standing.completeThrough}`;
  const older = standing.backfill === undefined || standing.since === undefined ? '' : `; days before ${standing.since} are still to be fetched`;
  return [`${came[0]!.toUpperCase()}${came.slice(1)}${whole}${older}.`, ...remarks].join(' ');
}

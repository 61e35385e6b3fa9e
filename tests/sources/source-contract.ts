import { describe, expect, test } from 'vitest';
import { dayAfter } from '../../src/domain/instant.ts';
import type { FaultKind, FaultPlace } from '../../integrations/google/stand-in/fault-box.ts';
import type { FigureSource, Portion } from '../../integrations/sources/figure-source.ts';

/** A source to be tried: a fresh one for each test, and what can be made to go wrong with it. */
export interface TriedSource {
  source: FigureSource;
  /** A day that it takes for today. */
  today: string;
  /** Makes everything that it asks go wrong. */
  breaks?: ((fault: FaultKind) => void) | undefined;
  /** What must not be in any sentence. */
  secrets: readonly string[];
}

/** What must end in a sentence, wherever it strikes. */
export const TELLING: readonly FaultKind[] = ['too-many', 'too-many-wait', 'outage', 'refused', 'drop-before', 'drop-after', 'slow', 'sorry', 'page-instead', 'truncated', 'signed-out', 'forbidden', 'quota'];

export const placeOf = (name: string): FaultPlace => (name.startsWith('forms/') ? 'list' : 'report');

/** What every source must keep to; `says` is how its sentences name it. */
export function sourceContract(name: string, says: RegExp, open: () => Promise<TriedSource>): void {
  const portionsOf = async ({ source, today }: TriedSource, days = 40) => {
    const portions: Portion[] = [];
    const stretch = source.reach === 'none' ? { from: dayAfter(today, -1), to: today } : { from: dayAfter(today, 1 - days), to: today };
    for await (const portion of source.read(stretch, new AbortController().signal)) portions.push(portion);
    return { portions, stretch };
  };
  const rowsIn = (portion: Portion): readonly { day: string }[] => (portion.kind === 'figures' ? portion.figures : portion.kind === 'gifts' ? portion.gifts : portion.mentions);

  describe(`${name} keeps to what sources promise`, () => {
    test('it has a name that people can type after --only', async () => {
      expect((await open()).source.name).toMatch(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/);
    });

    test('what it was asked twice it answers twice', async () => {
      const tried = await open();
      const [first, second] = [await portionsOf(tried), await portionsOf(tried)];
      expect(first.portions.flatMap(rowsIn).length).toBeGreaterThan(0);
      expect(second.portions).toEqual(first.portions);
    });

    test('it tells of no day that it was not asked about, newest days first', async () => {
      const { portions, stretch } = await portionsOf(await open());
      for (const portion of portions) {
        expect(portion.days.from >= stretch.from && portion.days.from <= portion.days.to && portion.days.to <= stretch.to).toBe(true);
        for (const { day } of rowsIn(portion)) expect(day >= portion.days.from && day <= portion.days.to).toBe(true);
        if (portion.kind === 'figures') expect(portion.figures.filter(({ metric }) => !portion.metrics.includes(metric))).toEqual([]);
      }
      const starts = portions.map(({ days }) => days.from);
      expect(starts).toEqual(starts.toSorted().reverse());
    });

    test('it says “nothing” only of days that are complete, and tells each figure once', async () => {
      const { portions } = await portionsOf(await open());
      for (const portion of portions) {
        if (portion.kind !== 'figures') continue;
        const empty = portion.figures.filter(({ value, entity }) => value === 0 && entity === '');
        expect(empty.filter(({ day, metric }) => metric !== 'video-views' && day > (portion.completeThrough ?? ''))).toEqual([]);
        const keys = portion.figures.map(({ day, metric, entity }) => `${day} ${metric} ${entity}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(portion.figures.every(({ value }) => Number.isFinite(value) && value >= 0)).toBe(true);
      }
    });

    test('it stops when it is told to', async () => {
      const { source, today } = await open();
      const end = new AbortController();
      end.abort();
      await expect(source.read({ from: dayAfter(today, -1), to: today }, end.signal)[Symbol.asyncIterator]().next()).rejects.toThrow(/stopped|too long/);
    });

    test.each(TELLING)('after “%s” it says in a sentence what is wrong and what to do, without a secret', async (fault) => {
      const tried = await open();
      if (!tried.breaks) return;
      tried.breaks(fault);
      const error = await portionsOf(tried).then(() => undefined, (reason: unknown) => reason as Error);
      expect(error?.message).toMatch(says);
      expect(error?.message).toMatch(/It is tried again\.$|\b(Take|Check|Share|Write|Add|Give|Use|Open|use|run|set)\b/);
      for (const secret of tried.secrets) expect(error?.message).not.toContain(secret);
    });
  });
}

import { randomUUID } from 'node:crypto';
import type { Engine } from '../engine.ts';
import { valuesAt } from './daily-figures.ts';
import { dayNumber } from './day-number.ts';
import { figureChange } from './figure-change.ts';
import type { OwnFigure } from './figure-writing.ts';
import { sourceSeries } from './series-row.ts';
import { takeSource } from './source-row.ts';
import { unitsOf } from './units.ts';

/** Additions that are remembered: far more than can be under way at the same time. */
const REMEMBERED = 1000;

/** Adds to what is there. Each addition carries a mark, so that one whose answer was lost on the way is not added again. */
export async function addFigures({ write }: Engine, name: string, figures: readonly OwnFigure[], mark: string = randomUUID()): Promise<void> {
  if (figures.length === 0) return;
  await write(async (session) => {
    const source = await takeSource(session, name);
    const [made] = await session.all<{ id: number }>('INSERT INTO additions (mark) VALUES (?) ON CONFLICT (mark) DO NOTHING RETURNING id', mark);
    if (!made) return;
    await session.run('DELETE FROM additions WHERE id <= ?', made.id - REMEMBERED);
    const series = await sourceSeries(session, source, [...new Set(figures.map(({ metric }) => metric))], figures);
    const concerned = new Set(figures.map(({ metric, entity }) => series.of(metric, entity)!));
    const days = new Set(figures.map(({ day }) => dayNumber(day)));
    const before = await valuesAt(session, [...days], [...concerned]);
    const sums = new Map([...days].map((day) => [day, new Map(before.get(day))]));
    for (const { day, metric, entity, value } of figures) {
      const ofDay = sums.get(dayNumber(day))!;
      const { id } = series.of(metric, entity)!;
      ofDay.set(id, (ofDay.get(id) ?? 0) + unitsOf(metric, value));
    }
    const change = figureChange();
    for (const [day, ofDay] of sums) {
      for (const one of concerned) {
        const [old, sum] = [before.get(day)?.get(one.id), ofDay.get(one.id)];
        if (old !== sum) change.turn(one, day, old, sum);
      }
    }
    await change.write(session);
  });
}

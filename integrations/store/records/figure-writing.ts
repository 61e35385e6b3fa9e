import type { Figure, Metric, Stretch } from '../../../src/domain/figure.ts';
import type { Engine, Session } from '../engine.ts';
import type { Written } from '../history.ts';
import { valuesAt } from './daily-figures.ts';
import { dayNumber, daysOf } from './day-number.ts';
import { figureChange } from './figure-change.ts';
import { sourceSeries } from './series-row.ts';
import { takeSource } from './source-row.ts';
import { unitsOf } from './units.ts';

/** A figure of a source that is known. */
export type OwnFigure = Omit<Figure, 'source'>;

/** Writes what a source says about these days and metrics; of figures with the same key the last one. Throws a `RangeError` for a figure outside. */
export function writeFigures({ write }: Engine, name: string, { from, to, metrics }: Stretch & { metrics: readonly Metric[] }, figures: readonly OwnFigure[], at: number): Promise<Written> {
  return write(async (session) => {
    const stray = figures.find(({ day, metric }) => day < from || day > to || !metrics.includes(metric));
    if (stray) throw new RangeError(`The source “${name}” gives “${stray.metric}” of ${stray.day}, which is not among what it was asked for (${metrics.join(', ')} from ${from} to ${to}).`);
    return changeFigures(session, await takeSource(session, name), figures, at, { days: daysOf(dayNumber(from), dayNumber(to)), metrics });
  });
}

/** Makes the figures of a source that was taken what is given. With `about`, whatever else it has of these days and metrics goes. */
export async function changeFigures(session: Session, source: number, figures: readonly OwnFigure[], at: number, about?: { days: readonly number[]; metrics: readonly Metric[] }): Promise<Written> {
  const series = await sourceSeries(session, source, about?.metrics ?? [...new Set(figures.map(({ metric }) => metric))], figures);
  const wanted = new Map<number, Map<number, OwnFigure>>();
  for (const figure of figures) {
    const day = dayNumber(figure.day);
    const ofDay = wanted.get(day);
    const { id } = series.of(figure.metric, figure.entity)!;
    if (ofDay) ofDay.set(id, figure);
    else wanted.set(day, new Map([[id, figure]]));
  }
  const concerned = about ? series.all() : [...new Set(figures.map(({ metric, entity }) => series.of(metric, entity)!))];
  const before = await valuesAt(session, about?.days ?? [...wanted.keys()], concerned);
  const change = figureChange();
  const written: Written = { added: 0, revised: 0, same: 0, removed: 0 };
  for (const [day, ofDay] of wanted) {
    for (const [id, { metric, entity, value }] of ofDay) {
      const [old, units] = [before.get(day)?.get(id), unitsOf(metric, value)];
      written[old === undefined ? 'added' : old === units ? 'same' : 'revised'] += 1;
      if (old !== units) change.turn(series.of(metric, entity)!, day, old, units);
    }
  }
  if (about) {
    const byId = new Map(concerned.map((one) => [one.id, one]));
    for (const [day, ofDay] of before) {
      for (const [id, old] of ofDay) {
        if (wanted.get(day)?.has(id)) continue;
        written.removed += 1;
        change.turn(byId.get(id)!, day, old, undefined);
      }
    }
  }
  await change.write(session, at);
  return written;
}

import { describeFault, type Fault } from '../../src/domain/fault.ts';
import type { Metric } from '../../src/domain/figure.ts';
import { dayIn } from '../../src/domain/instant.ts';
import { typedFigures } from '../../src/domain/typed-figure.ts';
import { readTypedFigures, typedMetrics } from '../files/typed-figures.ts';
import { Refusal } from '../refusal.ts';
import type { FigureSource } from './figure-source.ts';
import { WHOLE } from './whole-reach.ts';

/** Where the files are, the organisation's clock, and which moment it is (milliseconds since 1970). */
export interface TypedDesk {
  root: string;
  timeZone: string;
  now(): number;
}

/** A source for each file of `content/figures`, `typed/volunteers`. */
export async function typedSources(desk: TypedDesk): Promise<FigureSource[]> {
  return (await typedMetrics(desk.root, [])).map((one) => typedSource(one, desk));
}

/** Reads the whole file each time, so that a number that was taken out or mended there is so here as well. */
function typedSource(one: { metric: Metric; file: string }, { root, timeZone, now }: TypedDesk): FigureSource {
  return {
    name: `typed/${one.metric}`,
    trailing: WHOLE,
    reach: WHOLE,
    async *read(days, signal) {
      signal.throwIfAborted();
      const faults: Fault[] = [];
      const typed = await readTypedFigures(root, one, dayIn(timeZone, new Date(now()).toISOString()), faults);
      if (!typed) throw new Refusal(faults.map(describeFault).join('\n'));
      const figures = typedFigures(typed);
      // What was once typed for earlier days is gone when the file no longer says it.
      const from = typed.since < days.from ? typed.since : days.from;
      yield { kind: 'figures', days: { from, to: days.to }, metrics: [typed.metric], figures: figures.filter(({ day }) => day <= days.to), completeThrough: typed.numbers.at(-1)!.to };
    },
  };
}

import type { Entity, Figure, Metric } from '../../src/domain/figure.ts';
import type { Day } from '../../src/domain/instant.ts';

/** Figures that are added up row by row. */
export interface Tally {
  /** Adds to a figure; nothing for an entity that a row lacks. */
  add(day: Day, metric: Metric, entity: Entity | undefined, value: number): void;
  figures(): Omit<Figure, 'source'>[];
}

export function tally(): Tally {
  const sums = new Map<string, Omit<Figure, 'source'>>();
  return {
    add(day, metric, entity, value) {
      if (entity === undefined) return;
      const key = `${day} ${metric} ${entity}`;
      const known = sums.get(key);
      if (known) known.value += value;
      else sums.set(key, { day, metric, entity, value });
    },
    figures: () => [...sums.values()],
  };
}

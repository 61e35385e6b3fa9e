import type { Entity } from './figure.ts';
import type { Day } from './instant.ts';

/** That a story came out, or another thing happened that people may have heard of. */
export interface Publication {
  day: Day;
  /** `story:press/free-internet`. */
  entity: Entity;
  /** Made up for the sample history, and to be shown as such. */
  invented?: boolean | undefined;
}

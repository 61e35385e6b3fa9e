import { dayIn, type Day } from '../../src/domain/instant.ts';
import type { Cell } from './list-file.ts';
import { timeReader, type TimeFormat } from './list-time.ts';

/**
 * Reads a column of days: a reader that gives the day for a cell, undefined for one that is none. Times are turned into
 * days of the organisation's clock, `timeZone`; what only names a day is that day. What has to be told is refused in a
 * sentence that says what to write.
 */
export function dayReader(cells: readonly Cell[], told: { format?: TimeFormat | undefined; zone?: string | undefined }, timeZone: string): (cell: Cell) => Day | undefined {
  const filled = cells.filter((cell) => cell !== '');
  // A day is the same on every clock; whose clock it was, only times have to tell.
  timeReader(filled.filter((cell) => !isDayAlone(cell)), { format: told.format ?? 'y/m/d', zone: told.zone });
  const momentOf = { day: timeReader(filled, { format: told.format, zone: 'UTC' }), time: timeReader(filled, { format: told.format, zone: told.zone ?? 'UTC' }) };
  return (cell) => {
    if (cell === '') return undefined;
    const alone = isDayAlone(cell);
    const moment = momentOf[alone ? 'day' : 'time'](cell);
    if (moment === undefined) return undefined;
    const instant = new Date(moment).toISOString();
    return alone ? instant.slice(0, 10) : dayIn(timeZone, instant);
  };
}

const isDayAlone = (cell: Cell): boolean => (cell instanceof Date ? cell.getTime() % 864e5 === 0 : !/\d[:.]\d{2}/.test(cell.trim().replace(/^\S{6,10}/, '')));

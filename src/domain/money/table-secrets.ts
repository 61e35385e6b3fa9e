import type { RawRow } from './gift-row.ts';
import type { ShownCount } from './gift-table.ts';
import { computedNumbers } from './computed-numbers.ts';
import { hideComplements, type TableNumber } from './hidden-cells.ts';

/** What may be shown of a table's numbers. */
export interface Shadow {
  cell: (row: number, column: number) => ShownCount;
  total: (row: number) => ShownCount;
  /** First day and kind of the rows whose total is hidden. */
  hiddenTotals: Set<string>;
}

/** A sum of which one gift is more than this says what somebody gave. */
const DOMINANT = 0.8;
/** A hidden sum must be able to be so much more or less. */
const LEEWAY = 0.1;

const LEVELS = ['month', 'quarter', 'year'] as const;

/** The numbers of a row. */
interface RowNumbers {
  cells: TableNumber[];
  total: TableNumber;
}

const nameOf = ({ period }: RawRow) => `${period.kind} ${period.from}`;

/**
 * The same for tables of the same numbers, split in several ways. A total that one table hides would otherwise be read in
 * the other; and where a small number can still be computed from all of them together, the newest periods are hidden whole.
 * What an older table told or hid stays so, since whoever kept it lays it beside this one.
 */
export function hiddenTogether(tables: readonly (readonly RawRow[])[], threshold: number): Shadow[] {
  const closed = new Set<string>();
  const whole = shadowsOf(tables, threshold, closed);
  // Fewer periods tell less, so that there is nothing to look for in older tables.
  if (rowsThatTell(tables, whole, threshold).length === 0) return whole;
  const ends = [...new Set(tables[0]!.map(({ period }) => period.to))].sort();
  for (const end of ends) {
    const known = tables.map((rows) => rows.filter(({ period }) => period.to <= end));
    // The year first, then its last quarter, its last month last.
    const newest = known[0]!.filter(({ period }) => period.to === end).sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
    for (const row of newest) {
      if (rowsThatTell(known, shadowsOf(known, threshold, closed), threshold).length === 0) break;
      closed.add(nameOf(row));
    }
  }
  return shadowsOf(tables, threshold, closed);
}

/** Every table with the totals hidden that any of them hides. */
function shadowsOf(tables: readonly (readonly RawRow[])[], threshold: number, closed: ReadonlySet<string>): Shadow[] {
  for (let totals = new Set<string>(); ;) {
    const shadows = tables.map((rows) => hiddenCounts(rows, threshold, totals, closed));
    const together = new Set([...totals, ...shadows.flatMap(({ hiddenTotals }) => [...hiddenTotals])]);
    if (together.size === totals.size) return shadows;
    totals = together;
  }
}

/** Rows with a small number that the shown ones of all tables tell. */
function rowsThatTell(tables: readonly (readonly RawRow[])[], shadows: readonly Shadow[], threshold: number): RawRow[] {
  const known = new Map<string, { row: RawRow; value: number; shown: boolean }>();
  const sums = tables.flatMap((rows, table) => rows.flatMap((row, at) => {
    const name = (of: RawRow, column: number) => (column < 0 ? `total ${nameOf(of)}` : `${table} ${nameOf(of)} ${column}`);
    const columns = [...row.cells.keys()];
    known.set(name(row, -1), { row, value: row.total, shown: typeof shadows[table]!.total(at) === 'number' && (known.get(name(row, -1))?.shown ?? true) });
    for (const column of columns) known.set(name(row, column), { row, value: row.cells[column]!.count, shown: typeof shadows[table]!.cell(at, column) === 'number' });
    const below = rows.filter(({ above }) => above && above.kind === row.period.kind && above.from === row.period.from);
    const whole = below.length === (row.period.kind === 'month' ? -1 : row.period.kind === 'quarter' ? 3 : 4);
    return [
      [[name(row, -1), -1] as const, ...columns.map((column) => [name(row, column), 1] as const)],
      ...(whole ? [-1, ...columns].map((column) => [[name(row, column), -1] as const, ...below.map((part) => [name(part, column), 1] as const)]) : []),
    ];
  }));
  return computedNumbers(sums, (name) => known.get(name)!.shown).map((name) => known.get(name)!).filter(({ value }) => value > 0 && value < threshold).map(({ row }) => row);
}

/** Which numbers of gifts are hidden: level by level, so that what was shown of a month stays true when its quarter is over. */
export function hiddenCounts(rows: readonly RawRow[], threshold: number, hiddenTotals: ReadonlySet<string>, closed: ReadonlySet<string> = new Set()): Shadow {
  const numbers = rows.map((row) => ({ cells: row.cells.map(({ count }) => numberOf(count, threshold)), total: numberOf(row.total, threshold) }));
  for (const [at, { total }] of numbers.entries()) {
    // Hidden in another table, where it would tell a number if it could be computed here.
    if (hiddenTotals.has(nameOf(rows[at]!))) Object.assign(total, { hidden: true, secret: true, most: Infinity });
  }
  for (const [at, { cells, total }] of numbers.entries()) {
    if (closed.has(nameOf(rows[at]!))) for (const number of [...cells, total]) if (number.value > 0) Object.assign(number, { hidden: true, most: Infinity });
  }
  for (const level of LEVELS) {
    for (let thin: TableNumber[] | undefined; thin === undefined || thin.length > 0;) {
      for (const number of thin ?? []) Object.assign(number, { hidden: true, secret: true, most: Infinity });
      hideInLevel(rows, numbers, level);
      thin = thinRests(rows, numbers, level, threshold);
    }
  }
  const shown = (number: TableNumber): ShownCount => (!number.hidden ? number.value : number.most === Infinity ? 'hidden' : 'few');
  return {
    cell: (row, column) => shown(numbers[row]!.cells[column]!),
    total: (row) => shown(numbers[row]!.total),
    hiddenTotals: new Set(rows.filter((_, at) => shown(numbers[at]!.total) === 'hidden').map(nameOf)),
  };
}

function hideInLevel(rows: readonly RawRow[], numbers: readonly RowNumbers[], level: (typeof LEVELS)[number]): void {
  // Twice as often as there are rows: each round that finds something exposed hides one more row.
  for (let round = 0; round < 2 * rows.length; round++) {
    join(rows, numbers, level);
    const inLevel = rows.flatMap((row, at) => (LEVELS.indexOf(row.period.kind as 'month') <= LEVELS.indexOf(level) ? [at] : []));
    for (const at of inLevel) for (const cell of numbers[at]!.cells) cell.open = rows[at]!.period.kind === level && cell.value > 0;
    const { exposed } = hideComplements(inLevel.flatMap((at) => [...numbers[at]!.cells, numbers[at]!.total]));
    const rowsAtFault = inLevel.filter((at) => rows[at]!.period.kind === level && [...numbers[at]!.cells, numbers[at]!.total].some((number) => number.value > 0 && (!number.hidden || number.most !== Infinity)));
    if (exposed.length === 0 || rowsAtFault.length === 0) break;
    for (const at of faultRows(rows, numbers, rowsAtFault, exposed)) hideWhole(rows, numbers, at);
  }
}

/**
 * What else has to be hidden so that the hidden parts of a shown number are not few together: of columns the smallest
 * shown one, of periods the number above them.
 */
function thinRests(rows: readonly RawRow[], numbers: readonly RowNumbers[], level: (typeof LEVELS)[number], threshold: number): TableNumber[] {
  const isFew = (rest: number) => rest > 0 && rest < threshold;
  const restBelow = (at: number, pick: (row: RowNumbers) => TableNumber): number => rows.reduce((rest, { above, period }, below) => {
    const part = above && above.kind === rows[at]!.period.kind && above.from === rows[at]!.period.from ? pick(numbers[below]!) : undefined;
    return rest + (!part?.hidden ? 0 : period.kind === 'month' ? part.value : restBelow(below, pick));
  }, 0);
  return rows.flatMap((row, at) => {
    if (row.period.kind !== level) return [];
    const { cells, total } = numbers[at]!;
    const smallest = cells.filter(({ hidden, value }) => !hidden && value > 0).sort((a, b) => a.value - b.value)[0] ?? total;
    const across = !total.hidden && isFew(cells.reduce((rest, { hidden, value }) => rest + (hidden ? value : 0), 0)) ? [smallest] : [];
    const picks = [...cells.map((_, column) => (one: RowNumbers) => one.cells[column]!), (one: RowNumbers) => one.total];
    return [...across, ...(level === 'month' ? [] : picks.flatMap((pick) => (!pick(numbers[at]!).hidden && isFew(restBelow(at, pick)) ? [pick(numbers[at]!)] : [])))];
  });
}

/** Cells, `row column`, whose sum and median are hidden. Only periods add sums up: there is no total over columns. */
export function hiddenSums(rows: readonly RawRow[], counts: Shadow): Set<string> {
  const numbers = rows.map((row, at) => ({
    cells: row.cells.map((cell, column): TableNumber => {
      const secret = typeof counts.cell(at, column) === 'string' || cell.largest > DOMINANT * cell.sum;
      return { from: '', to: '', value: cell.sum, least: 0, most: Infinity, secret: secret && cell.count > 0, hidden: secret && cell.count > 0, step: Math.max(1, LEEWAY * cell.sum), open: false };
    }),
    total: numberOf(0, 0),
  }));
  for (const level of LEVELS) {
    join(rows, numbers, level);
    const inLevel = rows.flatMap((row, at) => (LEVELS.indexOf(row.period.kind as 'month') <= LEVELS.indexOf(level) ? [at] : []));
    for (const at of inLevel) for (const cell of numbers[at]!.cells) {
      // Columns are not added, so every month stands by itself.
      if (rows[at]!.period.kind === 'month') cell.from = 'outside';
      cell.open = rows[at]!.period.kind === level && cell.value > 0;
    }
    hideComplements(inLevel.flatMap((at) => numbers[at]!.cells));
  }
  return new Set(numbers.flatMap(({ cells }, row) => cells.flatMap((cell, column) => (cell.hidden ? [`${row} ${column}`] : []))));
}

function numberOf(value: number, threshold: number): TableNumber {
  const secret = value > 0 && value < threshold;
  return { from: '', to: '', value, hidden: secret, secret, least: 1, most: secret ? threshold - 1 : Infinity, step: 1, open: false };
}

/** Ties the numbers of a table to the sums that they are in, up to a level; what is above that is not shown yet. */
function join(rows: readonly RawRow[], numbers: readonly RowNumbers[], level: (typeof LEVELS)[number]): void {
  const closed = new Set(rows.map(nameOf));
  for (const [at, row] of rows.entries()) {
    const own = nameOf(row);
    const sum = row.above && `${row.above.kind} ${row.above.from}`;
    const above = sum !== undefined && closed.has(sum) && row.period.kind !== level ? sum : undefined;
    const below = row.period.kind === 'month';
    for (const [column, cell] of numbers[at]!.cells.entries()) {
      cell.from = below ? own : `${own} ${column}`;
      cell.to = above === undefined ? 'outside' : `${above} ${column}`;
    }
    numbers[at]!.total.from = above === undefined ? 'outside' : `${above} total`;
    numbers[at]!.total.to = below ? own : `${own} total`;
  }
}

/** Of the rows that could hide more, those that exposed numbers are a part of, or else all. */
function faultRows(rows: readonly RawRow[], numbers: readonly RowNumbers[], candidates: readonly number[], exposed: readonly TableNumber[]): number[] {
  const places = rows.filter((_, at) => exposed.some((number) => number === numbers[at]!.total || numbers[at]!.cells.includes(number)));
  const near = candidates.filter((at) => places.some(({ period }) => period.from >= rows[at]!.period.from && period.to <= rows[at]!.period.to));
  return near.length > 0 ? near : [...candidates];
}

/** Nothing is told of a row any more but its zeros, and what anybody can add up from its parts. */
function hideWhole(rows: readonly RawRow[], numbers: readonly RowNumbers[], at: number): void {
  const { period } = rows[at]!;
  const parts = numbers.filter((_, index) => rows[index]!.above?.from === period.from && rows[index]!.above?.kind === period.kind);
  const hide = (number: TableNumber, below: readonly TableNumber[]) => {
    if (number.value === 0 || (below.length > 0 && below.every(({ hidden }) => !hidden))) return;
    number.hidden = true;
    number.most = Infinity;
  };
  for (const [column, cell] of numbers[at]!.cells.entries()) hide(cell, parts.map(({ cells }) => cells[column]!));
  hide(numbers[at]!.total, parts.map(({ total }) => total));
}

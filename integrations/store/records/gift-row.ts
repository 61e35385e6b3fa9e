import type { Metric, Stretch } from '../../../src/domain/figure.ts';
import type { Gift } from '../../../src/domain/gift.ts';
import type { Engine, Session } from '../engine.ts';
import type { Written } from '../history.ts';
import { GIFTS } from '../history-tables.ts';
import { cleanText } from './clean-text.ts';
import { dayNumber, dayOf, daysOf } from './day-number.ts';
import { changeFigures, type OwnFigure } from './figure-writing.ts';
import { keyedRows } from './keyed-rows.ts';
import { takeSource } from './source-row.ts';

const METRICS: readonly Metric[] = ['gifts', 'gift-sum'];
const ROWS = keyedRows(GIFTS);

/** Writes gifts by their keys and makes the figures of their days anew; see `History`. */
export function writeGifts({ write }: Engine, name: string, gifts: readonly Gift[], at: number, whole?: Stretch): Promise<Written> {
  return write(async (session) => changeGifts(session, await takeSource(session, name), gifts, at, whole));
}

/** The same for a source that was taken. With `whole`, a day without any gift is known to have had none. */
export async function changeGifts(session: Session, source: number, gifts: readonly Gift[], at: number, whole?: Stretch): Promise<Written> {
  const stretch = whole && ([dayNumber(whole.from), dayNumber(whole.to)] as const);
  const { written, days } = await ROWS.replace(session, source, gifts.map((gift) => rowOf(source, gift)), stretch);
  await deriveFigures(session, source, [...new Set([...days, ...(stretch ? daysOf(...stretch) : [])])], at);
  return written;
}

const rowOf = (source: number, { key, day, currency, kind, amount, refunded, campaign }: Gift) => [source, cleanText(key), dayNumber(day), cleanText(currency), kind, amount, refunded, cleanText(campaign)];

/** Counts the gifts of these days and makes that their figures. A refund is taken off on the day of its gift; a gift that was given back whole is none. */
async function deriveFigures(session: Session, source: number, days: readonly number[], at: number): Promise<void> {
  const rows = await session.all<Pick<Gift, 'currency' | 'kind' | 'campaign'> & { day: number; count: number; sum: number }>(
    `SELECT day, currency, kind, campaign, CAST(sum(CASE WHEN amount > refunded THEN 1 ELSE 0 END) AS BIGINT) AS count, CAST(sum(amount - refunded) AS BIGINT) AS sum FROM gifts WHERE source = ? AND day AMONG ? GROUP BY day, currency, kind, campaign`, source, days,
  );
  const sums = new Map<string, OwnFigure>();
  const add = (number: number, metric: Metric, entity: string, value: number) => {
    const [key, day] = [`${number} ${metric} ${entity}`, dayOf(number)];
    sums.set(key, { day, metric, entity, value: (sums.get(key)?.value ?? 0) + value });
  };
  for (const day of days) add(day, 'gifts', '', 0);
  for (const { day, currency, kind, campaign, count, sum } of rows) {
    add(day, 'gifts', '', count);
    add(day, 'gifts', `money:${currency}:${kind}`, count);
    add(day, 'gift-sum', `money:${currency}:${kind}`, sum);
    if (campaign) add(day, 'gifts', `campaign:${campaign}`, count);
  }
  await changeFigures(session, source, [...sums.values()], at, { days, metrics: METRICS });
}

export async function gifts({ read }: Engine, { from, to }: Stretch): Promise<(Gift & { source: string })[]> {
  const rows = await read.lists<[source: number, ref: string, day: number, currency: string, kind: Gift['kind'], amount: number, refunded: number, campaign: string]>(
    'SELECT source, ref, day, currency, kind, amount, refunded, campaign FROM gifts WHERE day >= ? AND day <= ? ORDER BY day, source, ref', dayNumber(from), dayNumber(to),
  );
  const names = new Map(await read.lists<[number, string]>('SELECT id, name FROM sources'));
  return rows.map(([source, key, day, currency, kind, amount, refunded, campaign]) => ({ source: names.get(source)!, key, day: dayOf(day), currency, kind, amount, refunded, campaign }));
}

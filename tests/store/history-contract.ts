import { expect, test } from 'vitest';
import type { Figure, Metric, Stretch } from '../../src/domain/figure.ts';
import type { Gift } from '../../src/domain/gift.ts';
import type { History, SeriesWish } from '../../integrations/store/history.ts';

export const AT = Date.UTC(2026, 10, 24);
const OCTOBER: Stretch = { from: '2026-10-01', to: '2026-10-31' };
const YEAR: Stretch = { from: '2026-01-01', to: '2026-12-31' };
let made = 0;
/** A source that no other test knows. */
const fresh = () => `source-${++made}`;

const figure = (day: string, value: number, entity = '', metric: Metric = 'views'): Omit<Figure, 'source'> => ({ day, metric, entity, value });
const gift = (key: string, parts: Partial<Gift> = {}): Gift => ({ key, day: '2026-10-05', currency: 'EUR', kind: 'once', amount: 2500, refunded: 0, campaign: '', ...parts });
const mention = (key: string, day = '2026-10-05', title = 'A reply to the minister') => ({ key, day, title, url: `https://paper.example/${key}`, outlet: 'paper.example' });

/** Text lines as a file gives them. */
export async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

export async function all<T>(some: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of some) found.push(one);
  return found;
}

/** What every history promises, whatever keeps it. `another` opens the same store again, as a second process would; `empty` another store. */
export function historyContract(history: () => History, another: () => Promise<History>, empty: () => Promise<History>): void {
  const ask = async (source: string, wish: Partial<SeriesWish> = {}) =>
    (await history().series({ ...YEAR, about: { entity: '' }, by: 'day', sources: [source], ...wish })).map(({ period, metric, entity, value, days }) => [period, metric, entity, value, days].join(' ')).sort();
  const views = (source: string, days: Stretch, figures: readonly Omit<Figure, 'source'>[], at = AT) => history().write(source, { ...days, metrics: ['views'] }, figures, at);

  test('a figure that is written is known, and written again changes nothing', async () => {
    const source = fresh();
    const figures = [figure('2026-10-01', 12), figure('2026-10-02', 0), figure('2026-10-01', 7, 'lang:nl')];
    expect(await views(source, OCTOBER, figures)).toEqual({ added: 3, revised: 0, same: 0, removed: 0 });
    expect(await views(source, OCTOBER, figures, AT + 1)).toEqual({ added: 0, revised: 0, same: 3, removed: 0 });
    expect(await ask(source)).toEqual(['2026-10-01 views  12 1', '2026-10-02 views  0 1']);
    expect(await ask(source, { about: { kind: 'lang' } })).toEqual(['2026-10-01 views lang:nl 7 1']);
    expect((await history().revisions(YEAR, 1000)).filter((one) => one.source === source)).toEqual([]);
  });

  test('a day on which there was nothing is a nought, and a day that nobody told of is absent', async () => {
    const source = fresh();
    await views(source, OCTOBER, [figure('2026-10-02', 0)]);
    expect(await ask(source)).toEqual(['2026-10-02 views  0 1']);
    expect(await ask(source, { by: 'month' })).toEqual(['2026-10-01 views  0 1']);
    expect(await ask(source, { ...YEAR, from: '2026-11-01', by: 'month' })).toEqual([]);
  });

  test('a value that a source corrects is kept as a revision, and so is one that it takes back', async () => {
    const source = fresh();
    await views(source, OCTOBER, [figure('2026-10-01', 12), figure('2026-10-02', 5), figure('2026-10-03', 1, 'story:press/boats')]);
    expect(await views(source, { from: '2026-10-01', to: '2026-10-02' }, [figure('2026-10-01', 15)], AT + 5)).toEqual({ added: 0, revised: 1, same: 0, removed: 1 });
    expect((await history().revisions(OCTOBER, 1000)).filter((one) => one.source === source)).toEqual([
      { day: '2026-10-02', source, metric: 'views', entity: '', value: 5, revisedAt: AT + 5 },
      { day: '2026-10-01', source, metric: 'views', entity: '', value: 12, revisedAt: AT + 5 },
    ]);
    expect(await ask(source)).toEqual(['2026-10-01 views  15 1']);
    expect(await ask(source, { about: { entity: 'story:press/boats' } })).toEqual(['2026-10-03 views story:press/boats 1 1']);
    expect(await ask(source, { by: 'month' })).toEqual(['2026-10-01 views  15 1']);
  });

  test('what is newest among the revisions comes first, and no more than asked for', async () => {
    const source = fresh();
    for (const value of [1, 2, 3, 4]) await views(source, { from: '2031-01-01', to: '2031-01-01' }, [figure('2031-01-01', value)], AT + value);
    expect((await history().revisions({ from: '2031-01-01', to: '2031-01-31' }, 2)).map(({ value, revisedAt }) => [value, revisedAt])).toEqual([[3, AT + 4], [2, AT + 3]]);
  });

  test('only the metrics and days that a source speaks of are touched, and no other source', async () => {
    const [source, other] = [fresh(), fresh()];
    await history().write(source, { ...OCTOBER, metrics: ['views', 'followers'] }, [figure('2026-10-01', 1), figure('2026-10-09', 2), figure('2026-10-01', 100, '', 'followers')], AT);
    await views(other, OCTOBER, [figure('2026-10-01', 9)]);
    await views(source, { from: '2026-10-01', to: '2026-10-05' }, [], AT + 1);
    expect(await ask(source)).toEqual(['2026-10-01 followers  100 1', '2026-10-09 views  2 1']);
    expect(await ask(other)).toEqual(['2026-10-01 views  9 1']);
  });

  test('a figure of a day or metric that the source was not asked for is refused, and nothing of it is written', async () => {
    const source = fresh();
    for (const stray of [figure('2026-11-01', 1), figure('2026-10-02', 1, '', 'followers'), figure('2026-10-02', 1.5), figure('2026-10-02', Number.NaN)]) {
      await expect(views(source, OCTOBER, [figure('2026-10-01', 1), stray])).rejects.toThrow(RangeError);
    }
    await expect(views(source, { from: '2026-02-30', to: '2026-03-01' }, [])).rejects.toThrow(/2026-02-30/);
    expect(await ask(source)).toEqual([]);
  });

  test('weeks begin on Monday, also across the end of a year, and months on their first day', async () => {
    const source = fresh();
    const days = ['2026-12-27', '2026-12-28', '2026-12-31', '2027-01-03', '2027-01-04'];
    await views(source, { from: '2026-12-01', to: '2027-01-31' }, days.map((day, index) => figure(day, 10 ** index)));
    const wish = { from: '2026-12-01', to: '2027-01-31' };
    expect(await ask(source, { ...wish, by: 'week' })).toEqual(['2026-12-21 views  1 1', '2026-12-28 views  1110 3', '2027-01-04 views  10000 1']);
    expect(await ask(source, { ...wish, by: 'month' })).toEqual(['2026-12-01 views  111 3', '2027-01-01 views  11000 2']);
  });

  test('a month that the stretch cuts off holds only the days of the stretch', async () => {
    const source = fresh();
    await views(source, { from: '2026-08-01', to: '2026-10-31' }, ['2026-08-10', '2026-08-20', '2026-09-05', '2026-10-10', '2026-10-20'].map((day) => figure(day, 1)));
    expect(await ask(source, { from: '2026-08-15', to: '2026-10-15', by: 'month' })).toEqual(['2026-08-01 views  1 1', '2026-09-01 views  1 1', '2026-10-01 views  1 1']);
    expect(await ask(source, { from: '2026-08-10', to: '2026-08-10', by: 'month' })).toEqual(['2026-08-01 views  1 1']);
  });

  test('of many stories those with the most in the stretch can be asked for, by metric and source', async () => {
    const source = fresh();
    const figures = [['a', 1, 9], ['b', 5, 2], ['c', 3, 3]].flatMap(([name, first, second]) => [figure('2026-09-10', Number(first), `story:${name}`), figure('2026-10-10', Number(second), `story:${name}`)]);
    await views(source, { from: '2026-09-01', to: '2026-10-31' }, figures);
    await history().write(fresh(), { ...OCTOBER, metrics: ['views'] }, [figure('2026-10-10', 1000, 'story:elsewhere')], AT);
    const wish = { about: { kind: 'story' }, most: 2, by: 'month' } as const;
    expect(await ask(source, wish)).toEqual(['2026-09-01 views story:a 1 1', '2026-09-01 views story:b 5 1', '2026-10-01 views story:a 9 1', '2026-10-01 views story:b 2 1']);
    expect(await ask(source, { ...wish, most: 1, from: '2026-09-01', to: '2026-09-30' })).toEqual(['2026-09-01 views story:b 5 1']);
    expect(await ask(source, { ...wish, most: 1, by: 'day' })).toEqual(['2026-09-10 views story:a 1 1', '2026-10-10 views story:a 9 1']);
  });

  test('of followers and volunteers a week and a month have the last number known, of all else the sum', async () => {
    const source = fresh();
    const figures = (['followers', 'volunteers', 'volunteer-hours'] as const).flatMap((metric) => [figure('2026-10-12', 5, '', metric), figure('2026-10-14', 7, '', metric), figure('2026-10-13', 100, '', metric)]);
    await history().write(source, { ...OCTOBER, metrics: ['followers', 'volunteers', 'volunteer-hours'] }, figures, AT);
    for (const [by, period] of [['week', '2026-10-12'], ['month', '2026-10-01']] as const) {
      expect(await ask(source, { by })).toEqual([`${period} followers  7 3`, `${period} volunteer-hours  112 3`, `${period} volunteers  7 3`]);
    }
    await history().write(source, { from: '2026-10-14', to: '2026-10-14', metrics: ['followers'] }, [], AT);
    expect(await ask(source, { by: 'month', metrics: ['followers'] })).toEqual(['2026-10-01 followers  100 2']);
    expect(await ask(source, { from: '2026-10-12', to: '2026-10-12', by: 'month', metrics: ['followers'] })).toEqual(['2026-10-01 followers  5 1']);
  });

  test('hours have fractions, and a sum of them that grows and shrinks ends exactly where it began', async () => {
    const source = fresh();
    const hours = (value: number) => history().write(source, { from: '2026-10-02', to: '2026-10-02', metrics: ['volunteer-hours'] }, [figure('2026-10-02', value, '', 'volunteer-hours')], AT);
    await history().write(source, { from: '2026-10-01', to: '2026-10-01', metrics: ['volunteer-hours'] }, [figure('2026-10-01', 0.1, '', 'volunteer-hours')], AT);
    for (const value of [0.2, 1 / 3, 7.25, 0.2]) await hours(value);
    expect(await ask(source, { by: 'month' })).toEqual(['2026-10-01 volunteer-hours  0.3 2']);
    expect(await ask(source)).toEqual(['2026-10-01 volunteer-hours  0.1 1', '2026-10-02 volunteer-hours  0.2 1']);
  });

  test('counters count up, in days and months, and a first number can be added to nothing', async () => {
    const source = fresh();
    await history().add(source, [figure('2026-10-01', 2), figure('2026-10-01', 3), figure('2026-10-01', 1, 'network:whatsapp')]);
    await history().add(source, [figure('2026-10-01', 4), figure('2026-10-02', 1)]);
    await history().add(source, []);
    expect(await ask(source)).toEqual(['2026-10-01 views  9 1', '2026-10-02 views  1 1']);
    expect(await ask(source, { by: 'month' })).toEqual(['2026-10-01 views  10 2']);
    expect(await ask(source, { about: { kind: 'network' }, by: 'month' })).toEqual(['2026-10-01 views network:whatsapp 1 1']);
    expect((await history().revisions(YEAR, 1000)).filter((one) => one.source === source)).toEqual([]);
  });

  test('gifts make the figures of their days, by currency and kind and by campaign, and currencies are never added', async () => {
    const source = fresh();
    const gifts = [gift('a'), gift('b', { amount: 1000, kind: 'monthly' }), gift('c', { currency: 'TRY', amount: 90_000, campaign: 'winter' }), gift('d', { day: '2026-10-06', campaign: 'winter' })];
    expect(await history().writeGifts(source, gifts, AT)).toEqual({ added: 4, revised: 0, same: 0, removed: 0 });
    expect(await history().writeGifts(source, gifts, AT)).toEqual({ added: 0, revised: 0, same: 4, removed: 0 });
    expect(await ask(source)).toEqual(['2026-10-05 gifts  3 1', '2026-10-06 gifts  1 1']);
    expect(await ask(source, { about: { kind: 'money' }, by: 'month' })).toEqual([
      '2026-10-01 gift-sum money:EUR:monthly 1000 1', '2026-10-01 gift-sum money:EUR:once 5000 2', '2026-10-01 gift-sum money:TRY:once 90000 1',
      '2026-10-01 gifts money:EUR:monthly 1 1', '2026-10-01 gifts money:EUR:once 2 2', '2026-10-01 gifts money:TRY:once 1 1',
    ]);
    expect(await ask(source, { about: { kind: 'campaign' } })).toEqual(['2026-10-05 gifts campaign:winter 1 1', '2026-10-06 gifts campaign:winter 1 1']);
    expect((await history().gifts(OCTOBER)).filter((one) => one.source === source).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('money that is given back later is taken off on the day of the gift', async () => {
    const source = fresh();
    await history().writeGifts(source, [gift('a'), gift('b', { amount: 1000 })], AT);
    expect(await history().writeGifts(source, [gift('a', { refunded: 2000 })], AT + 86_400_000 * 40)).toEqual({ added: 0, revised: 1, same: 0, removed: 0 });
    expect(await ask(source, { about: { kind: 'money' } })).toEqual(['2026-10-05 gift-sum money:EUR:once 1500 1', '2026-10-05 gifts money:EUR:once 2 1']);
    expect((await history().gifts(OCTOBER)).find((one) => one.source === source && one.key === 'a')).toEqual({ ...gift('a', { refunded: 2000 }), source });
  });

  test('gifts that vanished at their source are removed in the days that it told all of, and days without any are a nought', async () => {
    const [source, other] = [fresh(), fresh()];
    await history().writeGifts(other, [gift('a')], AT);
    await history().writeGifts(source, [gift('a'), gift('b', { day: '2026-10-06' }), gift('z', { day: '2026-10-20' })], AT);
    expect(await history().writeGifts(source, [gift('a')], AT + 1, { from: '2026-10-05', to: '2026-10-07' })).toEqual({ added: 0, revised: 0, same: 1, removed: 1 });
    expect(await ask(source)).toEqual(['2026-10-05 gifts  1 1', '2026-10-06 gifts  0 1', '2026-10-07 gifts  0 1', '2026-10-20 gifts  1 1']);
    expect(await ask(source, { about: { kind: 'money' }, metrics: ['gift-sum'], by: 'month' })).toEqual(['2026-10-01 gift-sum money:EUR:once 5000 2']);
    expect(await ask(other)).toEqual(['2026-10-05 gifts  1 1']);
  });

  test('a gift whose day is corrected moves, and leaves a nought behind', async () => {
    const source = fresh();
    await history().writeGifts(source, [gift('a')], AT);
    await history().writeGifts(source, [gift('a', { day: '2026-09-30' })], AT);
    expect(await ask(source)).toEqual(['2026-09-30 gifts  1 1', '2026-10-05 gifts  0 1']);
    expect(await ask(source, { about: { kind: 'money' }, by: 'month' })).toEqual(['2026-09-01 gift-sum money:EUR:once 2500 1', '2026-09-01 gifts money:EUR:once 1 1']);
  });

  test('mentions are counted by day, listed newest first, and corrected by their keys', async () => {
    const source = fresh();
    expect(await history().writeMentions(source, [mention('a', '2030-01-01'), mention('b', '2030-01-02'), mention('c', '2030-01-02', 'Zero \0 signs')], AT)).toMatchObject({ added: 3 });
    expect(await history().writeMentions(source, [mention('a', '2030-01-01', 'A better title'), mention('b', '2030-01-02')], AT)).toEqual({ added: 0, revised: 1, same: 1, removed: 0 });
    expect(await ask(source, { from: '2030-01-01', to: '2030-12-31' })).toEqual(['2030-01-01 mentions  1 1', '2030-01-02 mentions  2 1']);
    const listed = await history().mentions({ from: '2030-01-01', to: '2030-01-31' }, 10);
    expect(listed.map(({ key, title }) => [key, title])).toEqual([['b', 'A reply to the minister'], ['c', 'Zero  signs'], ['a', 'A better title']]);
    expect(listed[2]).toEqual({ ...mention('a', '2030-01-01', 'A better title'), source });
    expect(await history().mentions({ from: '2030-01-01', to: '2030-01-31' }, 1)).toHaveLength(1);
  });

  test('where a source stands is kept with what it has to say', async () => {
    const [one, two] = [fresh(), fresh()];
    const standing = { source: one, askedAt: AT, fetchedAt: AT - 1, completeThrough: '2026-11-20', since: '2025-07-01', backfill: '2024-01-01', ok: true, says: '12 figures came.' };
    await history().setStanding({ ...standing, source: two });
    await history().setStanding(standing);
    await history().setStanding({ source: two, askedAt: AT + 1, ok: false, says: 'The key was refused. Make a new one.' });
    const found = (await history().standings()).filter(({ source }) => [one, two].includes(source));
    expect(found).toEqual([standing, { source: two, askedAt: AT + 1, ok: false, says: 'The key was refused. Make a new one.' }].sort((a, b) => (a.source < b.source ? -1 : 1)));
  });

  test('a source that is forgotten leaves nothing', async () => {
    const [source, other] = [fresh(), fresh()];
    for (const name of [source, other]) {
      await views(name, OCTOBER, [figure('2026-10-01', 1), figure('2026-10-01', 1, 'lang:nl')]);
      await views(name, OCTOBER, [figure('2026-10-01', 2), figure('2026-10-01', 1, 'lang:nl')]);
      await history().writeGifts(name, [gift('a')], AT);
      await history().writeMentions(name, [mention('a')], AT);
      await history().setStanding({ source: name, askedAt: AT, ok: true, says: '' });
    }
    const linesWith = async (name: string) => (await all(history().exportLines())).filter((line) => line.includes(`"${name}"`)).length;
    expect(await linesWith(source)).toBe(10);
    expect(await history().forget(source)).toBe(6);
    expect(await history().forget(source)).toBe(0);
    expect(await linesWith(source)).toBe(0);
    expect(await ask(source, { by: 'month' })).toEqual([]);
    expect(await linesWith(other)).toBe(10);
  });

  test('a text with signs that a database refuses is kept without them', async () => {
    const source = fresh();
    const odd = 'campaign:a\0b\ud800';
    for (const value of [1, 2]) await views(source, OCTOBER, [figure('2026-10-01', value, odd)]);
    expect(await ask(source, { about: { kind: 'campaign' } })).toEqual(['2026-10-01 views campaign:ab\ufffd 2 1']);
  });

  test('instances that write the same figures, and add to them, at the same time agree in the end', async () => {
    const source = fresh();
    const instances = await Promise.all([another(), another(), another()]);
    await Promise.all(
      instances.flatMap((instance, n) =>
        Array.from({ length: 8 }, async (_, round) => {
          await instance.add(source, [figure('2026-10-01', 1), figure('2026-10-01', 1, `lang:${n}`)]);
          await instance.write(`${source}-written`, { ...OCTOBER, metrics: ['views'] }, [figure(`2026-10-0${1 + round}`, n, `story:${round}`), figure('2026-10-09', 5)], AT);
          await instance.writeGifts(source, [gift(`g-${round}`), gift(`g-${n}-${round}`)], AT);
        }),
      ),
    );
    expect(await ask(source, { metrics: ['views'] })).toEqual(['2026-10-01 views  24 1']);
    expect(await ask(source, { metrics: ['gifts'] })).toEqual(['2026-10-05 gifts  32 1']);
    expect(await ask(source, { about: { kind: 'lang' }, by: 'month' })).toEqual(['0', '1', '2'].map((lang) => `2026-10-01 views lang:${lang} 8 1`));
    expect(await ask(`${source}-written`, { by: 'month' })).toEqual(['2026-10-01 views  5 1']);
    expect(await ask(`${source}-written`, { about: { kind: 'story' } })).toHaveLength(1);
    expect(await ask(`${source}-written`, { about: { kind: 'story' }, by: 'month' })).toHaveLength(1);
  });

  test('an empty history is empty until somebody writes', async () => {
    const other = await empty();
    expect(await other.isEmpty()).toBe(true);
    expect(await all(other.exportLines())).toEqual(['{"history":1}']);
    await other.add('visits', [figure('2026-10-01', 1)]);
    expect(await other.isEmpty()).toBe(false);
  });

  test('a damaged line is named, what stood before it is kept, and importing the mended file goes on', async () => {
    const other = await empty();
    const line = (day: string, value: unknown) => JSON.stringify({ figure: { day, source: 'visits', metric: 'views', entity: '', value } });
    const good = ['{"history":1}', line('2026-10-01', 1), line('2026-10-02', 2), line('2026-10-03', 3)];
    for (const [bad, reason] of [[line('2026-10-02', 2).slice(0, 30), /Line 3 .*not whole/], [line('2026-10-32', 2), /Line 3 .*“day”/], [line('2026-10-02', '2'), /Line 3 .*“value”/], ['{"other":{}}', /Line 3 .*none of/], ['null', /Line 3/]] as const) {
      const refused = other.importLines(linesOf(good.with(2, bad)), AT);
      await expect(refused).rejects.toMatchObject({ name: 'Refusal', message: expect.stringMatching(reason) as string });
    }
    expect(await other.series({ ...OCTOBER, about: { entity: '' }, by: 'day' })).toHaveLength(1);
    expect(await other.importLines(linesOf(good), AT)).toEqual({ added: 2, revised: 0, same: 1, removed: 0 });
    await expect(other.importLines(linesOf(['{"figure":{}}']), AT)).rejects.toThrow(/Line 1 does not begin a history/);
    await expect(other.importLines(linesOf([]), AT)).rejects.toThrow(/empty/);
  });

  test('two at once is one too many: a lock is held by one', async () => {
    const other = await another();
    const outcome = await history().alone('refresh figures', () => other.alone('refresh figures', () => Promise.resolve('twice')).then((inner) => inner ?? 'once'));
    expect(outcome).toEqual({ result: 'once' });
  });
}

import { expect, test } from 'vitest';
import { SEASON_RULES, SEASONS, seasonsIn } from '../../../src/domain/periods/season.ts';

// First days as Saudi Arabia’s Umm al-Qura calendar had them.
test.each([
  ['2023', '2023-03-23', '2023-04-21', '2023-06-28'], ['2024', '2024-03-11', '2024-04-10', '2024-06-16'],
  ['2025', '2025-03-01', '2025-03-30', '2025-06-06'], ['2026', '2026-02-18', '2026-03-20', '2026-05-27'],
])('in %s Ramadan begins on %s and the feasts on %s and %s', (year, ramadan, fitr, adha) => {
  const seasons = seasonsIn({ from: `${year}-01-10`, to: `${year}-11-30` });
  const first = (name: string) => seasons.find((season) => season.name === name)!.from;
  expect([first('ramadan'), first('eid-al-fitr'), first('eid-al-adha')]).toEqual([ramadan, fitr, adha]);
});

test('Ramadan ends the day before its feast', () => {
  const seasons = seasonsIn({ from: '2026-01-10', to: '2026-11-30' });
  expect(seasons.map(({ name, from, to }) => `${name} ${from} ${to}`)).toEqual([
    'ramadan 2026-02-18 2026-03-19', 'eid-al-fitr 2026-03-20 2026-03-22', 'eid-al-adha 2026-05-27 2026-05-30', 'summer 2026-07-01 2026-08-31',
  ]);
});

test('a season that reaches into a stretch is whole', () => {
  expect(seasonsIn({ from: '2026-01-02', to: '2026-01-03' })).toEqual([{ name: 'christmas', from: '2025-12-01', to: '2026-01-06' }]);
});

test('every season says where its days come from', () => {
  for (const name of SEASONS) expect(SEASON_RULES[name].source.length).toBeGreaterThan(20);
});

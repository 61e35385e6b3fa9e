import { describe, expect, test } from 'vitest';
import { leastSquares } from '../../../src/domain/statistics/least-squares.ts';
import { normalQuantile } from '../../../src/domain/statistics/normal-quantile.ts';
import { usualCourse } from '../../../src/domain/statistics/usual-course.ts';
import { seasonsIn } from '../../../src/domain/periods/season.ts';

// Thousands of passengers, Box and Jenkins 1976, series G: R's AirPassengers, 1949 and 1950.
const PASSENGERS = [112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140];

describe('least squares', () => {
  test('a trend and a wave of the year through the passengers of 1949 and 1950 are those of numpy.linalg.lstsq', () => {
    const rows = PASSENGERS.map((_, month) => [1, month, Math.cos((2 * Math.PI * month) / 12), Math.sin((2 * Math.PI * month) / 12)]);
    const found = leastSquares(rows, PASSENGERS.map(Math.log));
    [4.80563025, 0.0067714, -0.11733394, 0.02672888].forEach((value, index) => expect(found[index]).toBeCloseTo(value, 7));
  });

  test('a column that says what others say changes nothing', () => {
    const rows = [1, 2, 3, 4].map((x) => [1, x, 2 * x]);
    const [constant, ...slopes] = leastSquares(rows, [3, 5, 7, 9]);
    expect(constant).toBeCloseTo(1);
    expect(slopes[0]! + 2 * slopes[1]!).toBeCloseTo(2);
  });
});

test.each([[0.975, 1.95996398], [0.01, -2.32634787], [1 - 0.05 / 18, 2.77292129], [0.5, 0], [0.001, -3.09023231]])('the normal quantile of %f is that of scipy', (share, value) => {
  expect(normalQuantile(share)).toBeCloseTo(value, 7);
});

describe('the usual course', () => {
  const days = 3 * 365;
  const wave = (day: number) => Math.exp(0.4 * Math.cos((2 * Math.PI * day) / 365.25));

  test('a year that swings is expected to swing again', () => {
    const { expected, waves } = usualCourse({ from: '2023-01-01', values: Array.from({ length: days }, (_, day) => 100 * wave(day)) });
    expect(waves).toBeGreaterThan(0);
    for (const day of [10, 200, 400, 800]) expect(expected[day]! / (100 * wave(day))).toBeCloseTo(1, 1);
  });

  test('a new way of counting is a step, not a trend', () => {
    const { expected } = usualCourse({ from: '2023-01-01', values: Array.from({ length: days }, (_, day) => (day < 500 ? 100 : 300)) }, [], ['2024-05-15']);
    expect(expected[100]! / 100).toBeCloseTo(1, 1);
    expect(expected[900]! / 300).toBeCloseTo(1, 1);
  });

  test('Ramadan, which moves, is expected where it will be', () => {
    const seasons = seasonsIn({ from: '2023-01-01', to: '2025-12-30' });
    const fasting = new Set([[81, 109], [435, 464], [790, 818]].flatMap(([from, to]) => Array.from({ length: to! - from! + 1 }, (_, index) => from! + index)));
    const { expected } = usualCourse({ from: '2023-01-01', values: Array.from({ length: days }, (_, day) => (fasting.has(day) ? 200 : 100)) }, seasons);
    expect(expected[450]! / 200).toBeGreaterThan(0.9);
    expect(expected[500]! / 100).toBeLessThan(1.1);
  });

  test('of less than a year and a half nobody can say what is season and what is growth', () => {
    const short = usualCourse({ from: '2023-01-01', values: Array.from({ length: 400 }, (_, day) => 100 * wave(day)) });
    expect([short.seasonKnown, short.waves]).toEqual([false, 0]);
  });
});

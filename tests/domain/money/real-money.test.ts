import { describe, expect, test } from 'vitest';
import { atConstantPrices, latestMonth, TURKISH_PRICES } from '../../../src/domain/money/consumer-prices.ts';
import { euroOf, readRates } from '../../../src/domain/money/exchange-rates.ts';

describe('lira in real terms', () => {
  // Changes against the same month a year before, and since December, as the bulletins of TÜİK give them.
  test.each([
    ['2022-12', '2023-02', 10.0], ['2022-12', '2023-03', 12.52], ['2022-12', '2023-07', 31.14], ['2022-12', '2023-09', 49.86],
    ['2023-07', '2024-07', 61.78], ['2023-08', '2024-08', 51.97], ['2023-12', '2024-08', 31.94], ['2023-10', '2024-10', 48.58], ['2023-12', '2024-10', 39.77], ['2023-12', '2024-11', 42.91], ['2023-11', '2024-11', 47.09],
    ['2024-12', '2025-10', 28.63], ['2024-10', '2025-10', 32.87],
  ])('from %s to %s prices rose by %f %%', (month, base, percent) => {
    expect(Math.abs(atConstantPrices(100, month, base)! - 100 - percent)).toBeLessThan(0.03);
  });

  test('the same gifts a year later are a fall of 24.7 %', () => {
    expect(atConstantPrices(100, '2025-10', '2024-10')! - 100).toBeCloseTo(-24.7, 1);
  });

  test('a month whose prices are not published has no real value', () => {
    expect(latestMonth(TURKISH_PRICES)).toBe('2025-10');
    expect(atConstantPrices(100, '2026-10', '2025-10')).toBeUndefined();
  });
});

describe('euros at the rate of the gift’s day', () => {
  const file = 'Date,USD,TRY,\r\n2026-03-06,1.25,40,\r\n2026-03-05,1.2,N/A,\r\n';
  const read = readRates(file);
  const rates = 'rates' in read ? read.rates : new Map();

  test('the file of the European Central Bank is read', () => {
    expect(euroOf(5000, 'USD', '2026-03-05', rates)).toEqual({ amount: 5000 / 1.2, rate: 1.2, day: '2026-03-05' });
  });

  test('on a Sunday the rate of Friday holds, and it says so', () => {
    expect(euroOf(4000, 'TRY', '2026-03-08', rates)).toEqual({ amount: 100, rate: 40, day: '2026-03-06' });
  });

  test('without a rate there is no guess', () => {
    expect(euroOf(4000, 'TRY', '2026-03-05', rates)).toBeUndefined();
    expect(euroOf(4000, 'TRY', '2026-04-05', rates)).toBeUndefined();
    expect(euroOf(4000, 'EUR', '2020-01-01', rates)).toMatchObject({ amount: 4000, rate: 1 });
  });

  test.each([['Datum,USD\n2026-03-05,1.2', 1, 'header'], ['Date,USD\n05-03-2026,1.2', 2, 'day'], ['Date,USD\n2026-03-05,1.2\n2026-03-04,"1,2"', 3, 'rate'], ['Date,USD\n2026-03-05,0', 2, 'rate']])('a faulty file names its row: %s', (text, row, problem) => {
    expect(readRates(text)).toEqual({ row, problem });
  });
});

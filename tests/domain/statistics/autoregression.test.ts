import { describe, expect, test } from 'vitest';
import { autocorrelations } from '../../../src/domain/statistics/autocorrelation.ts';
import { autoregressionOf, innovationsOf, levinsonDurbin } from '../../../src/domain/statistics/autoregression.ts';

// Data sets of R's package “datasets”: luteinizing hormone in blood samples (Diggle 1990), and the level of Lake Huron in
// feet, 1875 to 1972 (Brockwell and Davis 1991). What R says of them is printed in the help of `ar` and `acf`; numpy and
// scipy (solve_toeplitz) give the same to eight digits.
const LH = [2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2.0, 1.9, 1.7, 2.2, 1.8, 3.2, 3.2, 2.7, 2.2, 2.2, 1.9, 1.9, 1.8, 2.7, 3.0, 2.3, 2.0, 2.0, 2.9, 2.9, 2.7, 2.7, 2.3, 2.6, 2.4, 1.8, 1.7, 1.5, 1.4, 2.1, 3.3, 3.5, 3.5, 3.1, 2.6, 2.1, 3.4, 3.0, 2.9];
const HURON = [580.38, 581.86, 580.97, 580.8, 579.79, 580.39, 580.42, 580.82, 581.4, 581.32, 581.44, 581.68, 581.17, 580.53, 580.01, 579.91, 579.14, 579.16, 579.55, 579.67, 578.44, 578.24, 579.1, 579.09, 579.35, 578.82, 579.32, 579.01, 579, 579.8, 579.83, 579.72, 579.89, 580.01, 579.37, 578.69, 578.19, 578.67, 579.55, 578.92, 578.09, 579.37, 580.13, 580.14, 579.51, 579.24, 578.66, 578.86, 578.05, 577.79, 576.75, 576.75, 577.82, 578.64, 580.58, 579.48, 577.38, 576.9, 576.94, 576.24, 576.84, 576.85, 576.9, 577.79, 578.18, 577.51, 577.23, 578.42, 579.61, 579.05, 579.26, 579.22, 579.38, 579.1, 577.95, 578.12, 579.75, 580.85, 580.41, 579.96, 579.61, 578.76, 578.18, 577.21, 577.13, 579.1, 578.25, 577.91, 576.89, 575.96, 576.8, 577.68, 578.38, 578.52, 579.74, 579.31, 579.89, 579.96];

const rounded = (values: readonly number[], digits: number) => values.map((value) => Number(value.toFixed(digits)));

describe('a series continues itself as R says', () => {
  test('autocorrelations of the hormone are those of acf(lh)', () => {
    expect(rounded(autocorrelations(LH, 3), 3)).toEqual([1, 0.576, 0.182, -0.145]);
  });

  test('ar(lh) has order 3 and these coefficients', () => {
    expect(rounded(autoregressionOf(LH).coefficients, 4)).toEqual([0.6534, -0.0636, -0.2269]);
  });

  test('ar(lh) has the innovation variance that R prints, which it corrects for the coefficients', () => {
    const { variance, coefficients } = autoregressionOf(LH);
    expect((variance * LH.length) / (LH.length - coefficients.length - 1)).toBeCloseTo(0.1959, 4);
  });

  test('ar(LakeHuron) has order 2 and these coefficients', () => {
    const { variance, coefficients } = autoregressionOf(HURON);
    expect(rounded(coefficients, 4)).toEqual([1.0538, -0.2668]);
    expect((variance * 98) / 95).toBeCloseTo(0.5075, 4);
  });

  test('the recursion solves the equations that it stands for', () => {
    const covariances = [4, 2.5, 1, 0.3, -0.2];
    const { coefficients } = levinsonDurbin(covariances, 4).at(-1)!;
    const left = [1, 2, 3, 4].map((lag) => coefficients.reduce((sum, value, index) => sum + value * covariances[Math.abs(lag - 1 - index)]!, 0));
    expect(rounded(left, 9)).toEqual(covariances.slice(1));
  });
});

describe('unknown values', () => {
  test('what is unknown leaves the values after it without an innovation, and no others', () => {
    const series = [1, 2, undefined, 4, 3, 5, 4];
    expect(innovationsOf(series, { coefficients: [0.5], variance: 1 }).map((value) => value === undefined)).toEqual([true, false, true, true, false, false, false]);
  });

  test('a series that is constant has nothing to continue', () => {
    expect(autoregressionOf([3, 3, 3, 3, 3, 3]).coefficients).toEqual([]);
    expect(autocorrelations([3, 3, 3], 2)).toEqual([1, 0, 0]);
  });
});

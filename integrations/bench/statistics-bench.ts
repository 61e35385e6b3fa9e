import { daysLater } from '../../src/domain/calendar-day.ts';
import { seasonsIn } from '../../src/domain/periods/season.ts';
import { eventStudy, placeboTest } from '../../src/domain/statistics/event-study.ts';
import { lagCorrelation } from '../../src/domain/statistics/lag-correlation.ts';
import { LEVEL } from '../../src/domain/statistics/verdict.ts';
import { madeWeeks, NATURES, type Made, type Nature } from './made-weeks.ts';
import { naiveCorrelation, naiveRatios, naiveTest } from './naive-statistics.ts';

/** Shares of runs. */
export interface StatisticsResult {
  bench: 'statistics';
  node: string;
  runs: number;
  /** Of unrelated series: how often “cannot tell” was said, by the event study and by the lag correlation, and how often the others claimed a link. */
  unrelated: { nature: string; study: number; studyNoSign: number; lags: number; lagsNoSign: number; naiveTest: number; naiveRatios: number; naiveCorrelation: number }[];
  /** How often a planted effect was found. */
  planted: { publications: number; effect: number; found: Record<string, number> }[];
  goals: { cannotTell: number; found: number };
}

/** What is asked of the method: in so many runs at least. */
const CANNOT_TELL = 0.93;
const FOUND = 0.75;
const WEEKS = 104;
const FIRST = '2024-01-01';
const seasons = seasonsIn({ from: FIRST, to: daysLater(FIRST, WEEKS * 7) });

/** Simulates figures of 104 weeks in which nothing, or a known effect, follows publications, and counts what is said of them. */
export async function benchStatistics(runs: number, say: (line: string) => void): Promise<StatisticsResult> {
  const times = (work: (seed: number) => boolean) => Array.from({ length: runs }, (_, run) => work(run)).filter(Boolean).length / runs;
  const unrelated = Object.entries(NATURES).map(([nature, about]) => {
    say(`Unrelated, ${nature} …`);
    const made = Array.from({ length: runs }, (_, run) => ({ one: madeWeeks(about, WEEKS, 12, 0, 2 * run + 1), other: madeWeeks(about, WEEKS, 0, 0, 2 * run + 2) }));
    const studies = made.map(({ one }) => eventStudy(seriesOf(one), publicationsOf(one), { seasons }).verdict);
    const lags = made.map(({ one, other }) => lagCorrelation(seriesOf(other), seriesOf(one), { seasons }).verdict);
    const share = (verdicts: readonly string[], verdict: string) => verdicts.filter((one) => one === verdict).length / runs;
    return {
      nature, study: share(studies, 'cannot-tell'), studyNoSign: share(studies, 'no-sign'), lags: share(lags, 'cannot-tell'), lagsNoSign: share(lags, 'no-sign'),
      naiveTest: times((run) => naiveTest(made[run]!.one.values, made[run]!.one.publications)),
      naiveRatios: times((run) => naiveRatios(made[run]!.one.values, made[run]!.one.publications)),
      naiveCorrelation: times((run) => naiveCorrelation(made[run]!.other.values, made[run]!.one.values)),
    };
  });
  const planted = [4, 12, 24].flatMap((publications) => [0.2, 0.3, 0.5, 1].map((effect) => {
    say(`Planted, +${100 * effect} % after ${publications} publications …`);
    return { publications, effect, found: Object.fromEntries(Object.entries(NATURES).map(([nature, about]) => [nature, times((run) => finds(about, publications, effect, run))])) };
  }));
  return { bench: 'statistics', node: process.version, runs, unrelated, planted, goals: { cannotTell: CANNOT_TELL, found: FOUND } };
}

/** Whether both goals are met: for every kind of series, and for +50 % with 12 publications. */
export function statisticsGood({ unrelated, planted, goals }: StatisticsResult): boolean {
  const half = planted.find(({ publications, effect }) => publications === 12 && effect === 0.5);
  return unrelated.every(({ study, lags }) => study >= goals.cannotTell && lags >= goals.cannotTell) && half !== undefined && Object.values(half.found).every((share) => share >= goals.found);
}

function finds(nature: Nature, publications: number, effect: number, run: number): boolean {
  const made = madeWeeks(nature, WEEKS, publications, effect, 1_000_000 + run);
  const { seen, chance } = placeboTest(seriesOf(made), publicationsOf(made), { seasons });
  return seen !== undefined && seen > 0 && chance <= LEVEL;
}

const seriesOf = ({ values }: Made) => ({ from: FIRST, values });
const publicationsOf = ({ publications }: Made) => publications.map((day) => ({ day: daysLater(FIRST, day), entity: 'story:press/invented' }));

/** The same for people. */
export function statisticsTableOf(result: StatisticsResult): string {
  const line = (...cells: string[]) => cells.map((cell, index) => (index === 0 ? cell.padEnd(26) : cell.padStart(18))).join('').trimEnd();
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const natures = Object.keys(NATURES);
  return [
    `${result.runs} runs each; ${WEEKS} weeks, about 40 a week, over-dispersed; Node ${result.node}.`, '',
    'Nothing is there. “Cannot tell” is right; goal: at least 93 %.',
    line('', 'event study', 'no sign', 'lag correlation', 'no sign'),
    ...result.unrelated.map(({ nature, study, studyNoSign, lags, lagsNoSign }) => line(nature, percent(study), percent(studyNoSign), percent(lags), percent(lagsNoSign))), '',
    'Nothing is there, and other methods claim a link all the same:',
    line('', 'z-test, counts', 'z-test, ratios', 'plain correlation'),
    ...result.unrelated.map(({ nature, ...row }) => line(nature, percent(row.naiveTest), percent(row.naiveRatios), percent(row.naiveCorrelation))), '',
    'An effect was planted, and the event study found it; goal: at least 75 % for +50 % after 12 publications.',
    line('', ...natures),
    ...result.planted.map(({ publications, effect, found }) => line(`${publications} publications, +${100 * effect} %`, ...natures.map((nature) => percent(found[nature]!)))), '',
    statisticsGood(result) ? 'Both goals are met.' : 'A goal is missed, which is a mistake in Rostrum.',
  ].join('\n');
}

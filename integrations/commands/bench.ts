import { Refusal } from '../refusal.ts';
import { readArguments } from './arguments.ts';

const HELP = `npm run bench -- build                  builds 1,000 texts with Rostrum, plain Astro, Eleventy and Starlight
npm run bench -- build --stories 200    as many as that
npm run bench -- build --runs 1         one run each instead of three
npm run bench -- share                  draws 200 share images with Rostrum, satori with resvg-js and astro-og-canvas; --pictures 50
npm run bench -- sign                   signs 20,000 times at Rostrum and at a bare Fastify with SQLite; --signatures 5000, --runs 1
npm run bench -- ledger                 signs, and enters 1,000,000 answers of a form, without web server or Google; --responses 50000
npm run bench -- sync                   reads 1,000,000 answers of a form from a stand-in for Google; --responses 50000
npm run bench -- refresh                reads 1,000,000 figures of Search Console from a stand-in into the history; --figures 50000
npm run bench -- signatures             signs 100,000 times while servers are killed and a fifth of everything fails, and looks what became of each;
                                        with DATABASE_URL on PostgreSQL and two servers; --signatures 5000, --minutes 20
npm run bench -- statistics             simulates unrelated figures and planted effects, and counts the verdicts, 1,000 runs each; --runs 100
npm run bench -- history                fills a store with 10,000,000 figures, asks what the overview asks and writes 1,000,000 more;
                                        with DATABASE_URL in that empty database; --figures 100000

Each takes --json, which prints the outcome as JSON.`;

const OPTIONS = {
  json: { type: 'boolean' }, stories: { type: 'string', default: '1000' }, runs: { type: 'string' }, pictures: { type: 'string', default: '200' },
  signatures: { type: 'string' }, responses: { type: 'string', default: '1000000' }, figures: { type: 'string' }, minutes: { type: 'string', default: '60' },
} as const;
type Values = { [name in keyof typeof OPTIONS]?: string | boolean | undefined };

/** What a benchmark found: as data, as a table, and whether all is as it has to be. */
interface Outcome {
  result: unknown;
  table: string;
  good: boolean;
}

const say = (line: string) => console.error(line);

// Loaded when asked for: each brings what it measures with it.
const BENCHES: Record<string, (values: Values) => Promise<Outcome>> = {
  async build(values) {
    const [{ raceBuilds }, { resultOf, tableOf }] = await Promise.all([import('../bench/build-race.ts'), import('../bench/race-result.ts')]);
    const result = resultOf(await raceBuilds(wholeNumber('stories', values.stories, 20_000), wholeNumber('runs', values.runs ?? '3', 50), say));
    return { result, table: tableOf(result), good: true };
  },
  async share(values) {
    const [{ raceShareImages }, { shareResultOf, shareTableOf }] = await Promise.all([import('../bench/share-race.ts'), import('../bench/share-result.ts')]);
    const result = shareResultOf(await raceShareImages(wholeNumber('pictures', values.pictures, 10_000), say));
    return { result, table: shareTableOf(result), good: true };
  },
  async sign(values) {
    const [{ raceSigning }, { signResultOf, signTableOf }] = await Promise.all([import('../bench/sign-race.ts'), import('../bench/sign-result.ts')]);
    const result = signResultOf(await raceSigning(wholeNumber('signatures', values.signatures ?? '20000', 1_000_000), wholeNumber('runs', values.runs ?? '3', 50), say));
    return { result, table: signTableOf(result), good: true };
  },
  async ledger(values) {
    const { benchLedger, ledgerTableOf } = await import('../bench/ledger-bench.ts');
    const result = await benchLedger(wholeNumber('responses', values.responses, 10_000_000), say);
    return { result, table: ledgerTableOf(result), good: result.exact };
  },
  async sync(values) {
    const { benchSync, syncTableOf } = await import('../bench/sync-bench.ts');
    const result = await benchSync(wholeNumber('responses', values.responses, 10_000_000), say);
    return { result, table: syncTableOf(result), good: true };
  },
  async statistics(values) {
    const { benchStatistics, statisticsGood, statisticsTableOf } = await import('../bench/statistics-bench.ts');
    const result = await benchStatistics(wholeNumber('runs', values.runs ?? '1000', 10_000), say);
    return { result, table: statisticsTableOf(result), good: statisticsGood(result) };
  },
  async history(values) {
    const { benchHistory, historyTableOf } = await import('../bench/history-bench.ts');
    const result = await benchHistory(wholeNumber('figures', values.figures ?? '10000000', 100_000_000), process.env['DATABASE_URL'], say);
    return { result, table: historyTableOf(result), good: true };
  },
  async refresh(values) {
    const { benchRefresh, refreshTableOf } = await import('../bench/refresh-bench.ts');
    const result = await benchRefresh(wholeNumber('figures', values.figures ?? '1000000', 10_000_000), say);
    return { result, table: refreshTableOf(result), good: result.again.added + result.again.changed === 0 };
  },
  async signatures(values) {
    const { runSignatures, signatureTableOf } = await import('../bench/signature-run.ts');
    const result = await runSignatures(wholeNumber('signatures', values.signatures ?? '100000', 1_000_000), wholeNumber('minutes', values.minutes, 240), process.env['DATABASE_URL'], say);
    return { result, table: signatureTableOf(result), good: result.lost + result.twice + result.difference + result.countedUnseen === 0 };
  },
};

/** `npm run bench -- <name>`: measures, and prints medians and ratios. Exit 1 when what must be exact is not, 2 for bad input. */
export async function bench(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [name = 'build', ...more] = positionals;
  const run = Object.hasOwn(BENCHES, name) && more.length === 0 && BENCHES[name];
  if (!run) throw new Refusal(`There is no benchmark “${positionals.join(' ')}”. There are: ${Object.keys(BENCHES).join(', ')}.`, 2);
  const { result, table, good } = await run(values);
  console.log(values.json ? JSON.stringify(result) : `\n${table}`);
  return good ? 0 : 1;
}

function wholeNumber(option: string, written: string | boolean | undefined, most: number): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new Refusal(`--${option} is “${String(written)}”; write a whole number from 1 to ${most}.`, 2);
  return number;
}

import { Refusal } from '../refusal.ts';
import { raceBuilds } from '../bench/build-race.ts';
import { resultOf, tableOf } from '../bench/race-result.ts';
import { raceShareImages } from '../bench/share-race.ts';
import { shareResultOf, shareTableOf } from '../bench/share-result.ts';
import { raceSigning } from '../bench/sign-race.ts';
import { signResultOf, signTableOf } from '../bench/sign-result.ts';
import { runSignatures, signatureTableOf } from '../bench/signature-run.ts';
import { readArguments } from './arguments.ts';

const HELP = `npm run bench -- build                  builds 1,000 texts with Rostrum, plain Astro, Eleventy and Starlight
npm run bench -- build --stories 200    fewer texts
npm run bench -- build --runs 1         one run each instead of three
npm run bench -- build --json           the outcome as JSON
npm run bench -- share                  draws 200 share images with Rostrum, satori with resvg-js and astro-og-canvas; --json, --pictures 50
npm run bench -- sign                   signs 20,000 times at Rostrum and at a bare Fastify with SQLite; --json, --signatures 5000, --runs 1
npm run bench -- signatures             signs 100,000 times while servers are killed and a fifth of everything fails, and looks what became of each;
                                        with DATABASE_URL on PostgreSQL and two servers; --json, --signatures 5000, --minutes 20`;

/** `npm run bench -- <name>`: measures, and prints medians and ratios. */
export async function bench(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { json: { type: 'boolean' }, stories: { type: 'string', default: '1000' }, runs: { type: 'string', default: '3' }, pictures: { type: 'string', default: '200' }, signatures: { type: 'string' }, minutes: { type: 'string', default: '20' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [name = ''] = positionals;
  if (name === 'share' && positionals.length === 1) {
    const result = shareResultOf(await raceShareImages(wholeNumber('pictures', values.pictures, 5000), (line) => console.error(line)));
    console.log(values.json ? JSON.stringify(result) : `\n${shareTableOf(result)}`);
    return 0;
  }
  if (name === 'sign' && positionals.length === 1) {
    const result = signResultOf(await raceSigning(wholeNumber('signatures', values.signatures ?? '20000', 1_000_000), wholeNumber('runs', values.runs, 50), (line) => console.error(line)));
    console.log(values.json ? JSON.stringify(result) : `\n${signTableOf(result)}`);
    return 0;
  }
  if (name === 'signatures' && positionals.length === 1) {
    const run = await runSignatures(wholeNumber('signatures', values.signatures ?? '100000', 1_000_000), wholeNumber('minutes', values.minutes, 240), process.env['DATABASE_URL'], (line) => console.error(line));
    console.log(values.json ? JSON.stringify(run) : `\n${signatureTableOf(run)}`);
    return run.lost + run.twice + run.difference + run.countedUnseen === 0 ? 0 : 1;
  }
  if (name !== 'build' || positionals.length > 1) throw new Refusal(`There is no benchmark “${positionals.join(' ')}”. There are: build, share, sign, signatures.`, 2);
  const race = await raceBuilds(wholeNumber('stories', values.stories, 20_000), wholeNumber('runs', values.runs, 50), (line) => console.error(line));
  const result = resultOf(race);
  console.log(values.json ? JSON.stringify(result) : `\n${tableOf(result)}`);
  return 0;
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new Refusal(`--${name} is “${text}”; write a whole number from 1 to ${most}.`, 2);
  return number;
}

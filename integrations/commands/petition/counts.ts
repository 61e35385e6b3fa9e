import type { Counts, Ledger, Tally } from '../../store/ledger.ts';
import { readArguments } from '../arguments.ts';
import { atDesk, chosen, openDesk, slugsOf, type OpenDesk } from './desk.ts';

const HELP = `npm run petition -- counts             signatures of every petition by state, counted twice
npm run petition -- counts <slug>      of one petition
npm run petition -- counts --json      as JSON

“difference” is that between the counter and a recount of every signature; exit 1 unless it is 0.`;

/** A petition's totals, as `--json` prints them. */
interface Recounted extends Counts {
  difference: number;
}

/** `npm run petition -- counts [slug]`. */
export async function counts(args: string[], open: OpenDesk = openDesk): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { json: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  return atDesk(open, async (desk) => {
    const one = positionals.length > 0;
    const slugs = one ? [await chosen(desk, positionals[0], HELP)] : await slugsOf(desk);
    const recounted: Recounted[] = [];
    for (const slug of slugs) recounted.push(await recount(desk.ledger, slug));
    if (values.json) console.log(JSON.stringify(one ? recounted[0] : recounted));
    else console.log(recounted.length > 0 ? recounted.map(linesOf).join('\n\n') : 'There is no petition yet.');
    return recounted.every(({ difference }) => difference === 0) ? 0 : 1;
  });
}

/** How often is counted anew because somebody signed between the two counts. */
const TRIES = 50;

async function recount(ledger: Ledger, slug: string): Promise<Recounted> {
  for (let tries = 1; ; tries++) {
    const counter = await ledger.counts(slug);
    const difference = between(counter, await ledger.recount(slug));
    // Only a counter that stood still meanwhile can be wrong.
    if (difference === 0 || tries === TRIES || between(counter, await ledger.counts(slug)) === 0) return { petition: slug, states: counter.states, relay: counter.relay, difference };
  }
}

const between = (one: Counts, other: Counts): number => apart(one.states, other.states) + apart(one.relay, other.relay);

function apart<State extends string>(one: Tally<State>, other: Tally<State>): number {
  return (Object.keys(one) as State[]).reduce((sum, state) => sum + Math.abs(one[state] - other[state]), 0);
}

function linesOf({ petition, states, relay, difference }: Recounted): string {
  const rows = (tally: Tally<string>) => Object.entries(tally).filter(([state, count]) => count > 0 && state !== 'none').map(([state, count]) => `  ${state.padEnd(10)} ${count}`);
  const toForm = rows(relay);
  return [petition, ...(states.valid > 0 ? [] : ['  valid      0']), ...rows(states), ...(toForm.length > 0 ? ['  on the way to the form:', ...toForm.map((row) => `  ${row}`)] : []), `  difference ${difference}`].join('\n');
}

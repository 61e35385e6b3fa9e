import { nearest } from '../../../src/domain/fault.ts';
import { readInstant } from '../../../src/domain/instant.ts';
import { SIGNATURE_STATES, type SignatureState } from '../../../src/domain/signature.ts';
import { REASONS } from '../../../src/domain/suspicion.ts';
import { TOO_LATE } from '../../petitions/form-answer.ts';
import { Refusal } from '../../refusal.ts';
import type { Ledger } from '../../store/ledger.ts';
import type { Reviewed, ReviewFilter, ReviewPreview } from '../../store/reviewed.ts';
import { readArguments } from '../arguments.ts';
import { atDesk, chosen, openDesk, type OpenDesk } from './desk.ts';

const HELP = `npm run petition -- review <slug>                  suspicious signatures by reason, score and hour
npm run petition -- review <slug> --reason burst --score 60 --from 2026-11-23T10:00 --to 2026-11-23T11:00
npm run petition -- review <slug> … --set valid    counts all that fit; also invalid or suspect
npm run petition -- review <slug> --undo 3         takes review 3 back

Without --state, suspect signatures are meant. Reasons: ${REASONS.join(', ')}.`;

/** Of answers that came straight by the form, without what the page would have asked for again, or after it had closed. */
const LACKING = [...['name', 'email', 'consent'].flatMap((field) => ['missing', 'invalid', 'long'].map((fault) => `${field}-${fault}`)), TOO_LATE];

const SETTABLE = ['valid', 'invalid', 'suspect'] as const;

/** `npm run petition -- review <slug>`: always a preview first; nothing changes without `--set`. No name is shown. */
export async function review(args: string[], open: OpenDesk = openDesk): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { state: text, reason: text, score: text, from: text, to: text, set: text, undo: text } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const to = values.set === undefined ? undefined : choose('--set', values.set, SETTABLE);
  return atDesk(open, async (desk) => {
    const { ledger, timeZone } = desk;
    const petition = await chosen(desk, positionals[0], HELP);
    if (values.undo !== undefined) {
      const wanted = number('--undo', values.undo);
      const made = await ledger.reviews(petition);
      if (!made.some(({ review: known }) => known === wanted)) throw new Refusal(`${petition} has no review ${wanted}. ${listOf(made, timeZone)}`, 2);
      const back = await ledger.undoReview(petition, wanted);
      console.log(`${back} ${back === 1 ? 'signature is' : 'signatures are'} again what ${back === 1 ? 'it was' : 'they were'} before review ${values.undo}.`);
      return 0;
    }
    const filter: ReviewFilter = {
      petition, states: [choose('--state', values.state ?? 'suspect', SIGNATURE_STATES)], reason: knownReason(values.reason),
      leastScore: values.score === undefined ? undefined : number('--score', values.score), from: moment('--from', values.from, timeZone), to: moment('--to', values.to, timeZone),
    };
    const { total, hours } = await ledger.preview(filter);
    if (total === 0) console.log('No signature fits.');
    else console.log(await linesOf(ledger, filter, { total, hours }, timeZone));
    if (to === undefined || total === 0) return 0;
    const { review: mark, changed } = await ledger.review(filter, to, Date.parse(desk.now));
    console.log(`\n${changed} ${changed === 1 ? 'is' : 'are'} now ${to}. “npm run petition -- review ${petition} --undo ${mark}” takes this back.`);
    return 0;
  });
}

function listOf(made: readonly Reviewed[], timeZone: string): string {
  if (made.length === 0) return 'None was made of it yet.';
  const clock = clockOf(timeZone);
  return ['There are:', ...made.map(({ review: mark, at, to, changed, undone }) => `  ${clock.format(at)}  ${changed} to ${to}${undone ? ', taken back' : ''}: ${mark}`)].join('\n');
}

const clockOf = (timeZone: string) => new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });

async function linesOf(ledger: Ledger, filter: ReviewFilter, { total, hours }: Pick<ReviewPreview, 'total' | 'hours'>, timeZone: string): Promise<string> {
  const lines = [`${total} ${total === 1 ? 'signature fits' : 'signatures fit'}.`];
  const row = (label: string, count: number) => count > 0 && lines.push(`  ${label.padEnd(24)}${count}`);
  // Whoever asked for one reason wants to see what would be changed, and nothing else.
  for (const reason of filter.reason === undefined ? [...LACKING, ...REASONS] : []) row(reason, (await ledger.preview({ ...filter, reason })).total);
  for (const least of [50, 75, 100]) row(`score ${least} and more`, (await ledger.preview({ ...filter, leastScore: Math.max(least, filter.leastScore ?? 0) })).total);
  const clock = clockOf(timeZone);
  // The busiest hours tell a burst; a year of quiet ones tells nothing.
  const busiest = [...hours].sort(([, a], [, b]) => b - a).slice(0, 12).sort(([a], [b]) => a - b);
  for (const [hour, count] of busiest) row(clock.format(hour), count);
  return lines.join('\n');
}

function choose<T extends SignatureState>(option: string, written: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === written);
  if (choice === undefined) throw new Refusal(`${option} is “${written}”; there are: ${choices.join(', ')}.`, 2);
  return choice;
}

/** Reasons of earlier versions may stand in the ledger, so a word that resembles none of ours is looked for as it is. */
function knownReason(written: string | undefined): string | undefined {
  const similar = written === undefined || [...LACKING, ...REASONS].includes(written) ? undefined : nearest(written, REASONS);
  if (similar) throw new Refusal(`--reason is “${written}”; did you mean ${similar}?`, 2);
  return written;
}

function number(option: string, written: string): number {
  if (!/^\d{1,15}$/.test(written)) throw new Refusal(`${option} is “${written}”; it needs a whole number.`, 2);
  return Number(written);
}

function moment(option: string, written: string | undefined, timeZone: string): number | undefined {
  if (written === undefined) return undefined;
  const instant = readInstant(/^\d{4}-\d{2}-\d{2}$/.test(written) ? `${written}T00:00` : written, timeZone);
  if (instant === undefined) throw new Refusal(`${option} is “${written}”, which is no moment. Write it like 2026-11-23T10:00.`, 2);
  return Date.parse(instant);
}

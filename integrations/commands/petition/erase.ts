import { readMailAddress } from '../../../src/domain/mail-address.ts';
import { keyedHashes } from '../../../src/server/keyed-hash.ts';
import { Refusal } from '../../refusal.ts';
import type { AtForm } from '../../store/at-form.ts';
import type { LedgerRow } from '../../store/ledger.ts';
import { readArguments } from '../arguments.ts';
import { atDesk, chosen, openDesk, type OpenDesk } from './desk.ts';

const HELP = `npm run petition -- erase <slug> --email <address>         shows what is kept of a person
npm run petition -- erase <slug> --email <address> --yes   removes it
npm run petition -- erase <slug> --left                    answers of removed people that still stand at the form

Make sure that it is the person who asks: write to the address, and wait for the answer. Everybody who signed with the address is meant.`;

/** `npm run petition -- erase <slug> --email <address>`: what a person asks for by GDPR Art. 15 and 17. The one task that shows names. */
export async function erase(args: string[], open: OpenDesk = openDesk): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { email: { type: 'string' }, yes: { type: 'boolean' }, left: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (values.left) return tellLeft(positionals[0], open);
  const { email } = values;
  if (email === undefined) throw new Refusal(`Say whom: --email and the address.\n\n${HELP}`, 2);
  if (!readMailAddress(email)) throw new Refusal('What stands after --email is no e-mail address. Write it like amina@example.org.', 2);
  return atDesk(open, async (desk) => {
    const slug = await chosen(desk, positionals[0], HELP);
    const person = keyedHashes(await desk.ledger.secret()).person(slug, email);
    const kept = await desk.ledger.ofPerson(slug, person);
    if (kept.length === 0) {
      console.log(`Nothing is kept of this address for ${slug}.`);
      return 0;
    }
    if (!values.yes) {
      console.log(`${kept.map(linesOf).join('\n\n')}\n\nNothing was removed. With --yes it is.`);
      return 0;
    }
    const { erased, responses, onTheWay } = await desk.ledger.erase(slug, person);
    console.log(`${erased} ${erased === 1 ? 'signature was' : 'signatures were'} removed from ${slug}.`);
    tellByHand(responses);
    if (onTheWay > 0) console.log(`${onTheWay === 1 ? 'One was' : `${onTheWay} were`} on the way to the form and may still appear there. After the next sync, run “npm run petition -- erase ${slug} --left”.`);
    return 0;
  });
}

/** What was passed on just before it was removed, or not deleted yet, is seen at the form by the next sync. */
function tellLeft(named: string | undefined, open: OpenDesk): Promise<number> {
  return atDesk(open, async (desk) => {
    const slug = await chosen(desk, named, HELP);
    const left = await desk.ledger.leftAtForm(slug);
    if (left.length === 0) console.log(`As far as is known, the form of ${slug} has nothing left of anybody who was removed.`);
    tellByHand(left);
    return 0;
  });
}

function tellByHand(responses: readonly AtForm[]): void {
  if (responses.length === 0) return;
  console.log(`Google keeps a copy that no program can delete. Open the form’s answers one by one (“Responses”, “Individual”) and delete ${responses.length === 1 ? 'this one' : 'these'}:\n${responses.map(({ response, form }) => `  ${response}${form && ` (form ${form})`}`).join('\n')}`);
}

function linesOf({ name, email, place, country, comment, updates, lang, signedAt, state, origin, responses }: LedgerRow): string {
  const fields = { name, email, place, country, comment, updates: updates ? 'yes' : 'no', language: lang, signed: new Date(signedAt).toISOString(), state, 'came by': origin, 'answers at the form': responses.join(', ') };
  return Object.entries(fields).filter(([, value]) => value !== '').map(([field, value]) => `  ${`${field}:`.padEnd(21)}${value}`).join('\n');
}

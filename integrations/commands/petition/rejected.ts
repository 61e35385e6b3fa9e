import { Refusal } from '../../refusal.ts';
import { readArguments } from '../arguments.ts';
import { atDesk, chosen, openDesk, type OpenDesk } from './desk.ts';

const HELP = `npm run petition -- rejected <slug>            signatures that the form does not take, by reason
npm run petition -- rejected <slug> --retry    sends them once more, when the form was mended

They count all the same: the ledger has them, only the form has not. Nobody’s name is shown.`;

/** So many refs are shown of each reason. */
const SHOWN = 5;

/** `npm run petition -- rejected <slug>`: what waits for a person on its way to the form, and why. */
export async function rejected(args: string[], open: OpenDesk = openDesk): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { retry: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (positionals.length > 1) throw new Refusal(`Say one petition.\n\n${HELP}`, 2);
  return atDesk(open, async ({ ledger, ...desk }) => {
    const slug = await chosen({ ...desk, ledger }, positionals[0], HELP);
    if (values.retry) {
      const again = await ledger.retryRejected(slug, Date.parse(desk.now));
      console.log(`${slug}: ${again} ${again === 1 ? 'signature waits' : 'signatures wait'} for the form again.`);
      return 0;
    }
    const byReason = Map.groupBy(await ledger.rejected(slug), ({ reason }) => reason);
    for (const [reason, found] of byReason) {
      console.log(`${found.length} ${found.length === 1 ? 'signature' : 'signatures'}: ${reason}`);
      for (const { ref, attempts } of found.slice(0, SHOWN)) console.log(`  ${ref}, tried ${attempts === 1 ? 'once' : `${attempts} times`}`);
      if (found.length > SHOWN) console.log(`  and ${found.length - SHOWN} more`);
    }
    console.log(byReason.size === 0 ? `The form of ${slug} has rejected nothing.` : `“npm run petition -- doctor ${slug}” looks at the form; “npm run petition -- rejected ${slug} --retry” sends them once more.`);
    return 0;
  });
}

import { Refusal } from '../../refusal.ts';
import { safePlace } from '../../petitions/safe-place.ts';
import { writeHistoryFile } from '../../store/history-file.ts';
import { readArguments } from '../arguments.ts';
import { atHistory, openHistoryDesk, type OpenHistoryDesk } from './history-desk.ts';

const HELP = `npm run figures -- export <file.ndjson>     writes every figure, gift and mention that is known into a new file, as a copy to keep

It holds nothing about who gave, signed or volunteered. “npm run figures -- restore <file.ndjson>” takes it in again.`;

/** `npm run figures -- export <file.ndjson>`. */
export async function exportHistory(args: string[], open: OpenHistoryDesk = openHistoryDesk): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: {} });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refusal(`Say into which file.\n\n${HELP}`, 2);
  return atHistory(open, async ({ history, root }) => {
    const lines = await writeHistoryFile(history, await safePlace(file, root));
    console.log(`${file}: ${lines} lines written.`);
    return 0;
  });
}

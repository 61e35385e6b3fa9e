import { Refusal } from '../../refusal.ts';
import { readHistoryFile } from '../../store/history-file.ts';
import { readArguments } from '../arguments.ts';
import { atHistory, openHistoryDesk, type OpenHistoryDesk } from './history-desk.ts';

const HELP = `npm run figures -- restore <file.ndjson>     takes in a copy that “npm run figures -- export” wrote

What is there already stays; the same copy again changes nothing. When a line is at fault it is named, and what stood before it is kept.`;

/** `npm run figures -- restore <file.ndjson>`. */
export async function restoreHistory(args: string[], open: OpenHistoryDesk = openHistoryDesk): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: {} });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refusal(`Say which file.\n\n${HELP}`, 2);
  return atHistory(open, async ({ history, now }) => {
    const { added, revised, same } = await readHistoryFile(history, file, Date.parse(now));
    console.log(`${file}: ${added} new, ${revised} changed, ${same} known from before.`);
    return 0;
  });
}

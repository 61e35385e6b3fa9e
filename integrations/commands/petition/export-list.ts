import { open as openFile, rm } from 'node:fs/promises';
import { dayIn } from '../../../src/domain/instant.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../petitions/csv.ts';
import { safePlace } from '../../petitions/safe-place.ts';
import { Refusal } from '../../refusal.ts';
import type { LedgerRow } from '../../store/ledger.ts';
import { readArguments } from '../arguments.ts';
import { atDesk, chosen, openDesk, type OpenDesk } from './desk.ts';

const COLUMNS = ['name', 'place', 'country', 'comment', 'email', 'language', 'updates', 'signed'] as const;
type Column = (typeof COLUMNS)[number];

/** Enough for a target to look through; addresses are nobody's business there. */
const USUAL: Column[] = ['name', 'place', 'country', 'signed'];

/** What a newsletter needs. */
const NEWS: Column[] = ['name', 'email', 'language'];

const HELP = `npm run petition -- export <slug> <file.csv>                        ${USUAL.join(', ')} of every valid signature
npm run petition -- export <slug> <file.csv> --updates              ${NEWS.join(', ')} of those who want news, and of nobody else
npm run petition -- export <slug> <file.csv> --columns name,email   other columns: ${COLUMNS.join(', ')}

The file holds names of people and what they think: only you may read it, and it is refused wherever it could be published.`;

/** `npm run petition -- export <slug> <file.csv>`: for the delivery to the target, or for news to those who agreed to it. Only counted signatures, in the order of signing, days instead of hours. */
export async function exportList(args: string[], open: OpenDesk = openDesk): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { columns: { type: 'string' }, updates: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [slug, file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refusal(`Say which petition, and which file to write.\n\n${HELP}`, 2);
  const columns = (values.columns?.split(',') ?? (values.updates ? NEWS : USUAL)).map((written) => {
    const column = COLUMNS.find((one) => one === written.trim());
    if (column === undefined) throw new Refusal(`--columns has “${written.trim()}”; there are: ${COLUMNS.join(', ')}.`, 2);
    return column;
  });
  return atDesk(open, async (desk) => {
    const petition = await chosen(desk, slug, HELP);
    const path = await safePlace(file, desk.root);
    // For nobody but the person who runs this, from the first byte on.
    const list = await openFile(path, 'wx', 0o600);
    let written = 0;
    try {
      await list.write(BYTE_ORDER_MARK + csvLine(columns));
      let lines = '';
      for await (const row of desk.ledger.rows(petition)) {
        if (values.updates && !row.updates) continue;
        const cells = cellsOf(row, desk.timeZone);
        lines += csvLine(columns.map((column) => cells[column]));
        written++;
        if (lines.length < 65_536) continue;
        await list.write(lines);
        lines = '';
      }
      await list.write(lines);
    } catch (error) {
      // Half a list looks like a whole one.
      await rm(path, { force: true });
      throw error;
    } finally {
      await list.close();
    }
    const one = written === 1;
    const what = values.updates ? `${one ? 'person' : 'people'} who signed ${petition} and ${one ? 'wants' : 'want'} news` : `valid ${one ? 'signature' : 'signatures'} of ${petition}`;
    console.log(`${written} ${what}: ${file}\nDelete the file when it has been handed over.`);
    return 0;
  });
}

function cellsOf({ name, place, country, comment, email, lang, updates, signedAt }: LedgerRow, timeZone: string): Record<Column, string> {
  return { name, place, country, comment, email, language: lang, updates: updates ? 'yes' : 'no', signed: dayIn(timeZone, new Date(signedAt).toISOString()) };
}

import { nearest } from '../../src/domain/fault.ts';
import { Refusal } from '../refusal.ts';
import { StoreFault } from '../store/ledger.ts';
import type { Command } from './run.ts';

/** What can be done about figures: the file below `figures/`, what it hands out, and a line of help. */
const TASKS: Record<string, { file: string; command: string; help: string }> = {
  import: { file: 'import-figures', command: 'importFigures', help: 'import <file> --source <name>    takes over gifts, volunteers and applications from a list or a bank statement' },
  export: { file: 'export-history', command: 'exportHistory', help: 'export <file.ndjson>             writes down everything that is known, as a copy to keep' },
  restore: { file: 'restore-history', command: 'restoreHistory', help: 'restore <file.ndjson>            takes such a copy in again' },
};

const HELP = `npm run figures -- <task>, each with --help\n\n${Object.values(TASKS).map(({ help }) => `  ${help}`).join('\n')}`;

/** `npm run figures -- <task>`: figures that come as files. What the store cannot do is told in a sentence, exit code 2. */
export async function figures([task = '', ...args]: string[]): Promise<number> {
  if (['', '--help', '-h'].includes(task)) {
    console.log(HELP);
    return task === '' ? 2 : 0;
  }
  if (!Object.hasOwn(TASKS, task)) {
    const similar = nearest(task, Object.keys(TASKS));
    throw new Refusal(`There is no task “${task}”${similar ? `; did you mean ${similar}?` : '.'}\n\n${HELP}`, 2);
  }
  const { file, command } = TASKS[task]!;
  const { [command]: run } = (await import(`./figures/${file}.ts`)) as Record<string, Command>;
  try {
    return await run!(args);
  } catch (error) {
    if (error instanceof StoreFault) throw new Refusal(error.message, 2);
    throw error;
  }
}

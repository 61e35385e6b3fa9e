import { nearest } from '../../src/domain/fault.ts';
import { Refusal } from '../refusal.ts';
import { StoreFault } from '../store/ledger.ts';
import type { Command } from './run.ts';

/** What can be done about petitions: the file below `petition/`, what it hands out, and a line of help. */
const TASKS: Record<string, { file: string; command: string; help: string }> = {
  doctor: { file: 'doctor', command: 'doctor', help: 'doctor [slug]                         checks form, questions, publication and confirmation' },
  create: { file: 'create', command: 'create', help: 'create <slug>                         makes, fills and publishes the Google Form' },
  connect: { file: 'connect', command: 'connect', help: 'connect <slug> <address|page.html>    reads a public form that is there already' },
  import: { file: 'import-list', command: 'importList', help: 'import <slug> <file.csv|file.xlsx>    takes over signatures from Microsoft Forms or any list' },
  counts: { file: 'counts', command: 'counts', help: 'counts [slug] [--json]                signatures by state, counted twice' },
  review: { file: 'review', command: 'review', help: 'review <slug>                         looks through suspicious signatures, and takes a review back' },
  rejected: { file: 'rejected', command: 'rejected', help: 'rejected <slug> [--retry]             signatures that the form does not take, and why' },
  export: { file: 'export-list', command: 'exportList', help: 'export <slug> <file.csv>              valid signatures, for the delivery to the target' },
  erase: { file: 'erase', command: 'erase', help: 'erase <slug> --email <address>        removes a person who asks for it' },
  anonymise: { file: 'anonymise', command: 'anonymise', help: 'anonymise [slug] [--dry-run]          removes names and addresses when their time has come' },
};

const HELP = `npm run petition -- <task>, each with --help\n\n${Object.values(TASKS).map(({ help }) => `  ${help}`).join('\n')}`;

/** `npm run petition -- <task>`: everything about petitions besides writing them. What the store cannot do is told in a sentence, exit code 2. */
export async function petition([task = '', ...args]: string[]): Promise<number> {
  if (['', '--help', '-h'].includes(task)) {
    console.log(HELP);
    return task === '' ? 2 : 0;
  }
  if (!Object.hasOwn(TASKS, task)) {
    const similar = nearest(task, Object.keys(TASKS));
    throw new Refusal(`There is no task “${task}”${similar ? `; did you mean ${similar}?` : '.'}\n\n${HELP}`, 2);
  }
  const { file, command } = TASKS[task]!;
  const { [command]: run } = (await import(`./petition/${file}.ts`)) as Record<string, Command>;
  try {
    return await run!(args);
  } catch (error) {
    if (error instanceof StoreFault) throw new Refusal(error.message, 2);
    throw error;
  }
}

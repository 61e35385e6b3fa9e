import { nearest } from '../../src/domain/fault.ts';
import { Refusal } from '../refusal.ts';
import { StoreFault } from '../store/ledger.ts';
import type { Command } from './run.ts';

/** A task of a command: loads it when it is asked for, and its line of help. */
export interface Task {
  load(): Promise<Command>;
  help: string;
}

/**
 * A command that only leads to its tasks, `npm run <name> -- <task>`, each with `--help`. What the store cannot do is told
 * in a sentence, exit code 2.
 */
export function taskList(name: string, tasks: Readonly<Record<string, Task>>, print: (line: string) => void = (line) => console.log(line)): Command {
  const help = `npm run ${name} -- <task>, each with --help\n\n${Object.values(tasks).map((task) => `  ${task.help}`).join('\n')}`;
  return async ([said = '', ...args]) => {
    if (['', '--help', '-h'].includes(said)) {
      print(help);
      return said === '' ? 2 : 0;
    }
    if (!Object.hasOwn(tasks, said)) {
      const similar = nearest(said, Object.keys(tasks));
      throw new Refusal(`There is no task “${said}”${similar ? `; did you mean ${similar}?` : '.'}\n\n${help}`, 2);
    }
    try {
      return await (await tasks[said]!.load())(args);
    } catch (error) {
      if (error instanceof StoreFault) throw new Refusal(error.message, 2);
      throw error;
    }
  };
}

import type { Refusal } from '../refusal.ts';
import { settingsFault } from './settings-fault.ts';

/** A command: takes what was typed after its name, gives the exit code. */
export type Command = (args: string[]) => Promise<number>;

const COMMANDS: Record<string, () => Promise<Command>> = {
  build: async () => (await import('./build.ts')).build,
  start: async () => (await import('./start.ts')).start,
  dev: async () => (await import('./dev.ts')).dev,
  new: async () => (await import('./new.ts')).newStory,
  photo: async () => (await import('./photo.ts')).photo,
  share: async () => (await import('./share.ts')).share,
  petition: async () => (await import('./petition.ts')).petition,
  figures: async () => (await import('./figures.ts')).figures,
  refresh: async () => (await import('./refresh.ts')).refreshAll,
  invite: async () => (await import('./invite.ts')).invite,
  revoke: async () => (await import('./revoke.ts')).revoke,
  report: async () => (await import('./report.ts')).report,
  google: async () => (await import('./google.ts')).google,
  bench: async () => (await import('./bench.ts')).bench,
};

/** Runs a command by name; what staff can mend is a sentence, everything else keeps its trace. */
export async function run([name = '', ...args]: string[]): Promise<number> {
  const load = Object.hasOwn(COMMANDS, name) && COMMANDS[name];
  if (!load) {
    console.error(`There is no command “${name}”. There are: ${Object.keys(COMMANDS).join(', ')}.`);
    return 2;
  }
  try {
    return await (await load())(args);
  } catch (error) {
    const fault = settingsFault(error);
    if (fault) {
      console.error(fault);
      return 2;
    }
    const { name: kind, message, exitCode = 2 } = error as Partial<Refusal>;
    if (kind !== 'Refusal') throw error;
    console.error(message);
    return exitCode;
  }
}

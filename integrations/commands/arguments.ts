import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Refusal } from '../refusal.ts';

interface Wanted<Options extends ParseArgsOptionsConfig> {
  /** The command's help, shown after a refusal. */
  help: string;
  options: Options;
  /** Whether words without hyphens may be typed as well. */
  words?: boolean;
}

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

type Read<Options extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ args: string[]; options: Options & typeof HELP; allowPositionals: true }>>;

/**
 * Reads what was typed after a command's name; every command also knows `--help`. An unknown option, a missing or a
 * needless value is refused in one sentence with the command's help, exit code 2.
 */
export function readArguments<const Options extends ParseArgsOptionsConfig>(args: string[], { help, options, words = false }: Wanted<Options>): Pick<Read<Options>, 'values' | 'positionals'> {
  try {
    return parseArgs({ args, options: { ...options, ...HELP }, allowPositionals: words }) as Read<Options>;
  } catch (error) {
    throw new Refusal(`${sentenceFor(error as NodeJS.ErrnoException)}\n\n${help}`, 2);
  }
}

function sentenceFor({ code, message }: NodeJS.ErrnoException): string {
  const typed = /'(.*?)'/.exec(message)?.[1] ?? '';
  const option = /--?[\w-]+(?= |$|<)/.exec(typed.split(', ').at(-1)!)?.[0] ?? typed;
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option “${typed}” here.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `“${typed}” is a word too many.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take') ? `The option ${option} takes no value.` : `The option ${option} needs a value after it.`;
    default:
      return `This cannot be read: ${message}`;
  }
}

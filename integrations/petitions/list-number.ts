import type { TakenNumber } from '../store/taken-number.ts';

/** Where the numbers of a list stand, and how it is called. */
export interface NumberedList {
  petition: string;
  list: string;
  /** Heading of the column of numbers. */
  column: string;
  /** Of each signature the number of its row in the file. */
  numbers: readonly number[];
}

/**
 * What is wrong with numbers that are somebody else's, in one text with what to do; undefined when none are. Names
 * nobody: whoever mends the list sees them in it.
 */
export function takenFault(found: readonly TakenNumber[], { petition, list, column, numbers }: NumberedList): string | undefined {
  if (found.length === 0) return undefined;
  const rowsOf = (some: readonly TakenNumber[]) => `${some.length === 1 ? 'Row' : 'Rows'} ${some.slice(0, 20).map(({ at, above }) => (above === undefined ? numbers[at] : `${numbers[above]} and ${numbers[at]}`)).join(', ')}${some.length > 20 ? ` and ${some.length - 20} more` : ''}`;
  const twice = found.filter(({ above }) => above !== undefined);
  const others = found.filter(({ above, same }) => above === undefined && same === 'nothing');
  const sentences = ['Nothing was imported.'];
  if (twice.length > 0) sentences.push(`${rowsOf(twice).replace(/^Row /, 'Rows ')}: two people have the same number in “${column}”. Give each a number of its own, or leave the column out: --map "${column}=".`);
  if (others.length > 0) sentences.push(`${rowsOf(others)}: another person than had this number in “${column}” when a list called “${list}” was imported before. If this is another list, give it a name of its own: --list "${list}, second list".`);
  for (const [same, changed] of [['name', 'address'], ['address', 'name']] as const) {
    const corrected = found.filter((one) => one.above === undefined && one.same === same);
    if (corrected.length > 0) sentences.push(`${rowsOf(corrected)}: the ${same} is the one that the number had when “${list}” was imported before, and the ${changed} is another. If this is another list, give it a name of its own with --list. If the ${changed} was corrected, ${CORRECTED[changed](petition)}`);
  }
  return sentences.join('\n');
}

const CORRECTED = {
  address: (petition: string) => `give the row a new number, and remove what was imported with “npm run petition -- erase ${petition} --email <old address>”.`,
  name: () => 'put the old one back: what was imported stays as it was, and the person is counted.',
};

import { describeFault } from '../../src/domain/fault.ts';
import type { Edition } from '../files/edition.ts';

/** Prints every fault at once, and says which texts were left out because of them. */
export function reportFaults(edition: Edition, print: (line: string) => void = console.error): void {
  const { faults, leftOut } = edition;
  if (faults.length === 0) return;
  print(`${faults.length === 1 ? 'One thing' : `${faults.length} things`} to mend:\n`);
  for (const fault of faults) print(describeFault(fault));
  if (leftOut.length > 0) print(`\nLeft out until they are mended:\n${leftOut.map((file) => `  ${file}`).join('\n')}`);
}

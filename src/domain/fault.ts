/** Something that staff must mend, in words they can act on. */
export interface Fault {
  /** Path below the project. */
  file: string;
  line?: number | undefined;
  /** Front matter field, e.g. `claim.date`. */
  field?: string | undefined;
  /** What it holds up: nothing (published all the same), the story, or the whole build. */
  stops: 'nothing' | 'story' | 'build';
  /** What is wrong, a whole sentence. */
  wrong: string;
  /** What to do, a whole sentence. */
  remedy: string;
}

/** `content/press/x/index.nl.md, line 5, published` and below it the two sentences. */
export function describeFault(fault: Fault): string {
  const place = [fault.file, fault.line && `line ${fault.line}`, fault.field].filter(Boolean).join(', ');
  return `${place}\n  ${fault.wrong} ${fault.remedy}`;
}

/** Faults in the order a person would mend them: by file, then by line. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => a.file.localeCompare(b.file, 'en') || (a.line ?? 0) - (b.line ?? 0));
}

/** The nearest of `choices` to what was typed, within two slips of the keyboard. */
export function nearest(typed: string, choices: readonly string[]): string | undefined {
  const ranked = choices.map((choice) => ({ choice, slips: slipsBetween(typed, choice) })).sort((a, b) => a.slips - b.slips);
  const best = ranked[0];
  return best && best.slips <= Math.max(1, Math.min(2, Math.floor(typed.length / 3))) ? best.choice : undefined;
}

/** Slips of the keyboard between two words: a letter too many, too few, wrong, or two neighbours swapped. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swapped);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

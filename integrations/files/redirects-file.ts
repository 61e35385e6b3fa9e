import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../src/domain/fault.ts';
import { readText } from './content-folder.ts';
import { readYaml } from './written-file.ts';

/** Old address to new address, both whole: `/nl/press/old/`. */
export type Redirects = Record<string, string>;

/** A line of the file: places without language, `press/old` and the end of its chain, `press/new`. */
export interface Move {
  from: string;
  to: string;
  line: number;
}

export const REDIRECTS = 'content/redirects.yml';
const PLACE = /^[a-z0-9-]+(\/[a-z0-9-]+)+$/;

/** Reads `content/redirects.yml`: `press/old: press/new`, one line for all languages. Chains are followed. */
export async function readMoves(root: string, faults: Fault[]): Promise<Move[]> {
  if (!existsSync(join(root, REDIRECTS))) return [];
  const own: Fault[] = [];
  const moves = await readLines(root, own);
  // Readers of an old address would be lost, so the old site stays until the line is mended.
  faults.push(...own.map((fault): Fault => ({ ...fault, stops: 'build' })));
  return moves;
}

async function readLines(root: string, faults: Fault[]): Promise<Move[]> {
  const text = await readText(root, REDIRECTS, faults);
  const written = text && readYaml(REDIRECTS, text.text);
  if (!written || Array.isArray(written)) {
    faults.push(...(written ?? []));
    return [];
  }
  const { fields } = written;
  const fault = (line: number | undefined, wrong: string, remedy: string) => void faults.push({ file: REDIRECTS, line, stops: 'build', wrong, remedy });
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    fault(1, 'The file is not a list of moves.', 'Write one move a line, without “- ” before it: press/old-name: press/new-name');
    return [];
  }
  const next = new Map<string, string>();
  const lineOf = (from: string) => written.lineOf([from]) ?? 1;
  for (const [from, to] of Object.entries(fields as Record<string, unknown>)) {
    if (typeof to === 'string' && PLACE.test(from) && PLACE.test(to)) next.set(from, to);
    else fault(lineOf(from), `“${from}: ${typeof to === 'object' ? '…' : String(to)}” is not a move.`, 'Write it like press/old-name: press/new-name, without language and without slashes at the ends.');
  }
  return [...next.keys()].flatMap((from) => {
    const to = endOfChain(from, next);
    if (to === undefined) fault(lineOf(from), `“${from}” leads in a circle.`, 'Let one of the lines lead to a text that exists.');
    return to === undefined ? [] : [{ from, to, line: lineOf(from) }];
  });
}

function endOfChain(from: string, next: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  let to = from;
  while (next.has(to)) {
    if (seen.has(to)) return undefined;
    seen.add(to);
    to = next.get(to)!;
  }
  return to;
}

/** What is known of places when moves are judged. */
export interface Places {
  languages: readonly string[];
  /** Addresses that readers can open. */
  open: ReadonlySet<string>;
  /** True for a story that stands in `content/`, readable or not, out or not. */
  written(place: string): boolean;
}

/** The moves that readers may follow now. One to a text that is not out yet waits; one from or to a wrong place is a fault. */
export function followMoves(moves: readonly Move[], { languages, open, written }: Places, faults: Fault[]): Redirects {
  const redirects: Redirects = {};
  for (const { from, to, line } of moves) {
    const address = (place: string, lang = languages[0]!) => `/${lang}/${place}/`;
    const fault = (stops: Fault['stops'], wrong: string, remedy: string) => void faults.push({ file: REDIRECTS, line, stops, wrong, remedy });
    if (written(from) || open.has(address(from))) fault('build', `“${address(from)}” is the address of a text that exists, so it cannot lead elsewhere.`, 'Take the line out.');
    else if (open.has(address(to))) for (const lang of languages) redirects[address(from, lang)] = address(to, lang);
    else if (written(to)) fault('nothing', `“${from}” waits, since “${to}” is not public yet.`, 'It leads there as soon as that text is out.');
    else fault('build', `“${address(from)}” leads to “${address(to)}”, where there is no text.`, 'Mend the line.');
  }
  return redirects;
}

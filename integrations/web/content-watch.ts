import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';

/** The disk and the timer, as a watch needs them. Times in milliseconds. */
export interface ContentWorld {
  /** Something that differs whenever a file was added, changed or taken away. */
  state(): Promise<string>;
  after(wait: number, call: () => void): () => void;
}

/** How often is looked, which is also how long all must have been quiet; and how long changes wait at most. */
const LOOK = 3_000;
const LONGEST = 30_000;

/** Looks at the texts for as long as it is not stopped. */
export interface ContentWatch {
  stop(): void;
}

/**
 * Calls `changed` some seconds after the last change of the texts since their state was `known`, at the latest half a
 * minute after the first. It looks again and again instead of being told: on Linux, Node's watch of a whole folder loses every file that an
 * editor or Git has put in the place of another one.
 */
export function watchContent(world: ContentWorld, known: string, changed: () => void): ContentWatch {
  let built = known;
  let last = known;
  let waited = 0;
  let stopped = false;
  let callOff = world.after(LOOK, () => void look());

  async function look(): Promise<void> {
    // A folder that vanishes while it is read is looked at again the next time.
    const now = await world.state().catch(() => last);
    if (stopped) return;
    waited = now === built ? 0 : waited + LOOK;
    if (now !== built && (now === last || waited >= LONGEST)) {
      built = now;
      waited = 0;
      changed();
    }
    last = now;
    callOff = world.after(LOOK, () => void look());
  }

  return {
    stop() {
      stopped = true;
      callOff();
    },
  };
}

/**
 * The state of `content/` and `public/` below `root`, without opening a file. What the build itself writes there,
 * the list of published addresses, and half-written files do not count.
 */
export async function stateOfContent(root: string): Promise<string> {
  const seen: string[] = [];
  const folders = ['content', 'public'];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(join(root, folder))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (path !== 'content/published.txt' && !path.endsWith('.part')) seen.push(`${path} ${stampOf(join(root, path))}`);
    }
    // Folder by folder without waiting costs a fifth of asking file by file; readers are let in between.
    await breath();
  }
  return seen.sort().join('\n');
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function stampOf(path: string): string {
  const file = statSync(path, { throwIfNoEntry: false });
  return file ? `${file.mtimeMs} ${file.size} ${file.ino}` : '';
}

import { join, normalize, sep } from 'node:path';
import { describeFault } from '../../src/domain/fault.ts';
import { site } from '../../src/site.ts';
import { clockFrom, renewEdition } from './current-edition.ts';
import type { Edition } from './edition.ts';

/** What tells of changed files, as Vite's watcher does. */
export interface Watcher {
  add(path: string): unknown;
  on(event: 'add' | 'change' | 'unlink', call: (path: string) => void): unknown;
}

/** The reading and the pause before it, as following changes needs them. */
export interface WatchWorld {
  read(root: string): Promise<Edition>;
  /** Calls back after a short pause; returns what calls it off. */
  soon(call: () => void): () => void;
}

/** An editor that saves writes several times; a moved folder tells of each of its files. */
const PAUSE = 120;

const realWorld: WatchWorld = {
  read: (root) => renewEdition({ root, site, now: clockFrom(process.env) }),
  soon(call) {
    const timer = setTimeout(call, PAUSE);
    return () => clearTimeout(timer);
  },
};

/**
 * Reads the edition again, once, a moment after files in `content/` or `public/` changed, and hands it on; faults and
 * whatever keeps it from being read are told in sentences, and the edition before stays.
 */
export function followChanges(watcher: Watcher, root: string, take: (edition: Edition) => void, tell: (sentences: string) => void, world: WatchWorld = realWorld): void {
  const folders = ['content', 'public'].map((name) => join(root, name));
  let callOff = () => {};
  let reading = false;
  let changed = false;

  async function read(): Promise<void> {
    changed = true;
    if (reading) return;
    reading = true;
    while (changed) {
      changed = false;
      try {
        const edition = await world.read(root);
        take(edition);
        edition.faults.forEach((fault) => tell(describeFault(fault)));
      } catch (error) {
        tell(`The texts could not be read, so the pages stay as they were: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    reading = false;
  }

  const notice = (path: string) => {
    if (!folders.some((folder) => normalize(path).startsWith(folder + sep))) return;
    callOff();
    callOff = world.soon(() => void read());
  };
  watcher.add(join(root, 'content'));
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, notice);
}

import { realpath } from 'node:fs/promises';
import { loadRelease, type Release } from './release.ts';

/** The release that is served now, which follows the link `dist`. */
export interface CurrentRelease {
  get(): Release | undefined;
  /** Why the newest release was refused; undefined when it is the one that is served. */
  refused(): string | undefined;
  /** Looks where the link points, loads a new release aside and swaps it in; never throws. */
  look(): Promise<void>;
}

/** The disk and the log, as following a link needs them. */
export interface ReleaseWorld {
  where(link: string): Promise<string>;
  load(folder: string): Promise<Release>;
  log(line: string): void;
}

const realWorld: ReleaseWorld = { where: (link) => realpath(link), load: loadRelease, log: (line) => console.error(line) };

/** Follows `link`; a release that cannot be loaded is refused with one line in the log and the former one stays. */
export function followRelease(link: string, world: ReleaseWorld = realWorld): CurrentRelease {
  let release: Release | undefined;
  let served: string | undefined;
  let refused: string | undefined;
  let logged: string | undefined;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const folder = await world.where(link).catch(() => undefined);
    if (folder === undefined || folder === served) return;
    try {
      release = await world.load(folder);
      served = folder;
      refused = logged = undefined;
    } catch (error) {
      refused = error instanceof Error ? error.message : String(error);
      // It is tried again at each look, but one line is enough.
      if (logged !== folder + refused) world.log(`The newest build cannot be served: ${refused}${release ? ' The one before it stays.' : ''}`);
      logged = folder + refused;
    }
  }

  return {
    get: () => release,
    refused: () => refused,
    look: () => (looking ??= look().finally(() => (looking = undefined))),
  };
}

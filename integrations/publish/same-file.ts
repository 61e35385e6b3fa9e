import { constants, copyFileSync, linkSync, rmSync } from 'node:fs';

/** Puts a file of a cache into the site as a second name of the same bytes, which costs neither time nor room; as a copy where the disk knows no such thing. Nobody may write into either. */
export function sameFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // A copy over a second name of the same file would empty both.
    rmSync(to, { force: true });
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';

const FOLDER = '.releases';
/** The one that serves, and the one before it, to go back by hand. */
const KEPT = 2;

/** An empty folder for a new release. */
export async function newRelease(root: string, now: () => Date = () => new Date()): Promise<string> {
  const release = join(root, FOLDER, `${now().toISOString().replace(/[:.]/g, '-')}-${process.pid}`);
  await mkdir(release, { recursive: true });
  return release;
}

/** Points `dist` at the release in one step: whoever looks sees the old site or the new one, never half of one. */
export async function swapIn(root: string, release: string): Promise<void> {
  const live = join(root, 'dist');
  const next = join(root, FOLDER, `next-${process.pid}`);
  await rm(next, { force: true });
  await symlink(relative(root, release), next, 'junction');
  // A folder that another tool left in this place cannot be replaced in one step.
  const stands = await lstat(live).catch(() => undefined);
  if (stands?.isDirectory()) await rename(live, join(root, FOLDER, `set-aside-${process.pid}`));
  // The link was made inside .releases only to be renamed; its target is read from the project folder.
  await rename(next, live);
}

/**
 * Deletes releases that neither serve nor served last, and what builds that were killed left half made. What cannot be
 * deleted stays: the new site is out already.
 */
export async function dropOldReleases(root: string, current: string): Promise<void> {
  const folder = join(root, FOLDER);
  const live = basename(await readlink(join(root, 'dist')).catch(() => current));
  const names = await readdir(folder);
  const releases = names.filter((name) => /^\d{4}-/.test(name)).sort();
  // The last file of a release; without it there is nothing to go back to.
  const whole = releases.filter((name) => existsSync(join(folder, name, 'server/site.json')));
  const kept = [...whole.slice(-KEPT), live, basename(current)];
  const left = names.filter((name) => /^(next-|set-aside-|unchecked$)/.test(name));
  await Promise.allSettled([...releases.filter((name) => !kept.includes(name)), ...left].map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

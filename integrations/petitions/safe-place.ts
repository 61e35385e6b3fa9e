import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { publishedAbove } from '../published-folder.ts';
import { Refusal } from '../refusal.ts';

/**
 * Where a list of people may be written: a new file, in a folder that exists, nowhere that is published, and nowhere that
 * git would take along. Returns the whole path; everything else is refused in a sentence.
 */
export async function safePlace(file: string, root: string): Promise<string> {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new Refusal(`There is no folder ${folder}. Make it first, or write somewhere else.`, 2);
  // A link may lead into the site.
  const path = join(realpathSync(folder), basename(file));
  const top = publishedAbove(path, realpathSync(root));
  if (top) throw new Refusal(`${file} would lie below ${top}/, which is published or kept for good. Write the list somewhere outside the project.`, 2);
  const repository = repositoryAbove(path);
  if (repository && !(await ignored(repository, path))) throw new Refusal(`${file} would lie among files that git keeps, and names must never get there. Write the list outside of ${repository}.`, 2);
  if (existsSync(path)) throw new Refusal(`${file} exists already. Choose another name, or delete it first.`, 2);
  return path;
}

function repositoryAbove(path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Whether git leaves a file alone; without git, nobody knows, and it does not. */
async function ignored(repository: string, path: string): Promise<boolean> {
  return promisify(execFile)('git', ['check-ignore', '--quiet', path], { cwd: repository }).then(() => true, () => false);
}

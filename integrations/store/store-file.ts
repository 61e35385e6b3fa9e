import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishedAbove } from '../published-folder.ts';
import { Refusal } from '../refusal.ts';

/** Where the embedded store stands below `DATA_DIR`, in a folder of its own that nobody else may enter. */
export const STORE_FILE = 'store/rostrum.sqlite';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The place of the embedded store. Throws a `Refusal` where things are published or kept for good; names must never get there. */
export function storeFile(env: Readonly<Record<string, string | undefined>>, root: string): string {
  const file = fileOf(env, root);
  const top = publishedAbove(file, root);
  if (top) throw new Refusal(`DATA_DIR leads into ${top}/, which is published or kept for good, and signatures must never get there. Choose a folder outside the project, or leave DATA_DIR out.`, 2);
  return file;
}

/** Whether the environment names a store that is there, or may be: a database is only seen by asking it. */
export function hasStore(env: Readonly<Record<string, string | undefined>>, root = PROJECT): boolean {
  return Boolean(env['DATABASE_URL']) || existsSync(fileOf(env, root));
}

const fileOf = (env: Readonly<Record<string, string | undefined>>, root: string) => join(resolve(root, env['DATA_DIR'] || '.data'), STORE_FILE);

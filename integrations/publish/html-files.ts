import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';

/** Paths of all pages below a folder, with `/`, sorted. */
export async function htmlFiles(client: string): Promise<string[]> {
  const files = await readdir(client, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).map((file) => file.split(sep).join('/')).sort();
}

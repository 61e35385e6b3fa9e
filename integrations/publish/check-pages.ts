import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { describeFault } from '../../src/domain/fault.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import { lastingAddresses } from '../../src/domain/address.ts';
import { traces } from '../files/public-folder.ts';
import { Refusal } from '../refusal.ts';

/** A last look at what would go out: every promised page is there and whole, no file tells more than it shows. */
export async function checkPages(client: string, newsroom: Newsroom): Promise<void> {
  const files = (await readdir(client, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(client.length).split(sep).join('/'));
  const there = new Set(files);
  const missing = lastingAddresses(newsroom).map(({ path }) => (path.endsWith('/') ? `${path}index.html` : path)).filter((path) => !there.has(path));
  if (missing.length > 0) throw new Error(`Pages were not drawn: ${missing.slice(0, 5).join(', ')}`);
  for (const file of files) {
    if (!/\.(jpe?g|png|webp|avif|gif|tiff?|heic|heif|svg|mp4|mov|m4v|html)$/i.test(file)) continue;
    const bytes = await readFile(join(client, file));
    if (file.endsWith('.html')) {
      if (!bytes.subarray(-16).toString('utf8').includes('</html>')) throw new Error(`The page ${file} is not whole.`);
      continue;
    }
    const fault = traces(file, bytes);
    if (fault) throw new Refusal(describeFault(fault));
  }
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PAINTERS = /^(?:@fontsource\/.*|@resvg\/resvg-js|bidi-js|harfbuzzjs|linebreak|satori|sharp|uqr)$/;

/** Changes with everything that decides how a card looks besides its content: our own code, and the versions of what draws. */
export async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256');
  const folder = join(root, 'src/share');
  for (const name of (await readdir(folder)).sort()) hash.update(name).update(await readFile(join(folder, name)));
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  for (const [name, version] of Object.entries(dependencies).sort()) if (PAINTERS.test(name)) hash.update(`${name}@${version}\n`);
  return hash.digest('hex');
}

import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Fault } from '../../src/domain/fault.ts';
import { tellingFields, videoTellsPlace } from './photo-metadata.ts';

/** Addresses of the files in `public/`, which are copied as they are; what would betray someone stops the build. */
export async function filesInPublic(root: string, faults: Fault[]): Promise<Set<string>> {
  const folder = join(root, 'public');
  const addresses = new Set<string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    addresses.add(`/${path}`);
    const fault = traces(`public/${path}`, await readFile(join(folder, path)));
    if (fault) faults.push(fault);
  }
  return addresses;
}

/** What a published file tells besides what it shows; undefined when it tells nothing. */
export function traces(file: string, bytes: Uint8Array): Fault | undefined {
  const fields = tellingFields(bytes);
  if (fields.length > 0) {
    return { file, stops: 'build', wrong: `The picture tells in hidden fields where or with which camera it was taken (${fields.slice(0, 4).join(', ')}).`, remedy: `Clean it: npm run photo -- clean ${file}` };
  }
  if (videoTellsPlace(bytes)) {
    return { file, stops: 'build', wrong: 'The video tells in a hidden field where it was taken.', remedy: 'Export it again without location, then put it here.' };
  }
  if (/\.svg$/i.test(file) && /<script|\son[a-z]+\s*=|javascript:|<foreignObject/i.test(Buffer.from(bytes).toString('utf8'))) {
    return { file, stops: 'build', wrong: 'The drawing holds a program.', remedy: 'Export it again as plain SVG, or use a PNG.' };
  }
  return undefined;
}

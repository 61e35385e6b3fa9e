import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Fault } from '../../src/domain/fault.ts';
import { unreadable } from './content-folder.ts';
import { drawingDanger } from './drawing.ts';
import { innerPictures } from './inner-pictures.ts';
import { pictureFormat, tellingFields, videoTellsPlace } from './photo-metadata.ts';

/** Addresses of the files in `public/`, which are copied as they are; what would betray someone stops the build. */
export async function filesInPublic(root: string, faults: Fault[]): Promise<Set<string>> {
  const folder = join(root, 'public');
  const addresses = new Set<string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    addresses.add(`/${path}`);
    const bytes = await readFile(join(folder, path)).catch((error: unknown) => void faults.push({ ...unreadable(`public/${path}`, error), stops: 'build' }));
    const fault = bytes && traces(`public/${path}`, bytes);
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
  const danger = /\.svg$/i.test(file) ? drawingDanger(Buffer.from(bytes).toString('utf8')) : undefined;
  if (danger) {
    return { file, stops: 'build', wrong: danger === 'program' ? 'The drawing holds a program.' : 'The drawing fetches something from elsewhere.', remedy: 'Export it again as plain SVG, or use a PNG.' };
  }
  for (const inner of innerPictures(bytes)) {
    const told = tellingFields(inner);
    if (told.length > 0) {
      const remedy = pictureFormat(bytes) ? `Clean it: npm run photo -- clean ${file}` : 'Clean that picture (npm run photo -- clean), then make this file anew with it.';
      return { file, stops: 'build', wrong: `A picture inside it tells in hidden fields where or with which camera it was taken (${told.slice(0, 4).join(', ')}).`, remedy };
    }
  }
  return undefined;
}

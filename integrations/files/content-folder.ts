import { readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../../src/domain/fault.ts';
import { decode, LARGEST_TEXT } from './written-file.ts';

export interface TextFile {
  /** Path below the project, with `/`. */
  path: string;
  text: string;
}

/** Names of what stands in a folder, sorted; none when there is no such folder. Links are reported, not followed. */
export async function namesIn(root: string, folder: string, faults: Fault[]): Promise<{ folders: string[]; files: string[] }> {
  let entries;
  try {
    entries = await readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { folders: [], files: [] };
    throw error;
  }
  const folders: string[] = [];
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isSymbolicLink()) {
      faults.push({ file: `${folder}/${entry.name}`, stops: 'story', wrong: 'This is a link to another place, which could publish files by accident.', remedy: 'Put the file itself here.' });
    } else if (entry.isDirectory()) folders.push(entry.name);
    else files.push(entry.name);
  }
  return { folders: folders.sort(), files: files.sort() };
}

/**
 * Reads a text file, or adds the fault that stands in the way. Small files are read on the spot: a thousand times
 * round through the thread pool takes several times the processor time of the reading itself.
 */
export async function readText(root: string, path: string, faults: Fault[]): Promise<TextFile | undefined> {
  const { size } = statSync(join(root, path));
  // A file of gigabytes is judged by its size alone.
  const bytes = size > LARGEST_TEXT ? { length: size } as Uint8Array : readFileSync(join(root, path));
  const text = decode(path, bytes);
  if (typeof text === 'string') return { path, text };
  faults.push(text);
  return undefined;
}

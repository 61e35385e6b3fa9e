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
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') faults.push({ ...unreadable(folder, error), stops: 'build' });
    return { folders: [], files: [] };
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
  const bytes = bytesOf(root, path);
  const text = 'stops' in bytes ? bytes : decode(path, bytes);
  if (typeof text === 'string') return { path, text };
  faults.push(text);
  return undefined;
}

function bytesOf(root: string, path: string): Uint8Array | Fault {
  try {
    const { size } = statSync(join(root, path));
    // A file of gigabytes is judged by its size alone.
    return size > LARGEST_TEXT ? { length: size } as Uint8Array : readFileSync(join(root, path));
  } catch (error) {
    return unreadable(path, error);
  }
}

/** The fault of a file or folder that the system does not let us read. */
export function unreadable(file: string, error: unknown): Fault {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return { file, stops: 'story', wrong: 'The file went away while it was being read.', remedy: 'Build again, or bring it back.' };
    case 'ENOTDIR':
      return { file, stops: 'story', wrong: 'This is a file; a folder belongs here.', remedy: 'Give the file another name or delete it, and make a folder.' };
    case 'EISDIR':
      return { file, stops: 'story', wrong: 'This is a folder; a file belongs here.', remedy: 'Give the folder another name or delete it.' };
    case 'EACCES':
    case 'EPERM':
      return { file, stops: 'story', wrong: 'This computer does not let us read it.', remedy: `Allow it: chmod -R u+rX ${file}` };
    default:
      return { file, stops: 'story', wrong: `It cannot be read (${code ?? String(error)}).`, remedy: 'Copy it here again from where it came.' };
  }
}

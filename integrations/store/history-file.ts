import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Refusal } from '../refusal.ts';
import type { History, Written } from './history.ts';

/** Signs that are written at a time. */
const PIECE = 1 << 16;

/** Writes everything to a file, for this account alone, and gives the number of its lines. The file is never half: it gets its name when it is whole and on disk. */
export async function writeHistoryFile(history: Pick<History, 'exportLines'>, path: string): Promise<number> {
  const part = `${path}.part`;
  const file = await open(part, 'w', 0o600).catch((error: Error) => {
    throw new Refusal(`“${path}” cannot be written (${error.message}). Choose another place.`, 2);
  });
  try {
    let [text, count] = ['', 0];
    for await (const line of history.exportLines()) {
      text += `${line}\n`;
      count += 1;
      if (text.length < PIECE) continue;
      await file.appendFile(text);
      text = '';
    }
    await file.appendFile(text);
    await file.sync();
    await file.close();
    await rename(part, path);
    return count;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

/** Takes a file that was written by `writeHistoryFile`, line by line; see `importLines`. */
export async function readHistoryFile(history: Pick<History, 'importLines'>, path: string, at: number): Promise<Written> {
  const stream = createReadStream(path, 'utf8');
  const opened = await new Promise<Error | undefined>((resolve) => stream.once('open', () => resolve(undefined)).once('error', resolve));
  if (opened) throw new Refusal(`“${path}” cannot be read (${opened.message}). See whether the file is there and whole.`, 2);
  try {
    return await history.importLines(createInterface({ input: stream, crlfDelay: Infinity }), at);
  } finally {
    stream.destroy();
  }
}

import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Refusal } from '../../refusal.ts';

/** Writes lines into a new file that is there whole or not at all; returns their number. */
export async function writeLines(file: string, lines: AsyncIterable<string>): Promise<number> {
  const half = `${file}.half`;
  const handle = await open(half, 'w', 0o600);
  let [count, text] = [0, ''];
  try {
    for await (const line of lines) {
      text += `${line}\n`;
      count++;
      if (text.length < 65_536) continue;
      await handle.write(text);
      text = '';
    }
    await handle.write(text);
    await handle.sync();
    await handle.close();
    await rename(half, file);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(half, { force: true });
    throw error;
  }
  return count;
}

/** Lines of a file, one after the other. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, 'utf8');
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof Refusal || code === undefined) throw error;
    throw new Refusal(code === 'ENOENT' ? `There is no file “${file}”. Write its path, like downloads/history.ndjson.` : `“${file}” cannot be read (${code}).`, 2);
  } finally {
    stream.destroy();
  }
}

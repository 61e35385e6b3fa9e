import { unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { filesBelow } from './built-site.ts';

/** Everything that a release says, by file: its name, what it holds, and what is packed inside it. */
export interface SaidByFile {
  file: string;
  said: string;
  /** SHA-256 of the bytes as they are. */
  fingerprint: string;
}

/** Reads every file of a folder down to the last packed one: brotli, gzip (the search index is made of it) and zip. */
export function everythingSaidIn(folder: string): SaidByFile[] {
  return filesBelow(folder).map((file) => {
    const bytes = readFileSync(join(folder, file));
    return { file, said: `${file}\n${textOf(file, bytes)}`.toLowerCase(), fingerprint: createHash('sha256').update(bytes).digest('hex') };
  });
}

/** Files in which a word stands, however it is written there: as it is, in an address, or in UTF-16. */
export function filesThatSay(everything: readonly SaidByFile[], word: string): string[] {
  const forms = [word, Buffer.from(word, 'utf16le').toString('latin1')].map((form) => form.toLowerCase());
  return everything.filter(({ said }) => forms.some((form) => said.includes(form))).map(({ file }) => file);
}

function textOf(name: string, bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  if (name.endsWith('.br')) return textOf(name.slice(0, -3), brotliDecompressSync(buffer));
  if (buffer[0] === 0x1f && buffer[1] === 0x8b) return textOf(name.replace(/\.gz$/, ''), gunzipSync(buffer));
  if (buffer[0] === 0x50 && buffer[1] === 0x4b) return Object.entries(unzipSync(buffer)).map(([entry, inside]) => `${entry}\n${textOf(entry, inside)}`).join('\n');
  // Latin-1 keeps every byte, so that words hidden in pictures are seen too; UTF-8 shows the others.
  return /\.(jpe?g|webp|png|avif|wasm)$/.test(name) ? buffer.toString('latin1') : `${buffer.toString('utf8')}\n${buffer.toString('latin1')}`;
}

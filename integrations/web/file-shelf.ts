import { createHash } from 'node:crypto';
import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import { tagFromHash, tagOf } from './entity-tag.ts';

/** What is known of a file on disk once somebody has asked for it. `bytes` is absent for a large one. */
export interface Held {
  readonly size: number;
  readonly etag: string;
  readonly bytes?: Buffer;
}

/** Larger files, in bytes, are never held in memory but sent from disk. */
export const LARGE = 256 * 1024;

/** The small files that were asked for last, within a bound; of large ones only size and tag. */
export interface FileShelf {
  /** What is at hand, without waiting. */
  take(location: string): Held | undefined;
  /** What is at hand, or read from disk; many who ask at once share one reading. Throws what the disk says. */
  fetch(location: string): Promise<Held>;
}

/** The disk as a shelf needs it. */
export interface Disk {
  sizeOf(location: string): Promise<number>;
  read(location: string): Promise<Buffer>;
  open(location: string): Promise<FileHandle>;
}

const realDisk: Disk = {
  sizeOf: async (location) => (await stat(location)).size,
  read: (location) => readFile(location),
  open: (location) => open(location, 'r'),
};

// What an entry costs besides its bytes, roughly: names, tag, places in the tables.
const ENTRY = 512;

/** A shelf that holds at most about `room` bytes. Files must not change while they are on it, as those of a release. */
export function fileShelf(room: number, disk: Disk = realDisk): FileShelf {
  const shelf = new Map<string, Held>();
  const readings = new Map<string, Promise<Held>>();
  let used = 0;
  const cost = (held: Held) => ENTRY + (held.bytes?.length ?? 0);

  function put(location: string, held: Held): Held {
    shelf.set(location, held);
    used += cost(held);
    for (const [oldest, old] of shelf) {
      if (used <= room || oldest === location) break;
      shelf.delete(oldest);
      used -= cost(old);
    }
    return held;
  }

  return {
    take(location) {
      const held = shelf.get(location);
      if (held) {
        // Last in line again: the map's order is that of use.
        shelf.delete(location);
        shelf.set(location, held);
      }
      return held;
    },
    fetch(location) {
      const known = this.take(location);
      if (known) return Promise.resolve(known);
      let reading = readings.get(location);
      if (!reading) {
        reading = readHeld(location, disk).then((held) => put(location, held)).finally(() => readings.delete(location));
        readings.set(location, reading);
      }
      return reading;
    },
  };
}

async function readHeld(location: string, disk: Disk): Promise<Held> {
  if ((await disk.sizeOf(location)) <= LARGE) {
    const bytes = await disk.read(location);
    return { size: bytes.length, etag: tagOf(bytes), bytes };
  }
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of (await disk.open(location)).createReadStream()) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, etag: tagFromHash(hash) };
}

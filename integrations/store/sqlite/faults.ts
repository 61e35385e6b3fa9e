import { StoreFault } from '../ledger.ts';

/** Result codes: https://sqlite.org/rescode.html; the lower eight bits are the family. */
const SENTENCES: Record<number, string> = {
  5: 'The store is in use by another program. Try again in a moment; if this stays, see which program has the file open.',
  6: 'The store is in use by another program. Try again in a moment; if this stays, see which program has the file open.',
  8: 'The store cannot be written: its file or folder is read-only. Give the account that runs Rostrum the right to write there.',
  10: 'The disk of the store does not answer. Look at the disk and the system’s log.',
  11: 'The file of the store is damaged. Stop Rostrum and restore the last copy of DATA_DIR.',
  13: 'The disk of the store is full. Make room on it; nothing needs to be started anew.',
  14: 'The file of the store cannot be opened. See whether DATA_DIR exists and may be read and written.',
  26: 'The file of the store is not a store. Stop Rostrum and restore the last copy of DATA_DIR.',
};

/** What the system says when the file is made, as the family that means the same. */
const FILE_FAULTS: Record<string, number> = { EACCES: 8, EPERM: 8, EROFS: 8, ENOSPC: 13, EDQUOT: 13, EIO: 10, ENOTDIR: 14, EISDIR: 14, EEXIST: 14, ENOENT: 14 };

const familyOf = (error: unknown) => ((error as { errcode?: number } | undefined)?.errcode ?? 0) & 0xff;

/** True while another process holds the file. */
export const isBusy = (error: unknown) => familyOf(error) === 5;

/** True when the connection should not be used again: the file under it may be another one by now. */
export const isBroken = (error: unknown) => [8, 10, 11, 14, 26].includes(familyOf(error));

/** The same as a sentence. SQLite's own words stay out of it, since they may quote what people wrote. */
export function sqliteFault(error: unknown): unknown {
  const { code, errcode } = error as { code?: string; errcode?: number };
  if (code && code in FILE_FAULTS) return new StoreFault(SENTENCES[FILE_FAULTS[code]!]!);
  if (code !== 'ERR_SQLITE_ERROR') return error;
  return new StoreFault(SENTENCES[familyOf(error)] ?? `The store refused (SQLite ${errcode}). This is a mistake in Rostrum; please report it with this number.`);
}

import type { NewSignature } from './ledger.ts';

/** A row of a list: its number, and who signed. */
export type ListRow = Pick<NewSignature, 'external' | 'person' | 'namesake'>;

/** A row of a list whose number is somebody else's. */
export interface TakenNumber {
  /** Place of the row, from 0. */
  at: number;
  /** Place of the row further up that has the number; undefined when the ledger has it, of a list before. */
  above: number | undefined;
  /** What the two have in common. */
  same: 'name' | 'address' | 'nothing';
}

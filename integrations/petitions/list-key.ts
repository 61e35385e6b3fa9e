import { hash } from 'node:crypto';
import type { NewSignature } from '../store/ledger.ts';

/** Gives the key of a row, by which it is known when its list comes again; rows in their order. */
export type KeyOfRow = (number: string, signer: Pick<NewSignature, 'person' | 'namesake'>) => string;

/**
 * Keys for the rows of a list of this name. A row is known by its number; one that has none by who signed, and how often that
 * signer stands further up, so that the same list in another order changes nothing. The key outlives an erasure, so that
 * erased stays erased, and must not tell whom: all it has of name and address is the beginning of a hash (SHA-256, 20 hex
 * digits) of what nobody computes without the organisation's secret.
 */
export function keysOfList(list: string): KeyOfRow {
  const times = new Map<string, number>();
  return (number, { person, namesake }) => {
    if (number !== '') return `${list}#${number}`;
    const signer = `${person}\0${namesake}`;
    const before = times.get(signer) ?? 0;
    times.set(signer, before + 1);
    return `${list}#${hash('sha256', `${list}\0${signer}\0${before}`, 'hex').slice(0, 20)}`;
  };
}

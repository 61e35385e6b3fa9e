import { createHmac, createSecretKey } from 'node:crypto';
import { canonicalAddress } from '../domain/mail-address.ts';
import { foldName } from '../domain/namesake.ts';
import { networkOf } from './network-of-sender.ts';

/** What the ledger knows people by: 16 bytes in hex of an HMAC-SHA-256, which nobody can compute without the organisation's secret. */
export interface KeyedHashes {
  /** Of the mailbox, for a petition: two petitions cannot be joined by it. An address that is none stands for itself. */
  person(petition: string, email: string): string;
  /** Of the folded name, for telling two people on one address apart. */
  namesake(petition: string, name: string): string;
  /** Of a sender's network (IPv4 address, or the first 56 bits of IPv6) on one day (UTC), so that a week tells nobody's whereabouts. Empty for an unknown address. */
  network(address: string | undefined, at: number): string;
}

/** The hashes of an organisation; `secret` as the ledger keeps it. Each kind has its label, so that equal texts of two kinds differ. */
export function keyedHashes(secret: Uint8Array): KeyedHashes {
  // A key made once: made anew for each hash, it would cost eight times as much as the hash.
  const key = createSecretKey(secret);
  const hmac = (text: string) => createHmac('sha256', key).update(text).digest('hex');
  const keyed = (label: string, petition: string, text: string) => hmac(`${label}\0${petition}\0${text}`).slice(0, 32);
  return {
    person: (petition, email) => keyed('person', petition, canonicalAddress(email) ?? email.trim().toLowerCase()),
    namesake: (petition, name) => keyed('namesake', petition, foldName(name)),
    network: (address, at) => {
      const network = address === undefined ? undefined : networkOf(address);
      return network === undefined ? '' : hmac(`network\0${network}\0${new Date(at).toISOString().slice(0, 10)}`).slice(0, 32);
    },
  };
}

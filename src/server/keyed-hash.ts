import { hash } from 'node:crypto';
import { canonicalAddress } from '../domain/mail-address.ts';
import { foldName } from '../domain/namesake.ts';
import { networkOf } from './network-of-sender.ts';

/** What the ledger knows people by: 16 bytes in hex of an HMAC-SHA-256, which nobody can compute without the organisation's secret. */
export interface KeyedHashes {
  /** Of the mailbox, for a petition: two petitions cannot be joined by it. An address that is none stands for itself. */
  person(petition: string, email: string): string;
  /** Of the folded name, for telling two people on one address apart. */
  namesake(petition: string, name: string): string;
  /** Of a sender's network (IPv4 address, or the first 64 bits of IPv6) on one day (UTC), so that a week tells nobody's whereabouts. Empty for an unknown address. */
  network(address: string | undefined, at: number): string;
}

/** The hashes of an organisation; `secret` as the ledger keeps it. Each kind has its label, so that equal texts of two kinds differ. */
export function keyedHashes(secret: Uint8Array): KeyedHashes {
  const hmac = hmacOf(secret);
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

/** The block of SHA-256, in bytes. */
const BLOCK = 64;

/**
 * HMAC-SHA-256 in hex (RFC 2104), out of two whole hashes: three of them for each signature, a million times in a sync, and Node's own
 * makes an object each, which costs three times as much.
 */
function hmacOf(secret: Uint8Array): (text: string) => string {
  const key = Buffer.alloc(BLOCK);
  key.set(secret.length > BLOCK ? hash('sha256', secret, 'buffer') : secret);
  const [inner, outer] = [key.map((byte) => byte ^ 0x36), Buffer.alloc(BLOCK + 32)];
  outer.set(key.map((byte) => byte ^ 0x5c));
  let room = Buffer.alloc(1024);
  room.set(inner);
  return (text) => {
    // A letter has three bytes of UTF-8 at most for each of its units.
    if (BLOCK + text.length * 3 > room.length) (room = Buffer.alloc(BLOCK + text.length * 3)).set(inner);
    const end = BLOCK + room.write(text, BLOCK);
    outer.write(hash('sha256', room.subarray(0, end), 'binary'), BLOCK, 'binary');
    return hash('sha256', outer, 'hex');
  };
}

/** What stands in `receipts/<xx>.json` for a signature: the first 16 hex digits of the SHA-256 of its `ref`. */
export function receiptOf(ref: string): string {
  return hash('sha256', ref.toLowerCase(), 'hex').slice(0, 16);
}

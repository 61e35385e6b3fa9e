import type { SignatureState } from '../../../src/domain/signature.ts';
import type { Session } from '../engine.ts';
import type { LedgerRow } from '../ledger.ts';
import { PETITION } from './petition-row.ts';
import { SIGNING_COLUMNS, signingOf, type SigningRow } from './signing-row.ts';

/** Rows read at a time. */
const PART = 1000;

/** Rows in the order of signing, a part at a time: nobody waits for an export, and a million rows take no memory. */
export async function* rows({ read }: { read: Session }, petition: string, states: readonly SignatureState[] = ['valid']): AsyncGenerator<LedgerRow> {
  let last = { signed_at: Number.MIN_SAFE_INTEGER, id: 0 };
  for (;;) {
    const part = await read.all<SigningRow>(
      `SELECT ${SIGNING_COLUMNS} FROM signatures WHERE petition = ${PETITION} AND (signed_at, id) > (?, ?) AND state AMONG ? ORDER BY signed_at, id LIMIT ${PART}`,
      petition, last.signed_at, last.id, states,
    );
    yield* await withResponses(read, part);
    if (part.length < PART) return;
    last = part.at(-1)!;
  }
}

/** All that is known of a person, whatever became of it. */
export async function ofPerson({ read }: { read: Session }, petition: string, person: string): Promise<LedgerRow[]> {
  return withResponses(read, await read.all<SigningRow>(`SELECT ${SIGNING_COLUMNS} FROM signatures WHERE petition = ${PETITION} AND person = ? ORDER BY signed_at, id`, petition, person));
}

async function withResponses(session: Session, part: readonly SigningRow[]): Promise<LedgerRow[]> {
  const responses = await responsesOf(session, part.map(({ id }) => id));
  return part.map((row) => ({ ref: row.ref ?? '', signedAt: row.signed_at, state: row.state, relay: row.relay, origin: row.origin, responses: responses.get(row.id) ?? [], ...signingOf(row) }));
}

/** Answers at the form that carry these signatures, by signature. */
export async function responsesOf(session: Session, signatures: readonly number[]): Promise<Map<number, string[]>> {
  const found = await session.all<{ signature: number; response: string }>('SELECT signature, response FROM responses WHERE signature AMONG ? ORDER BY id', signatures);
  const bySignature = new Map<number, string[]>();
  for (const { signature, response } of found) bySignature.set(signature, [...(bySignature.get(signature) ?? []), response]);
  return bySignature;
}

import { setTimeout as pause } from 'node:timers/promises';
import type { RelayState, SignatureState } from '../../../src/domain/signature.ts';
import type { Engine, Session } from '../engine.ts';
import type { FormResponse, Synced } from '../ledger.ts';
import { RESPONSES } from '../tables.ts';
import { admit, type Newcomer } from './admission.ts';
import { noChange, type Change } from './counter.ts';
import { takePetition } from './petition-row.ts';
import { refOfResponse, sealOf } from './seal.ts';

/** Answers of one transaction: enough to share its cost, few enough that somebody who signs hardly waits. */
const PART = 2500;

/** Enters answers of the form, part by part; what was entered before a fault stays, and doing it again completes it. */
export async function enter({ write }: Engine, petition: string, responses: readonly FormResponse[], between: () => Promise<unknown> = () => pause(2)): Promise<Synced> {
  const total: Synced = { added: 0, confirmed: 0, known: 0 };
  for (let start = 0; start < responses.length; start += PART) {
    // Others who write get their turn.
    if (start > 0) await between();
    const part = responses.slice(start, start + PART);
    const { added, confirmed } = await write((session) => enterPart(session, petition, part));
    total.added += added;
    total.confirmed += confirmed;
    total.known += part.length - added - confirmed;
  }
  return total;
}

async function enterPart(session: Session, slug: string, responses: readonly FormResponse[]): Promise<Omit<Synced, 'known'>> {
  const petition = await takePetition(session, slug);
  const known = new Set((await session.all<{ response: string }>('SELECT response FROM responses WHERE petition = ? AND response AMONG ?', petition, responses.map(({ responseId }) => responseId))).map(({ response }) => response));
  const fresh: { response: FormResponse; ref: string; seal: string }[] = [];
  for (const response of responses) {
    if (known.has(response.responseId)) continue;
    known.add(response.responseId);
    const ref = response.ref || refOfResponse(response.responseId);
    fresh.push({ response, ref, seal: sealOf(ref) });
  }
  if (fresh.length === 0) return { added: 0, confirmed: 0 };
  const ours = await session.all<Ours>('SELECT id, seal, state, relay FROM signatures WHERE petition = ? AND seal AMONG ?', petition, fresh.map(({ seal }) => seal));
  const owners = new Map(ours.map(({ seal, id }) => [seal, id]));
  const newcomers = new Map<string, Newcomer>();
  for (const { response, ref, seal } of fresh) {
    if (owners.has(seal) || newcomers.has(seal)) continue;
    newcomers.set(seal, { signature: { ...response.signature, ref, signedAt: response.at, origin: 'form' }, seal, relay: 'confirmed', wish: true });
  }
  const change = noChange();
  const admitted = await admit(session, petition, [...newcomers.values()], change);
  for (const [index, seal] of [...newcomers.keys()].entries()) owners.set(seal, admitted[index]!.id);
  const confirmed = await confirm(session, ours, change);
  const numbers = await session.numbers('responses', fresh.length);
  await session.insert(RESPONSES, fresh.map(({ response, seal }, index) => [numbers[index]!, petition, response.responseId, owners.get(seal)!]));
  await change.write(session, petition);
  return { added: newcomers.size, confirmed };
}

interface Ours {
  id: number;
  seal: string;
  state: SignatureState;
  relay: RelayState;
}

/** Ours were seen at the form, whatever the relay thought of them. What was erased stays as it is. */
async function confirm(session: Session, ours: readonly Ours[], change: Change): Promise<number> {
  const seen = ours.filter(({ state, relay }) => state !== 'erased' && relay !== 'confirmed');
  if (seen.length === 0) return 0;
  await session.run(`UPDATE signatures SET relay = 'confirmed', due = NULL, owner = NULL, relay_reason = NULL WHERE id AMONG ?`, seen.map(({ id }) => id));
  for (const { relay } of seen) change.relay(relay, -1);
  change.relay('confirmed', seen.length);
  return seen.length;
}

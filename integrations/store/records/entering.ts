import { setTimeout as pause } from 'node:timers/promises';
import type { RelayState, SignatureState } from '../../../src/domain/signature.ts';
import type { Engine, Session } from '../engine.ts';
import type { FormResponse, Synced } from '../ledger.ts';
import { RESPONSES } from '../tables.ts';
import { admit, type Newcomer } from './admission.ts';
import { noChange, type Change } from './counter.ts';
import { takePetition } from './petition-row.ts';
import { responsesOf } from './rows.ts';
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
  const answers = responses.map((response): Answer => {
    const ref = response.ref || refOfResponse(response.responseId);
    return { response, ref, seal: sealOf(ref) };
  });
  const ours = await session.all<Ours>('SELECT id, seal, state, relay FROM signatures WHERE petition = ? AND seal AMONG ?', petition, answers.map(({ seal }) => seal));
  const owners = new Map(ours.map(({ seal, id }) => [seal, id]));
  const strangers = await withoutSpent(session, petition, answers.filter(({ seal }) => !owners.has(seal)));
  // Of several answers with the same `ref`, the first.
  const newcomers = [...new Map(strangers.toReversed().map((answer) => [answer.seal, answer])).values()].reverse().map(newcomerOf);
  const change = noChange();
  const admitted = await admit(session, petition, newcomers, change);
  const confirmed = await confirm(session, ours, change);
  for (const [index, { seal }] of newcomers.entries()) owners.set(seal, admitted[index]!.id);
  await remember(session, petition, answers, owners, ours);
  await change.write(session, petition);
  return { added: newcomers.length, confirmed };
}

/** An answer with what it is found by. */
interface Answer {
  response: FormResponse;
  ref: string;
  seal: string;
}

const newcomerOf = ({ response, ref, seal }: Answer): Newcomer => ({ signature: response.signature, ref, signedAt: response.at, origin: 'form', seal, relay: 'confirmed', wish: true });

async function withoutSpent(session: Session, petition: number, answers: readonly Answer[]): Promise<readonly Answer[]> {
  const [any] = answers.length === 0 ? [] : await session.all('SELECT 1 FROM spent WHERE petition = ? LIMIT 1', petition);
  if (!any) return answers;
  const spent = new Set((await session.all<{ seal: string }>('SELECT seal FROM spent WHERE petition = ? AND seal AMONG ?', petition, answers.map(({ seal }) => seal))).map(({ seal }) => seal));
  return answers.filter(({ seal }) => !spent.has(seal));
}

/** Notes which answers carry which signature; a signature may have several, and each is noted once. */
async function remember(session: Session, petition: number, answers: readonly Answer[], owners: ReadonlyMap<string, number>, ours: readonly Ours[]): Promise<void> {
  const known = await responsesOf(session, ours.map(({ id }) => id));
  const rows: [string, number][] = [];
  for (const { response, seal } of answers) {
    const owner = owners.get(seal);
    if (owner === undefined) continue;
    const noted = known.get(owner) ?? [];
    if (noted.includes(response.responseId)) continue;
    known.set(owner, [...noted, response.responseId]);
    rows.push([response.responseId, owner]);
  }
  if (rows.length === 0) return;
  const numbers = await session.numbers('responses', rows.length);
  await session.insert(RESPONSES, rows.map(([response, owner], index) => [numbers[index]!, petition, response, owner]));
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

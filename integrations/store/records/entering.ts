import { setTimeout as pause } from 'node:timers/promises';
import type { RelayState, SignatureState } from '../../../src/domain/signature.ts';
import type { Engine, Session } from '../engine.ts';
import type { FormResponse, NewSignature, Synced } from '../ledger.ts';
import { RESPONSES } from '../tables.ts';
import { admit, type Newcomer } from './admission.ts';
import { noChange, type Change } from './counter.ts';
import { takeOver, type Edited } from './edited-answers.ts';
import { takePetition } from './petition-row.ts';
import { refOfResponse, sealOf } from './seal.ts';

/** Answers of one transaction: enough to share its cost, few enough that somebody who signs hardly waits. */
const PART = 2500;

/** Enters answers of a form, part by part; what was entered before a fault stays, and doing it again completes it. */
export async function enter({ write }: Engine, petition: string, responses: readonly FormResponse[], form = '', between: () => Promise<unknown> = () => pause(2)): Promise<Synced> {
  const total: Synced = { added: 0, confirmed: 0, known: 0 };
  for (let start = 0; start < responses.length; start += PART) {
    // Others who write get their turn.
    if (start > 0) await between();
    const part = responses.slice(start, start + PART);
    const { added, confirmed } = await write((session) => enterPart(session, petition, form, part));
    total.added += added;
    total.confirmed += confirmed;
    total.known += part.length - added - confirmed;
  }
  return total;
}

async function enterPart(session: Session, slug: string, form: string, responses: readonly FormResponse[]): Promise<Omit<Synced, 'known'>> {
  const petition = await takePetition(session, slug);
  const answers = responses.map((response): Answer => {
    const ref = response.ref || refOfResponse(response.responseId);
    return { response, ref, seal: sealOf(ref) };
  });
  const ours = await session.all<Ours>('SELECT id, seal, state, relay, origin, signed_at FROM signatures WHERE petition = ? AND seal AMONG ?', petition, answers.map(({ seal }) => seal));
  const owners = new Map(ours.map(({ seal, id }) => [seal, id]));
  const strangers = await withoutSpent(session, petition, answers.filter(({ seal }) => !owners.has(seal)));
  // Of several answers with the same `ref`, the first.
  const newcomers = [...new Map(strangers.toReversed().map((answer) => [answer.seal, answer])).values()].reverse().map(newcomerOf);
  const change = noChange();
  const admitted = await admit(session, petition, newcomers, change);
  const confirmed = await confirm(session, ours, change);
  const noted = await notedOf(session, ours);
  await takeOver(session, petition, editedOf(answers, ours, noted), change);
  for (const [index, { seal }] of newcomers.entries()) owners.set(seal, admitted[index]!.id);
  await remember(session, { petition, form }, answers, owners, noted);
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

/** An answer that is noted; `lost` is its number while nobody knows of which form it is. */
interface Noted {
  signature: number;
  response: string;
  lost: number | null;
}

/** What is noted of signatures, by signature; of each the first answer first. */
async function notedOf(session: Session, signatures: readonly Ours[]): Promise<Map<number, Noted[]>> {
  const rows = signatures.length === 0 ? [] : await session.all<Noted>(`SELECT signature, response, CASE WHEN form = '' THEN id END AS lost FROM responses WHERE signature AMONG ? ORDER BY id`, signatures.map(({ id }) => id));
  const noted = new Map<number, Noted[]>();
  for (const row of rows) {
    const others = noted.get(row.signature);
    if (others) others.push(row);
    else noted.set(row.signature, [row]);
  }
  return noted;
}

/** Notes which answers carry which signature; a signature may have several, and each is noted once. One that was noted without its form has it from now on. */
async function remember(session: Session, { petition, form }: { petition: number; form: string }, answers: readonly Answer[], owners: ReadonlyMap<string, number>, noted: Map<number, Noted[]>): Promise<void> {
  const rows: [string, number][] = [];
  const found: number[] = [];
  for (const { response, seal } of answers) {
    const owner = owners.get(seal);
    if (owner === undefined) continue;
    const known = noted.get(owner) ?? [];
    const same = known.find((one) => one.response === response.responseId);
    if (same && same.lost !== null) found.push(same.lost);
    if (same) continue;
    noted.set(owner, [...known, { signature: owner, response: response.responseId, lost: null }]);
    rows.push([response.responseId, owner]);
  }
  if (found.length > 0 && form !== '') await session.run('UPDATE responses SET form = ? WHERE id AMONG ?', form, found);
  if (rows.length === 0) return;
  const numbers = await session.numbers('responses', rows.length);
  await session.insert(RESPONSES, rows.map(([response, owner], index) => [numbers[index]!, petition, response, owner, form]));
}

interface Ours {
  id: number;
  seal: string;
  state: SignatureState;
  relay: RelayState;
  origin: NewSignature['origin'];
  signed_at: number;
}

/** Answers that were submitted again since they became a signature. Who signed on the page has no answer to edit, and of several answers the first is the signature. */
function editedOf(answers: readonly Answer[], ours: readonly Ours[], noted: ReadonlyMap<number, Noted[]>): Edited[] {
  const own = new Map(ours.filter(({ origin, state }) => origin === 'form' && state !== 'erased').map((signature) => [signature.seal, signature]));
  if (own.size === 0) return [];
  const edited = new Map<number, Edited>();
  for (const { response, seal } of answers) {
    const signature = own.get(seal);
    if (!signature || response.at <= (edited.get(signature.id)?.response.at ?? signature.signed_at)) continue;
    if (noted.get(signature.id)?.[0]?.response === response.responseId) edited.set(signature.id, { id: signature.id, response });
  }
  return [...edited.values()];
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

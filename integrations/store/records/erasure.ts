import { setTimeout as pause } from 'node:timers/promises';
import type { RelayState, SignatureState } from '../../../src/domain/signature.ts';
import type { AtForm } from '../at-form.ts';
import type { Engine, Session } from '../engine.ts';
import { SPENT } from '../tables.ts';
import { noChange, type Change } from './counter.ts';
import { PETITION, takePetition } from './petition-row.ts';

/** Everything about a person or a device goes; the day stays, and so do language and source, which many share. */
const NOTHING_PERSONAL = `ref = NULL, person = NULL, namesake = NULL, network = NULL, name = NULL, email = NULL, place = NULL, country = NULL, comment = NULL, updates = 0,
  signed_at = signed_at - signed_at % 86400000, owner = NULL, relay_reason = NULL, due = NULL, wish = 0, relay = CASE WHEN relay = 'confirmed' THEN relay ELSE 'none' END`;

/** A signature as far as an erasure needs it. */
export interface Erasable {
  id: number;
  state: SignatureState;
  relay: RelayState;
}

/**
 * Erases signatures of a petition that was taken. Two things stay until the petition is anonymised, so that erased stays
 * erased: the seal, the beginning of a hash of a random number, by which the same answer is known when it comes back from
 * the form; and the key of a row of a list, by which it is known when the list comes again. The key is the list's name and
 * the row's number there, or the beginning of a hash: whoever still has the list, or the secret and a name with its
 * address to try, can find out that this row was erased, and nobody else.
 */
export async function eraseSignatures(session: Session, signatures: readonly Erasable[], change: Change): Promise<void> {
  await session.run(`UPDATE signatures SET state = 'erased', ${NOTHING_PERSONAL} WHERE id AMONG ?`, signatures.map(({ id }) => id));
  for (const { state, relay } of signatures) {
    change.state(state, -1);
    change.state('erased', 1);
    leaveRelay(relay, change);
  }
}

function leaveRelay(relay: RelayState, change: Change): void {
  if (relay === 'confirmed') return;
  change.relay(relay, -1);
  change.relay('none', 1);
}

/** Erases all of a person; gives the answers that somebody must delete at the form by hand. A repetition that was not counted does not take its place. */
export async function erase(engine: Engine, slug: string, person: string): Promise<{ erased: number; responses: AtForm[]; onTheWay: number }> {
  // After a commit whose answer was lost they are nobody's any more, so that they are kept in mind from the first run on.
  const all = new Map<number, Erasable & { attempts: number }>();
  const responses = await engine.write(async (session) => {
    const petition = await takePetition(session, slug);
    const found = await session.all<Erasable & { attempts: number }>('SELECT id, state, relay, attempts FROM signatures WHERE petition = ? AND person = ?', petition, person);
    for (const signature of found) all.set(signature.id, signature);
    const change = noChange();
    await eraseSignatures(session, found, change);
    await change.write(session, petition);
    return session.all<AtForm>('SELECT response, form FROM responses WHERE signature AMONG ? ORDER BY id', [...all.keys()]);
  });
  await engine.scrub();
  const onTheWay = [...all.values()].filter(({ relay, attempts }) => relay === 'sending' || (relay !== 'confirmed' && attempts > 0)).length;
  return { erased: all.size, responses, onTheWay };
}

/** Rows of one transaction, or of one look. */
const PART = 2500;

/** Answers of erased signatures that are still at a form, as far as is known. Part by part, so that others get their turn. */
export async function leftAtForm({ read }: Engine, petition: string, between: () => Promise<unknown> = () => pause(2)): Promise<AtForm[]> {
  const left: AtForm[] = [];
  for (let last = 0; ; await between()) {
    const part = await read.lists<[id: number, response: string | null, form: string | null]>(
      `SELECT responses.id, CASE WHEN state = 'erased' THEN response END, CASE WHEN state = 'erased' THEN form END
       FROM responses JOIN signatures ON signatures.id = responses.signature WHERE responses.petition = ${PETITION} AND responses.id > ? ORDER BY responses.id LIMIT ${PART}`,
      petition, last,
    );
    for (const [, response, form] of part) if (response !== null) left.push({ response, form: form ?? '' });
    if (part.length < PART) return left;
    last = part.at(-1)![0];
  }
}

/**
 * Makes every signature of a petition nobody's; states and totals stay. Seals are laid aside without their signatures,
 * so that a later sync does not bring anybody back. Part by part: after a fault, doing it again completes it.
 */
export async function anonymise(engine: Engine, slug: string, dryRun: boolean): Promise<number> {
  const [personal] = await engine.read.all<{ total: number }>(`SELECT count(*) AS total FROM signatures WHERE petition = ${PETITION} AND email IS NOT NULL`, slug);
  if (dryRun) return personal!.total;
  for (let last = 0, more = true; more; ) {
    const part = await engine.write(async (session) => {
      const petition = await takePetition(session, slug);
      const found = await session.all<Erasable & { seal: string }>('SELECT id, state, relay, seal FROM signatures WHERE petition = ? AND id > ? AND seal IS NOT NULL ORDER BY id LIMIT ?', petition, last, PART);
      const ids = found.map(({ id }) => id);
      await session.run('DELETE FROM responses WHERE signature AMONG ?', ids);
      // Sorted, so that their order tells nothing either.
      await session.insert(SPENT, found.map(({ seal }) => seal).sort().map((seal) => [petition, seal]), 'ON CONFLICT DO NOTHING');
      await session.run(`UPDATE signatures SET seal = NULL, external = NULL, ${NOTHING_PERSONAL} WHERE id AMONG ?`, ids);
      const change = noChange();
      for (const { relay } of found) leaveRelay(relay, change);
      await change.write(session, petition);
      return ids;
    });
    last = part.at(-1) ?? last;
    more = part.length === PART;
  }
  await engine.scrub();
  return personal!.total;
}

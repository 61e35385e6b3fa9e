import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '../../refusal.ts';
import type { ProofOfVanishing } from '../at-form.ts';
import type { Engine, Session } from '../engine.ts';
import { noChange } from './counter.ts';
import { eraseSignatures, type Erasable } from './erasure.ts';
import { countNext, type Signer } from './next-in-line.ts';
import { PETITION, takePetition } from './petition-row.ts';

/** Answers of one statement: a store in a file works in the thread that answers people, and must not hold it up. */
const PART = 500;
/** So many are asked about one by one, most of them; Google takes some hundred such questions in a minute. */
const ASKED = 500;

/** What happens between two parts: whoever waits for an answer gets it. */
type Between = () => Promise<unknown>;
const breathe: Between = () => pause(2);

/**
 * Compares everything that is known of a form's answers with a full listing of it, and erases what is gone: whoever deletes an
 * answer there means the person to be forgotten. What another form holds, or a form that nobody knows, is left alone. The
 * listing is laid beside the ledger in a table of its own, and both are gone through part by part, so that either may be of
 * any length. Answers that were entered after the listing began are left alone. Refuses a listing that is empty, or
 * lacks more than half: that is an answer of a broken form rather than the wish of anybody, unless `sure`. Pages in another order
 * than the ones before can make a listing lack what is there, so each missing one is asked about by itself.
 */
export async function eraseVanished(engine: Engine, petition: string, form: string, seen: AsyncIterable<readonly string[]>, { sure = false, isGone }: ProofOfVanishing = {}, between = breathe): Promise<number> {
  return engine.apart(async (session) => {
    const [known] = await session.all<{ newest: number | null }>(`SELECT max(id) AS newest FROM responses WHERE petition = ${PETITION}`, petition);
    const newest = known!.newest;
    if (newest === null) return 0;
    await session.run('CREATE TEMPORARY TABLE seen (response TEXT PRIMARY KEY)');
    for await (const page of seen) await note(session, page, between);
    const place = { petition, form, newest };
    const { total, gone, parts } = await compare(session, place, between);
    if (!sure && gone > total / 2) {
      throw new Refusal(`The form lists ${total - gone} of ${total} answers to the petition “${petition}” that are in the ledger, so nothing was erased. Look at the form; when the others really were deleted there, confirm it.`);
    }
    let erased = 0;
    let asked = 0;
    for (const last of parts) {
      const vanished: number[] = [];
      for (const [id, is, response] of await partAfter(session, place, last)) {
        if (is === 'gone' && (!isGone || (asked++ < ASKED && (await isGone(response))))) vanished.push(id);
      }
      // A run whose commit was done and its answer lost finds nothing the next time.
      const forgotten = new Set<number>();
      if (vanished.length > 0) await engine.write((own) => forget(own, petition, vanished, forgotten));
      erased += forgotten.size;
      await between();
    }
    if (erased > 0) await engine.scrub();
    return erased;
  });
}

/** How many answers of a form are known. */
export async function knownAnswers({ read }: Engine, petition: string, form: string, between = breathe): Promise<number> {
  let known = 0;
  for (let last = 0; ; await between()) {
    const [part] = await read.all<{ last: number | null; known: number | null }>(
      `SELECT max(id) AS last, count(CASE WHEN form = ? THEN 1 END) AS known FROM (SELECT id, form FROM responses WHERE petition = ${PETITION} AND id > ? ORDER BY id LIMIT ${PART}) AS part`,
      form, petition, last,
    );
    if (part!.last === null) return known;
    known += part!.known!;
    last = part!.last;
  }
}

async function note(session: Session, responses: readonly string[], between: Between): Promise<void> {
  for (let start = 0; start < responses.length; start += PART) {
    await session.insert({ name: 'seen', columns: { response: 'text' } }, responses.slice(start, start + PART).map((response) => [response]), 'ON CONFLICT DO NOTHING');
    await between();
  }
}

/** Which answers are compared: those of a form, as far as they were known when the listing began. */
interface Place {
  petition: string;
  form: string;
  newest: number;
}

/** An answer by number and id, and whether the listing has it. */
type Compared = [id: number, is: 'elsewhere' | 'there' | 'gone', response: string];

/** The next answers of a petition after one. */
const partAfter = (session: Session, { petition, form, newest }: Place, last: number): Promise<Compared[]> =>
  session.lists<Compared>(
    `SELECT id, CASE WHEN form <> ? THEN 'elsewhere' WHEN EXISTS (SELECT 1 FROM seen WHERE seen.response = responses.response) THEN 'there' ELSE 'gone' END, response
     FROM responses WHERE petition = ${PETITION} AND id > ? AND id <= ? ORDER BY id LIMIT ${PART}`,
    form, petition, last, newest,
  );

/** How many answers of the form are known and how many of them are gone, and where each part with such begins. */
async function compare(session: Session, place: Place, between: Between): Promise<{ total: number; gone: number; parts: number[] }> {
  const found = { total: 0, gone: 0, parts: [] as number[] };
  for (let last = 0; ; await between()) {
    const part = await partAfter(session, place, last);
    const gone = part.filter(([, is]) => is === 'gone').length;
    found.total += part.filter(([, is]) => is !== 'elsewhere').length;
    found.gone += gone;
    if (gone > 0) found.parts.push(last);
    if (part.length < PART) return found;
    last = part.at(-1)![0];
  }
}

/** A signature with several answers is erased with the last of them; the person is still counted who signed another time. */
async function forget(session: Session, slug: string, responses: readonly number[], forgotten: Set<number>): Promise<void> {
  const petition = await takePetition(session, slug);
  const owners = await session.all<{ signature: number }>('SELECT DISTINCT signature FROM responses WHERE id AMONG ?', responses);
  await session.run('DELETE FROM responses WHERE id AMONG ?', responses);
  const found = await session.all<Erasable & Signer>(
    `SELECT id, state, relay, person, namesake FROM signatures WHERE id AMONG ? AND state <> 'erased' AND NOT EXISTS (SELECT 1 FROM responses WHERE responses.signature = signatures.id)`,
    owners.map(({ signature }) => signature),
  );
  const change = noChange();
  await eraseSignatures(session, found, change);
  await countNext(session, petition, found.filter(({ state }) => state === 'valid'), change);
  await change.write(session, petition);
  for (const { id } of found) forgotten.add(id);
}

import { Refusal } from '../../refusal.ts';
import type { Engine, Session } from '../engine.ts';
import { noChange } from './counter.ts';
import { eraseSignatures, type Erasable } from './erasure.ts';
import { PETITION, takePetition } from './petition-row.ts';

/** Answers of one statement. */
const PART = 2500;

/**
 * Compares everything that is known with a full listing of the form, and erases what is gone: whoever deletes an answer
 * there means the person to be forgotten. The listing is laid beside the ledger in a table of its own, so it may be of
 * any length. Answers that were entered after the listing began are left alone. Refuses a listing that is empty, or
 * lacks more than half: that is an answer of a broken form rather than the wish of anybody, unless `sure`.
 */
export async function eraseVanished(engine: Engine, petition: string, seen: AsyncIterable<readonly string[]>, sure = false): Promise<number> {
  return engine.apart(async (session) => {
    const [known] = await session.all<{ total: number; newest: number | null }>(`SELECT count(*) AS total, max(id) AS newest FROM responses WHERE petition = ${PETITION}`, petition);
    const { total, newest } = known!;
    if (total === 0) return 0;
    await session.run('CREATE TEMPORARY TABLE seen (response TEXT PRIMARY KEY)');
    for await (const page of seen) if (page.length > 0) await session.insert({ name: 'seen', columns: { response: 'text' } }, page.map((response) => [response]), 'ON CONFLICT DO NOTHING');
    const [gone] = await session.all<{ total: number }>(`SELECT count(*) AS total FROM responses WHERE ${GONE}`, petition, 0, newest);
    if (!sure && gone!.total > total / 2) {
      throw new Refusal(`The form lists ${total - gone!.total} of ${total} answers to the petition “${petition}” that are in the ledger, so nothing was erased. Look at the form; when the others really were deleted there, confirm it.`);
    }
    let erased = 0;
    for (let last = 0; ; ) {
      const part = await session.all<{ id: number }>(`SELECT id FROM responses WHERE ${GONE} ORDER BY id LIMIT ${PART}`, petition, last, newest);
      if (part.length === 0) break;
      erased += await engine.write((own) => forget(own, petition, part.map(({ id }) => id)));
      last = part.at(-1)!.id;
    }
    if (erased > 0) await engine.scrub();
    return erased;
  });
}

const GONE = `petition = ${PETITION} AND id > ? AND id <= ? AND NOT EXISTS (SELECT 1 FROM seen WHERE seen.response = responses.response)`;

/** A signature with several answers is erased with the last of them. */
async function forget(session: Session, slug: string, responses: readonly number[]): Promise<number> {
  const petition = await takePetition(session, slug);
  const owners = await session.all<{ signature: number }>('SELECT DISTINCT signature FROM responses WHERE id AMONG ?', responses);
  await session.run('DELETE FROM responses WHERE id AMONG ?', responses);
  const found = await session.all<Erasable>(
    `SELECT id, state, relay FROM signatures WHERE id AMONG ? AND state <> 'erased' AND NOT EXISTS (SELECT 1 FROM responses WHERE responses.signature = signatures.id)`,
    owners.map(({ signature }) => signature),
  );
  const change = noChange();
  await eraseSignatures(session, found, change);
  await change.write(session, petition);
  return found.length;
}

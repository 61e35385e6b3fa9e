import type { Engine } from './engine.ts';
import type { Ledger } from './ledger.ts';
import { readCounts, recount } from './records/counter.ts';
import { groupCommit } from './records/group-commit.ts';
import { bookmark, secret, setBookmark } from './records/remembered.ts';
import { signAll } from './records/signing.ts';
import { fromNetwork, petitions, receipts, standing } from './records/standing.ts';

/** The ledger on a database of either kind. */
export function ledgerOn(engine: Engine): Ledger {
  return {
    sign: groupCommit((signatures) => signAll(engine, signatures)),
    signAll: (signatures) => signAll(engine, signatures),
    petitions: () => petitions(engine),
    counts: (petition) => readCounts(engine, petition),
    recount: (petition) => recount(engine, petition),
    receipts: (petition, prefix) => receipts(engine, petition, prefix),
    standing: (petition, ref) => standing(engine, petition, ref),
    fromNetwork: (petition, network, since) => fromNetwork(engine, petition, network, since),
    bookmark: (name) => bookmark(engine, name),
    setBookmark: (name, value) => setBookmark(engine, name, value),
    alone: (name, work) => engine.alone(name, work),
    secret: () => secret(engine),
    close: () => engine.close(),
  } as Ledger;
}

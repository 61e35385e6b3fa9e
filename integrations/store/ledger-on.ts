import type { Engine } from './engine.ts';
import type { Ledger } from './ledger.ts';
import { readCounts, recount } from './records/counter.ts';
import { enter } from './records/entering.ts';
import { anonymise, erase, leftAtForm } from './records/erasure.ts';
import { groupCommit } from './records/group-commit.ts';
import { takenNumbers } from './records/list-number.ts';
import { petitions } from './records/petition-row.ts';
import { receipts } from './records/receipts.ts';
import { lease, passed, rejected, resendUnseen, retryRejected } from './records/relay.ts';
import { bookmark, secret, setBookmark } from './records/remembered.ts';
import { preview, review, reviews, undoReview } from './records/review.ts';
import { ofPerson, rows } from './records/rows.ts';
import { signAll } from './records/signing.ts';
import { fromNetwork, signedSpan, signedTotals } from './records/signed-totals.ts';
import { eraseVanished, knownAnswers } from './records/vanished.ts';

/** The ledger on a database of either kind. */
export function ledgerOn(engine: Engine): Ledger {
  return {
    sign: groupCommit((signatures) => signAll(engine, signatures)),
    signAll: (signatures) => signAll(engine, signatures),
    takenNumbers: (petition, rows) => takenNumbers(engine, petition, rows),
    petitions: () => petitions(engine),
    counts: (petition) => readCounts(engine, petition),
    recount: (petition) => recount(engine, petition),
    receipts: (petition, prefix) => receipts(engine, petition, prefix),
    fromNetwork: (petition, network, since) => fromNetwork(engine, petition, network, since),
    signedSpan: (petition) => signedSpan(engine, petition),
    signedTotals: (petition, from, to) => signedTotals(engine, petition, from, to),
    lease: (wish) => lease(engine, wish),
    passed: (id, owner, outcome) => passed(engine, id, owner, outcome),
    resendUnseen: (petition, before, now) => resendUnseen(engine, petition, before, now),
    rejected: (petition) => rejected(engine, petition),
    retryRejected: (petition, now) => retryRejected(engine, petition, now),
    enter: (petition, responses, form) => enter(engine, petition, responses, form),
    knownAnswers: (petition, form) => knownAnswers(engine, petition, form),
    eraseVanished: (petition, form, seen, proof) => eraseVanished(engine, petition, form, seen, proof),
    leftAtForm: (petition) => leftAtForm(engine, petition),
    bookmark: (name) => bookmark(engine, name),
    setBookmark: (name, value) => setBookmark(engine, name, value),
    alone: (name, work) => engine.alone(name, work),
    preview: (filter) => preview(engine, filter),
    review: (filter, to, at) => review(engine, filter, to, at),
    undoReview: (petition, number) => undoReview(engine, petition, number),
    reviews: (petition) => reviews(engine, petition),
    rows: (petition, states) => rows(engine, petition, states),
    ofPerson: (petition, person) => ofPerson(engine, petition, person),
    erase: (petition, person) => erase(engine, petition, person),
    anonymise: (petition, dryRun) => anonymise(engine, petition, dryRun),
    secret: () => secret(engine),
    close: () => engine.close(),
  };
}

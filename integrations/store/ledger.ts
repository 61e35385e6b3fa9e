import type { RelayState, SignatureState, Signing } from '../../src/domain/signature.ts';
import type { AtForm, ProofOfVanishing } from './at-form.ts';
import type { Reviewed, ReviewFilter, ReviewPreview } from './reviewed.ts';
import type { SignedTotal } from './signed-total.ts';
import type { ListRow, TakenNumber } from './taken-number.ts';

// Moments are whole milliseconds since 1970 in UTC: a ledger holds millions of them.

/** A signature to be written down. */
export interface NewSignature extends Signing {
  petition: string;
  /** UUID; the same signature sent again has the same one. */
  ref: string;
  signedAt: number;
  /** Keyed hashes, hex: of the canonical address, of the folded name, and of the sender's network for a day. */
  person: string;
  namesake: string;
  network: string;
  /** What speaks against a human being behind it, and how strongly; see `src/domain/suspicion.ts`. */
  score: number;
  reasons: string[];
  /** Came by the petition's page, straight by the form, or in a list. */
  origin: 'page' | 'form' | 'list';
  /** By which a row of a list is known when the list comes again; once a petition. */
  external?: string | undefined;
  /** Whether it has to be passed on to a form. */
  relay: boolean;
}

/** What became of it. Signers are never told. */
export interface Signed {
  ref: string;
  state: SignatureState;
  /** True when this `ref`, or this row of a list, was in the ledger already. */
  repeated: boolean;
}

export type Tally<State extends string> = Record<State, number>;

/** Totals of a petition. */
export interface Counts {
  petition: string;
  states: Tally<SignatureState>;
  relay: Tally<RelayState>;
}

/** A signature that the relay has taken on until its lease ends. */
export interface Leased extends Signing {
  id: string;
  petition: string;
  ref: string;
  signedAt: number;
  /** Since when it was due. */
  due: number;
  /** How often it was tried before. */
  attempts: number;
}

/** How an attempt to pass a signature on ended. */
export type Passed =
  | { to: 'sent'; at: number }
  /** To be tried again at `next`. */
  | { to: 'waiting'; next: number; reason: string }
  /** Given back, to be tried at `next`: something came up first. */
  | { to: 'untried'; next: number }
  /** The form will not take it; a person has to look. */
  | { to: 'rejected'; reason: string };

/** An answer at the form, as the Forms API gives it, with our questions already placed. */
export interface FormResponse {
  responseId: string;
  /** Last submitted. */
  at: number;
  /** Missing when somebody filled in the form itself. */
  ref?: string | undefined;
  signature: Omit<NewSignature, 'ref' | 'petition' | 'origin' | 'external' | 'relay' | 'signedAt'>;
}

/** What a sync changed. */
export interface Synced {
  /** New in the ledger. */
  added: number;
  /** Ours, now seen at the form. */
  confirmed: number;
  /** Known already. */
  known: number;
}

/** A signature as the delivery to the target and a person's request need it. */
export interface LedgerRow extends Signing {
  ref: string;
  signedAt: number;
  state: SignatureState;
  relay: RelayState;
  origin: NewSignature['origin'];
  /** Every answer at the form that carries it. */
  responses: string[];
}

/**
 * Where signatures are kept: the truth about who signed and how many. Two engines keep it, one contract test holds
 * both. Every method rejects with a `StoreFault` when the store cannot do it, and then nothing of it has happened.
 */
export interface Ledger {
  /**
   * Resolves once the signature is on disk, in one commit with others that wait at the same time. Decides its state:
   * `suspect` from `SUSPECT_FROM` on (not passed on to a form before a review makes it valid); `duplicate` when the
   * person is counted already under this name, or two names are counted on the address; otherwise `valid`. A duplicate
   * that wants news adds this to the person's counted signature; none ever takes it back.
   */
  sign(signature: NewSignature): Promise<Signed>;
  /** Several at once, for lists; all or none. Rejects with a `Refusal` when one has the number of somebody else; see `takenNumbers`. */
  signAll(signatures: readonly NewSignature[]): Promise<Signed[]>;
  /** Of the rows of a list those that have the number of another person: entered as known, they would be lost. */
  takenNumbers(petition: string, rows: readonly ListRow[]): Promise<TakenNumber[]>;
  petitions(): Promise<string[]>;
  /** The counter, kept in the commits that change it. */
  counts(petition: string): Promise<Counts>;
  /** The same by counting every signature anew. */
  recount(petition: string): Promise<Counts>;
  /** First sixteen hex digits of the SHA-256 of each `ref` whose signer is counted, with these first two; with a form, only of refs seen there. Repetitions have theirs, so that nobody learns who signed before. */
  receipts(petition: string, prefix: string): Promise<string[]>;
  /** How many came from this network since then. */
  fromNetwork(petition: string, network: string, since: number): Promise<number>;
  /** The first and the last moment of signing; undefined for a petition that nobody signed. */
  signedSpan(petition: string): Promise<{ first: number; last: number } | undefined>;
  /** Counted signatures from a moment to another, which is not included, added up by quarters of an hour: of a million, some thousands of rows. */
  signedTotals(petition: string, from: number, to: number): Promise<SignedTotal[]>;

  /** Takes up to `most` that wait, or whose lease has ended, for `owner` until `until`. What a reviewer took out since is not passed on any more. */
  lease(wish: { petitions: readonly string[]; owner: string; most: number; now: number; until: number }): Promise<Leased[]>;
  /** Changes nothing when the lease has gone to another owner, or the signature was seen at the form meanwhile. */
  passed(id: string, owner: string, outcome: Passed): Promise<void>;
  /** Sends again what was sent before `before` and is still not seen at the form; what the form took ten times is `rejected`. */
  resendUnseen(petition: string, before: number, now: number): Promise<number>;
  rejected(petition: string): Promise<{ ref: string; reason: string; attempts: number }[]>;
  retryRejected(petition: string, now: number): Promise<number>;

  /**
   * Enters answers of a form (its edit id), in their order; the same answer twice changes nothing. One whose `ref` is known confirms that
   * signature, whatever the relay thought of it. One that came by the form and was edited there is taken over: who takes consent back is
   * counted no longer. What was erased or made anonymous does not come back.
   */
  enter(petition: string, responses: readonly FormResponse[], form?: string): Promise<Synced>;
  /** How many answers of a form are known, those of erased signatures among them. */
  knownAnswers(petition: string, form: string): Promise<number>;
  /**
   * What is known of answers of this form that are no longer there becomes `erased`; returns how many. Another form's stay, and where a
   * counted signature is gone its oldest repetition is counted. Begin the listing after the call, and enter what it lists. Rejects with a
   * `Refusal` when the listing is empty or lacks more than half, unless `sure`; `isGone` is asked about each answer that it lacks.
   */
  eraseVanished(petition: string, form: string, seen: AsyncIterable<readonly string[]>, proof?: ProofOfVanishing): Promise<number>;
  /** Answers of erased signatures that are still at a form, and must be deleted there by hand. */
  leftAtForm(petition: string): Promise<AtForm[]>;
  /** A bookmark of a job, by name. */
  bookmark(name: string): Promise<string | undefined>;
  setBookmark(name: string, value: string): Promise<void>;
  /** Runs `work` while nobody else, in any process, holds the lock of this name; undefined when somebody does. */
  alone<T>(name: string, work: () => Promise<T>): Promise<{ result: T } | undefined>;

  preview(filter: ReviewFilter): Promise<ReviewPreview>;
  /**
   * Gives all that fit a state; returns a number by which `undoReview` puts every one back. Nobody is counted twice by
   * either: a repetition becomes a `duplicate`. And no duplicate becomes valid by itself when a valid one is taken out.
   */
  review(filter: ReviewFilter, to: SignatureState, at: number): Promise<{ review: number; changed: number }>;
  /** Rejects with a `Refusal` when the petition has no such review; see `reviews`. */
  undoReview(petition: string, review: number): Promise<number>;
  /** Reviews of a petition, the last first. */
  reviews(petition: string): Promise<Reviewed[]>;

  /** Rows for export, in the order of signing; `valid` alone unless states are named. */
  rows(petition: string, states?: readonly SignatureState[]): AsyncIterable<LedgerRow>;
  /** What is known of a person (keyed hash of the address). */
  ofPerson(petition: string, person: string): Promise<LedgerRow[]>;
  /** Removes a person's data; the signatures become `erased`. Returns the answers that must be deleted at the form by hand, and how many signatures were passed on and not seen there yet. */
  erase(petition: string, person: string): Promise<{ erased: number; responses: AtForm[]; onTheWay: number }>;
  /** Removes names, addresses, refs and everything else personal of a petition; totals stay. */
  anonymise(petition: string, dryRun: boolean): Promise<number>;
  /** Secret of this organisation for keyed hashes: 32 bytes, made once and the same for every instance. */
  secret(): Promise<Buffer>;
  close(): Promise<void>;
}

/** The store cannot do what was asked: full, read-only, out of reach. The message says what and what to do, never whose data. */
export class StoreFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreFault';
  }
}

import { dayStart, nextMidnight, type Day, type Instant } from './instant.ts';

/** Where a petition's questions stand at the form: the API's ids, eight hex digits; a public entry has the same number in decimal. */
export interface FormQuestions {
  name: string;
  email: string;
  place?: string | undefined;
  country?: string | undefined;
  comment?: string | undefined;
  consent: string;
  updates?: string | undefined;
  language?: string | undefined;
  source?: string | undefined;
  bucket?: string | undefined;
  ref: string;
  version?: string | undefined;
}

/** The form that collects signatures. */
export interface PetitionForm {
  /** Edit id, for the API. */
  id: string;
  /** Public id, for people. */
  public: string;
  /** A token in the form's own confirmation message. */
  confirmation: string;
  questions: FormQuestions;
}

/** What is the same in every language: `content/petitions/<slug>/petition.yml`. */
export interface PetitionTerms {
  target: string;
  opens: Day;
  closes: Day;
  paused: boolean;
  milestones?: number[] | undefined;
  /** Asked besides the address and the name. */
  fields: ('name' | 'email' | 'place' | 'country' | 'comment')[];
  /** Months after closing until signatures are anonymised. */
  retention: number;
  offline: { date: Day; count: number; note: string }[];
  delivered?: Day | undefined;
  form?: PetitionForm | undefined;
}

export type PetitionState = 'draft' | 'open' | 'paused' | 'closed' | 'delivered' | 'answered';

export interface PetitionUpdate {
  at: Instant;
  /** Sanitised HTML. */
  text: string;
}

/** What the target said. */
export interface PetitionAnswer {
  at: Instant;
  by: string;
  /** Sanitised HTML. */
  text: string;
  url?: string | undefined;
}

/** How many signed, as far as the ledger was read; `count` is both together. */
export interface PetitionCount {
  petition: string;
  online: number;
  /** Gathered on paper, as `petition.yml` declares it. */
  offline: number;
  count: number;
  /** When the ledger was read. */
  asOf: Instant;
}

/**
 * Where a petition stands on a day of the organisation's calendar: it takes signatures from the start of the day on
 * which it opens to the end of the day on which it closes. A delivery ends the signing, whatever `closes` says; an
 * answer that comes while people still sign does not.
 */
export function stateOf({ draft, answer, terms }: { draft: boolean; answer?: unknown; terms: Pick<PetitionTerms, 'opens' | 'closes' | 'paused' | 'delivered'> }, today: Day): PetitionState {
  if (draft || today < terms.opens) return 'draft';
  const delivered = terms.delivered !== undefined && terms.delivered <= today;
  if (delivered || today > terms.closes) return answer ? 'answered' : delivered ? 'delivered' : 'closed';
  return terms.paused ? 'paused' : 'open';
}

/** From when, and until just before when, a petition takes signatures; `timeZone` is the organisation's. */
export function signingTimes({ opens, closes, delivered }: Pick<PetitionTerms, 'opens' | 'closes' | 'delivered'>, timeZone: string): { opensAt: Instant; closesAt: Instant } {
  const over = nextMidnight(timeZone, dayStart(timeZone, closes));
  return { opensAt: dayStart(timeZone, opens), closesAt: [over, delivered === undefined ? over : dayStart(timeZone, delivered)].sort()[0]! };
}

/** Signatures on paper that were declared by that day. */
export function offlineCount({ offline }: PetitionTerms, today: Day): number {
  return offline.reduce((sum, { date, count }) => (date <= today ? sum + count : sum), 0);
}

/**
 * The milestone that a count is on the way to: the next of the petition's own, and after the last of them the next
 * of 100, 200, 500, 1,000, 2,000, 5,000 and so on without end. It is always above the count and never goes down while
 * the count grows.
 */
export function milestoneFor(count: number, own: readonly number[] = []): number {
  const next = own.find((milestone) => milestone > count);
  if (next !== undefined) return next;
  for (let power = 100; ; power *= 10) {
    const step = [1, 2, 5].map((digit) => digit * power).find((milestone) => milestone > count);
    if (step !== undefined) return step;
  }
}

/** The name of a question in a public form: `entry.` and the API's id, which is hexadecimal, as a decimal number. */
export function entryOf(question: string): string {
  return `entry.${Number.parseInt(question, 16)}`;
}

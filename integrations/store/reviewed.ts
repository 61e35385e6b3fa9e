import type { SignatureState } from '../../src/domain/signature.ts';
import type { Tally } from './ledger.ts';

/** Which signatures a reviewer means; all parts must fit. */
export interface ReviewFilter {
  petition: string;
  states?: SignatureState[] | undefined;
  from?: number | undefined;
  to?: number | undefined;
  reason?: string | undefined;
  leastScore?: number | undefined;
  network?: string | undefined;
}

/** A review that was made. */
export interface Reviewed {
  review: number;
  at: number;
  to: SignatureState;
  changed: number;
  undone: boolean;
}

export interface ReviewPreview {
  total: number;
  states: Tally<SignatureState>;
  /** Hours (start, milliseconds) with the number of signatures, to see a burst. */
  hours: [number, number][];
}

import type { SignatureState } from '../../../src/domain/signature.ts';
import { SUSPECT_FROM } from '../../../src/domain/suspicion.ts';

/** Several people may share one address; more than two who do are rarely several people. */
const PEOPLE_ON_ADDRESS = 2;

/** A counted signature of a person, as much of it as is needed to judge the next. */
export interface Counted {
  id: number;
  namesake: string;
  updates: number;
}

/** What becomes of a signature whose person has these counted ones already, the first of them first. */
export function verdictOn({ namesake, score }: { namesake: string; score: number }, counted: readonly Counted[]): Extract<SignatureState, 'valid' | 'duplicate' | 'suspect'> {
  if (score >= SUSPECT_FROM) return 'suspect';
  return isRepetition(namesake, counted) ? 'duplicate' : 'valid';
}

/** Whether this name on this address is counted already, or one too many on it. */
export function isRepetition(namesake: string, counted: readonly Counted[]): boolean {
  return counted.length >= PEOPLE_ON_ADDRESS || counted.some((other) => other.namesake === namesake);
}

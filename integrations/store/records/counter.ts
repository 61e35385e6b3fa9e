import { RELAY_STATES, SIGNATURE_STATES, type RelayState, type SignatureState } from '../../../src/domain/signature.ts';
import type { Engine, Session } from '../engine.ts';
import type { Counts, Tally } from '../ledger.ts';
import { COUNTS } from '../tables.ts';
import { PETITION } from './petition-row.ts';

/** What a transaction changes in the totals of one petition; written once, at its end. */
export interface Change {
  /** So many more (or fewer) are in this state. */
  state(state: SignatureState, by: number): void;
  relay(state: RelayState, by: number): void;
  write(session: Session, petition: number): Promise<void>;
}

/** A change of nothing, to begin with. */
export function noChange(): Change {
  const totals = new Map<string, number>();
  const add = (key: string, by: number) => totals.set(key, (totals.get(key) ?? 0) + by);
  return {
    state: (state, by) => void add(`state ${state}`, by),
    relay: (state, by) => void add(`relay ${state}`, by),
    async write(session, petition) {
      const rows = [...totals].filter(([, total]) => total !== 0).map(([key, total]) => [petition, ...key.split(' '), total]);
      if (rows.length > 0) await session.insert(COUNTS, rows, 'ON CONFLICT (petition, kind, name) DO UPDATE SET total = counts.total + excluded.total');
    },
  };
}

interface Total {
  kind: string;
  name: string;
  total: number;
}

/** The counter of a petition. */
export async function readCounts({ read }: Engine, petition: string): Promise<Counts> {
  return countsOf(petition, await read.all<Total>(`SELECT kind, name, total FROM counts WHERE petition = ${PETITION}`, petition));
}

/** The same from the signatures themselves. One statement, so that nothing changes between its halves. */
export async function recount({ read }: Engine, petition: string): Promise<Counts> {
  const half = (kind: string) => `SELECT '${kind}' AS kind, ${kind} AS name, count(*) AS total FROM signatures WHERE petition = ${PETITION} GROUP BY ${kind}`;
  return countsOf(petition, await read.all<Total>(`${half('state')} UNION ALL ${half('relay')}`, petition, petition));
}

function countsOf(petition: string, rows: readonly Total[]): Counts {
  const tally = <State extends string>(kind: string, states: readonly State[]) =>
    Object.fromEntries(states.map((state) => [state, rows.find((row) => row.kind === kind && row.name === state)?.total ?? 0])) as Tally<State>;
  return { petition, states: tally('state', SIGNATURE_STATES), relay: tally('relay', RELAY_STATES) };
}

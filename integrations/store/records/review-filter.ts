import type { Value } from '../engine.ts';
import type { ReviewFilter } from '../reviewed.ts';
import { PETITION } from './petition-row.ts';

/** The filter as a condition, and its values in their order. */
export function whereOf({ petition, states, from, to, reason, leastScore, network }: ReviewFilter): { where: string; values: Value[] } {
  const parts: [string, Value | undefined][] = [
    [`petition = ${PETITION}`, petition],
    ['state AMONG ?', states],
    ['signed_at >= ?', from],
    ['signed_at < ?', to],
    [`reasons LIKE ? ESCAPE '\\'`, reason === undefined ? undefined : `% ${reason.replace(/[\\%_]/g, '\\$&')} %`],
    ['score >= ?', leastScore],
    [`network = ? AND network <> ''`, network],
  ];
  const given = parts.filter((part): part is [string, Value] => part[1] !== undefined);
  return { where: given.map(([condition]) => condition).join(' AND '), values: given.map(([, value]) => value) };
}

import { createHash } from 'node:crypto';
import type { Gift } from '../../src/domain/gift.ts';
import type { Movement } from './movement.ts';

/** What is remembered of refunds: by the gift's key, the hundredths of each refund by its own key. */
export type Refunds = Record<string, Record<string, number>>;

/** Gifts to be written, and numbers of rows that came to nothing. */
export interface FoundGifts {
  gifts: Gift[];
  /** All that is to be remembered from now on. */
  refunds: Refunds;
  /** The same gift a second time in the file. */
  repeated: number[];
  /** Refunds whose gift is neither in the file nor known. */
  unknown: number[];
}

export const keyOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/**
 * Makes gifts of movements. A gift's key is the hash of its number, or of day, amount, currency and campaign and how
 * many such ones came before it in the file: two equal gifts are two gifts, and the same file again has the same keys.
 * Refunds are taken off their gift, each once however often it is read; `known` are the source's gifts from before.
 */
export function giftsOf(movements: readonly Movement[], known: ReadonlyMap<string, Gift>, remembered: Refunds): FoundGifts {
  const found: FoundGifts = { gifts: [], refunds: structuredClone(remembered), repeated: [], unknown: [] };
  const gifts = new Map<string, Gift>();
  const times = new Map<string, number>();
  // A name that two gifts have belongs to neither.
  const names = new Map<string, string | undefined>();
  const nameless = (name: string) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return keyOf(`${name}#${time}`);
  };
  for (const movement of movements) {
    if (movement.is !== 'gift') continue;
    const { row, id, of, day, currency, kind, campaign, amount, refunded } = movement;
    const key = id ? ([id, ...of].map(keyOf).find((one) => known.has(one)) ?? keyOf(id)) : nameless(`${day}|${amount}|${currency}|${campaign}`);
    if (gifts.has(key)) found.repeated.push(row);
    else {
      for (const name of [id, ...of]) names.set(name, names.has(name) ? undefined : key);
      gifts.set(key, { key, day, currency, kind, amount, campaign, refunded: Math.max(refunded, known.get(key)?.refunded ?? 0) });
    }
  }
  const before = new Map([...known].map(([key, gift]) => [key, gift.refunded - total(remembered[key])]));
  for (const { is, row, id, of, day, amount } of movements) {
    if (is !== 'refund') continue;
    const key = of.map((name) => names.get(name) ?? keyOf(name)).find((one) => gifts.has(one) || known.has(one));
    if (key === undefined) {
      found.unknown.push(row);
      continue;
    }
    if (!gifts.has(key)) gifts.set(key, { ...bare(known.get(key)!) });
    // Some services give a refund no number but its gift's.
    const own = id && !of.includes(id) ? keyOf(id) : nameless(`refund ${key} ${day} ${amount}`);
    (found.refunds[key] ??= {})[own] = amount;
  }
  for (const [key, refunds] of Object.entries(found.refunds)) {
    const gift = gifts.get(key);
    // More was given back than is remembered where a list tells it beside the gift, or a store was restored.
    if (gift) gift.refunded = Math.max(0, (before.get(key) ?? 0) > 0 || gift.refunded > (known.get(key)?.refunded ?? 0) ? Math.max(gift.refunded, total(refunds)) : total(refunds));
  }
  found.gifts.push(...gifts.values());
  return found;
}

const total = (refunds: Record<string, number> = {}) => Object.values(refunds).reduce((sum, amount) => sum + amount, 0);

const bare = ({ key, day, currency, kind, amount, refunded, campaign }: Gift): Gift => ({ key, day, currency, kind, amount, refunded, campaign });

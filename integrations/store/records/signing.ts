import type { SignatureState } from '../../../src/domain/signature.ts';
import { Refusal } from '../../refusal.ts';
import type { Engine, Session } from '../engine.ts';
import type { NewSignature, Signed } from '../ledger.ts';
import { admit, type Newcomer } from './admission.ts';
import { noChange } from './counter.ts';
import { ownersOf, takenAmong } from './list-number.ts';
import { takePetitions } from './petition-row.ts';
import { sealOf } from './seal.ts';

/** Lists in statements are bounded, and so is what one transaction holds in memory. */
const PART = 2000;

/** Writes signatures in one transaction; all or none. Answers in their order, also for repetitions among themselves. */
export function signAll({ write }: Engine, signatures: readonly NewSignature[]): Promise<Signed[]> {
  return write(async (session) => {
    const answers: Signed[] = [];
    for (const [slug, petition] of await takePetitions(session, signatures.map((signature) => signature.petition))) {
      const places = [...signatures.keys()].filter((place) => signatures[place]!.petition === slug);
      for (let start = 0; start < places.length; start += PART) {
        const part = places.slice(start, start + PART);
        const signed = await signPart(session, petition, part.map((place) => signatures[place]!));
        for (const [index, place] of part.entries()) answers[place] = signed[index]!;
      }
    }
    return answers;
  });
}

async function signPart(session: Session, petition: number, signatures: readonly NewSignature[]): Promise<Signed[]> {
  const seals = signatures.map(({ ref }) => sealOf(ref));
  const known = await knownStates(session, petition, seals, signatures);
  const keys = signatures.map(({ external }, index) => [seals[index]!, ...(external === undefined ? [] : [keyOfExternal(external)])]);
  const first = new Map<string, number>();
  for (const [index, own] of keys.entries()) {
    if (own.some((key) => known.has(key) || first.has(key))) continue;
    for (const key of own) first.set(key, index);
  }
  const isNew = new Set(first.values());
  const newcomers = [...isNew].map((index): Newcomer => {
    const signature = signatures[index]!;
    const { ref, signedAt, origin, external } = signature;
    return { signature, ref, signedAt, origin, external, seal: seals[index]!, relay: 'none', wish: signature.relay };
  });
  const change = noChange();
  const admitted = await admit(session, petition, newcomers, change);
  await change.write(session, petition);
  for (const [order, index] of [...isNew].entries()) for (const key of keys[index]!) known.set(key, admitted[order]!.state);
  return signatures.map(({ ref }, index) => ({ ref, state: keys[index]!.map((key) => known.get(key)).find((state) => state !== undefined)!, repeated: !isNew.has(index) }));
}

const keyOfExternal = (external: string) => `number ${external}`;

/** States of what is there already, by seal and by number in a list; refused when a number is somebody else's. */
async function knownStates(session: Session, petition: number, seals: readonly string[], signatures: readonly NewSignature[]): Promise<Map<string, SignatureState>> {
  const bySeal = await session.all<{ seal: string; state: SignatureState }>('SELECT seal, state FROM signatures WHERE petition = ? AND seal AMONG ?', petition, seals);
  const known = new Map(bySeal.map(({ seal, state }) => [seal, state]));
  const numbers = signatures.flatMap(({ external }) => external ?? []);
  if (numbers.length === 0) return known;
  const owners = await ownersOf(session, petition, numbers);
  if (takenAmong(signatures, owners).length > 0) throw new Refusal('Another list of this name was imported meanwhile, and the same numbers in it are other people’s. Import this one again to see which.');
  for (const [number, { state }] of owners) known.set(keyOfExternal(number), state);
  return known;
}

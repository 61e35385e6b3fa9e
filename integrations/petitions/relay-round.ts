import type { Leased, Ledger, Passed } from '../store/ledger.ts';
import { GoogleFault } from '../google/google-fault.ts';
import type { PublicForms } from '../google/public-form.ts';
import type { Brake } from './brake.ts';
import { deliveryOf, type Delivery } from './delivery.ts';
import { entriesFor } from './form-entries.ts';
import type { FormPetition } from './form-petition.ts';
import type { Pace } from './pace.ts';
import { waitingTime, type DeskWorld } from './waiting-time.ts';

/** What a relay works with. */
export interface RelayDesk {
  ledger: Ledger;
  forms: PublicForms;
  petitions(): Promise<readonly FormPetition[]>;
  /** Name of this relay among all; a lease belongs to it. */
  owner: string;
  pace: Pace;
  brake: Brake;
  /** Petitions about whose forms something was logged that needs no repetition. */
  told: Set<string>;
}

/** Milliseconds for which signatures are taken on, much longer than a request may take. */
const LEASE = 300_000;
/** How long a round lasts at most, so that another process gets its turn and stopping is quick. */
const ROUND = 30_000;
/** Requests under way at a time. */
const ABREAST = 6;

/**
 * Passes on what waits, for half a minute at most; true when something was tried. Stops between two signatures when `signal` says so, and rejects
 * with the ledger's fault as soon as it cannot note how one went: that one's lease ends by itself, and it is sent again and counts once all the same.
 */
export async function relayRound(desk: RelayDesk, signal: AbortSignal, world: DeskWorld): Promise<boolean> {
  const { ledger, owner, pace, brake } = desk;
  const ends = world.now() + ROUND;
  let tried = false;
  while (!signal.aborted && world.now() < ends && pace.rest(world.now()) === 0) {
    const now = world.now();
    const petitions = new Map((await desk.petitions()).filter(({ slug }) => brake.restsUntil(slug, now) === undefined).map((petition) => [petition.slug, petition]));
    if (petitions.size === 0) return tried;
    const most = Math.max(1, Math.min(200, Math.ceil(pace.rate() * 10)));
    const leased = await ledger.lease({ petitions: [...petitions.keys()], owner, most, now, until: now + LEASE });
    if (leased.length === 0) return tried;
    tried = true;
    let fault: Error | undefined;
    const underWay = new Set<Promise<void>>();
    for (const signature of leased) {
      if (fault) break;
      if (underWay.size >= ABREAST) await Promise.race(underWay);
      if (pace.rest(world.now()) === 0 && !signal.aborted) await world.wait(pace.turn(world.now()), signal);
      const held = heldUp(desk, signature, signal, world.now());
      // It keeps its place: what was tried waits behind it, so that after each pause others find out whether the form takes any.
      const work = (held ? ledger.passed(signature.id, owner, { to: 'untried', next: signature.due }) : pass(desk, petitions.get(signature.petition)!, signature, world)).catch((error: Error) => void (fault ??= error)).finally(() => underWay.delete(work));
      underWay.add(work);
    }
    await Promise.all(underWay);
    if (fault) throw fault;
  }
  return tried;
}

/** Whether a signature that was taken on must be given back untried: something has come up since. */
function heldUp({ pace, brake }: RelayDesk, { petition }: Leased, signal: AbortSignal, now: number): boolean {
  return signal.aborted || pace.rest(now) > 0 || brake.restsUntil(petition, now) !== undefined;
}

async function pass(desk: RelayDesk, petition: FormPetition, signature: Leased, world: DeskWorld): Promise<void> {
  const delivery = await desk.forms.submit(petition.form.public, entriesFor(petition.form, signature)).then(
    (answer) => deliveryOf(answer, petition.form.confirmation),
    // The form may have taken it before the line broke; the ledger knows it again by its ref.
    (error: unknown) => ({ is: 'unknown', reason: error instanceof GoogleFault ? error.message : String((error as Error).name) }) as const,
  );
  await desk.ledger.passed(signature.id, desk.owner, outcomeOf(desk, signature, delivery, world));
}

function outcomeOf({ pace, brake, told }: RelayDesk, { id, petition, attempts }: Leased, delivery: Delivery | { is: 'unknown'; reason: string }, world: DeskWorld): Passed {
  const now = world.now();
  const later = now + waitingTime(attempts, world.random());
  const shut = (reason: string): Passed => {
    const wasFree = brake.restsUntil(petition, now) === undefined;
    const next = brake.pull(petition, now);
    if (wasFree) world.log(`${petition}: ${reason} Its signatures wait safely; the next try is in ${Math.ceil((next - now) / 60_000)} min. “npm run petition -- doctor ${petition}” tells more.`);
    return { to: 'waiting', next: Math.max(next, now), reason };
  };
  switch (delivery.is) {
    case 'delivered':
      brake.release(petition, id);
      pace.taken();
      if (delivery.editable && !told.has(petition)) {
        told.add(petition);
        world.log(`${petition}: the form lets people change what they sent. Switch “Allow response editing” off in its settings.`);
      }
      return { to: 'sent', at: now };
    case 'closed':
      return shut(delivery.reason);
    case 'busy':
      pace.tooFast(now, delivery.wait);
      return { to: 'waiting', next: Math.max(later, now + pace.rest(now)), reason: delivery.reason };
    case 'unknown':
      return { to: 'waiting', next: later, reason: delivery.reason };
    case 'refused': {
      const refused = brake.refused(petition, id);
      if (refused === 'enough') return { to: 'rejected', reason: delivery.reason };
      if (refused === 'later') return { to: 'waiting', next: later, reason: delivery.reason };
      return shut(`${delivery.reason} It refused several in a row, so the form itself seems to have changed.`);
    }
  }
}

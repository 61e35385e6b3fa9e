import { relayRound, type RelayDesk } from './relay-round.ts';
import { realDesk, type DeskWorld } from './waiting-time.ts';

/** Between two looks at an empty desk, the first and the longest; while another process relays; after the store failed. Milliseconds. */
const [IDLE, LONG_IDLE, AWAY, BROKEN] = [2_000, 15_000, 10_000, 30_000];

/**
 * Passes signatures on from the ledger to their forms until `signal` says stop, and settles when the last request under way has ended. One
 * process at a time does so, since a form knows only one rate; all others wait for their turn.
 */
export async function relay(desk: RelayDesk, signal: AbortSignal, world: DeskWorld = realDesk): Promise<void> {
  let broken = false;
  let idle = IDLE;
  while (!signal.aborted) {
    try {
      // Taking the lock costs writing to disk, looking does not.
      const round = (await somethingWaits(desk)) ? await desk.ledger.alone('relay', () => relayRound(desk, signal, world)) : { result: false };
      if (broken) world.log('The relay works again.');
      broken = false;
      idle = round?.result ? IDLE : Math.min(idle * 2, LONG_IDLE);
      const rest = desk.pace.rest(world.now());
      if (!round) await world.wait(AWAY, signal);
      else if (rest > 0 || !round.result) await world.wait(Math.max(idle, rest), signal);
    } catch (error) {
      if (!broken) world.log(`The relay pauses: ${(error as Error).message} Signatures wait safely in the ledger.`);
      broken = true;
      await world.wait(BROKEN, signal);
    }
  }
}

async function somethingWaits({ ledger, petitions }: RelayDesk): Promise<boolean> {
  for (const { slug } of await petitions()) {
    const { relay: { waiting, sending } } = await ledger.counts(slug);
    if (waiting + sending > 0) return true;
  }
  return false;
}

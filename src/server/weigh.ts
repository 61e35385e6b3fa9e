import type { Ledger } from '../../integrations/store/ledger.ts';
import { suspicionOf } from '../domain/suspicion.ts';
import { keyedHashes, type KeyedHashes } from './keyed-hash.ts';
import { countNetworks } from './network-tally.ts';
import { sharedNetworks } from './network-of-sender.ts';
import type { SigningDesk } from './sign.ts';

/** What weighing asks the ledger for. */
type Scales = Pick<Ledger, 'secret' | 'counts' | 'fromNetwork'>;

/**
 * Weighs signatures by what is known of their senders. `shared` are ranges that many people sign from, such as a
 * reception centre's `192.0.2.0/24`. Rejects with the ledger's own faults.
 */
export function weigher(ledger: Scales, shared: readonly string[] = []): SigningDesk['weigh'] {
  const isShared = sharedNetworks(shared);
  const networks = countNetworks({
    any: async (petition) => Object.values((await ledger.counts(petition)).states).some((count) => count > 0),
    from: (petition, network, since) => ledger.fromNetwork(petition, network, since),
  });
  let hashes: Promise<KeyedHashes> | undefined;
  const openHashes = () => (hashes ??= ledger.secret().then(keyedHashes).catch((error: unknown) => {
    // A store that opens later gives its key then.
    hashes = undefined;
    throw error;
  }));
  return async ({ signing, bait }, { petition: { slug }, typed, address, now }) => {
    const keyed = await openHashes();
    const network = keyed.network(address || undefined, now);
    const tally = network === '' ? undefined : await networks.count(slug, network, now);
    const { score, reasons } = suspicionOf(signing, { bait, age: ageOf(typed['filled']), network: tally, shared: isShared(address) });
    return { person: keyed.person(slug, signing.email), namesake: keyed.namesake(slug, signing.name), network, score, reasons };
  };
}

/** Milliseconds that filling in took, as the page's script measured them; nothing is held against a page without it. */
function ageOf(written: string | undefined): number | undefined {
  return written !== undefined && /^\d{1,9}$/.test(written) ? Number(written) : undefined;
}

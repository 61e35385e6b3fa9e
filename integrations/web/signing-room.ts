import { lookBack } from '../../src/server/look-back.ts';
import type { SigningDesk } from '../../src/server/sign.ts';
import { weigher } from '../../src/server/weigh.ts';
import { inTime } from '../store/in-time.ts';
import type { Ledger } from '../store/ledger.ts';
import { liveNumbers, type LiveNumbers } from './live-numbers.ts';
import { storeWatch, type StoreCondition } from './store-condition.ts';

/** What answers about petitions need, for as long as the server runs. */
export interface SigningRoom extends SigningDesk {
  readonly numbers: LiveNumbers;
  /** How the store is, for the watchman. */
  condition(): Promise<StoreCondition>;
  /** Number of proxies in front whose word is believed. */
  readonly trustProxy: number;
  /** The address that the organisation settled for itself. */
  readonly siteUrl: string | undefined;
  /** Root of the public forms, `https://docs.google.com/forms`. */
  readonly forms: string;
  /** Milliseconds since 1970. */
  now(): number;
}

/** What the ledger is asked for while the site is served. */
export type OpenLedger = Pick<Ledger, 'sign' | 'counts' | 'receipts' | 'secret' | 'fromNetwork' | 'petitions' | 'bookmark' | 'setBookmark' | 'review'>;

/** A signing room over a ledger; one that cannot be opened only makes its answers say so. */
export function signingRoom(ledger: OpenLedger, settled: Pick<SigningRoom, 'trustProxy' | 'siteUrl' | 'forms'> & { shared?: readonly string[] | undefined; refreshed?: (() => Promise<number>) | undefined }, now: () => number = Date.now, log: (line: string) => void = () => {}): SigningRoom {
  const { trustProxy, siteUrl, forms, shared } = settled;
  const look = lookBack(ledger);
  // What could not be looked at now is noticed again with the next of the burst.
  const burst: SigningRoom['burst'] = (noticed) =>
    void look(noticed).then((changed) => {
      if (changed > 0) log(`Many signatures come from one network at once: ${changed} of “${noticed.petition}” so far are not counted until somebody looks at them, and those that follow neither. All of them: “npm run petition -- review ${noticed.petition}”. Was it a school, a library or your own stall? Name its network under sharedNetworks in content/site.ts.`);
    }).catch(() => {});
  // What weighing asks of the ledger, and seldom has to.
  const scales = { secret: () => inTime(ledger.secret()), counts: (slug: string) => inTime(ledger.counts(slug)), fromNetwork: (...asked: Parameters<Ledger['fromNetwork']>) => inTime(ledger.fromNetwork(...asked)) };
  return { ledger, burst, weigh: weigher(scales, shared), numbers: liveNumbers(ledger, now), condition: storeWatch(ledger, now, settled.refreshed), trustProxy, siteUrl, forms, now };
}

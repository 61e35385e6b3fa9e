import { StoreFault, type Counts, type Ledger, type NewSignature } from '../../integrations/store/ledger.ts';
import { receiptOf } from '../../integrations/store/records/seal.ts';

type Asked = Pick<Ledger, 'sign' | 'counts' | 'receipts' | 'secret' | 'fromNetwork' | 'petitions' | 'bookmark' | 'setBookmark' | 'review' | 'close'>;

/** A ledger in memory, for tests of what stands before it; `fault` is thrown instead of every answer while it is set. */
export interface PaperLedger extends Asked {
  readonly signatures: Map<string, NewSignature>;
  /** How often numbers were asked for. */
  asked: number;
  fault: StoreFault | undefined;
  closed: boolean;
}

export const storeIsFull = () => new StoreFault('The disk is full: make room on it, and signing goes on by itself.');

export function paperLedger(): PaperLedger {
  const signatures = new Map<string, NewSignature>();
  const ledger: PaperLedger = {
    signatures, asked: 0, fault: undefined, closed: false,
    async sign(signature) {
      if (ledger.fault) throw ledger.fault;
      const repeated = signatures.has(signature.ref);
      if (!repeated) signatures.set(signature.ref, signature);
      return { ref: signature.ref, state: 'valid', repeated };
    },
    async counts(petition) {
      ledger.asked++;
      if (ledger.fault) throw ledger.fault;
      const valid = [...signatures.values()].filter((signature) => signature.petition === petition).length;
      return { petition, states: { valid }, relay: { waiting: valid, sending: 0 } } as Counts;
    },
    async receipts(petition, prefix) {
      if (ledger.fault) throw ledger.fault;
      return [...signatures.values()].filter((signature) => signature.petition === petition).map(({ ref }) => receiptOf(ref)).filter((hash) => hash.startsWith(prefix));
    },
    petitions: async () => [...new Set([...signatures.values()].map(({ petition }) => petition))],
    fromNetwork: async (petition, network) => [...signatures.values()].filter((signature) => signature.petition === petition && signature.network === network).length,
    async setBookmark() {
      if (ledger.fault) throw ledger.fault;
    },
    review: async () => ({ review: 1, changed: 0 }),
    bookmark: async () => undefined,
    secret: async () => Buffer.alloc(32, 7),
    close: async () => void (ledger.closed = true),
  };
  return ledger;
}

import type { AccessDesk } from '../../src/server/access.ts';
import { canonicalAddress } from '../../src/domain/mail-address.ts';
import { Refusal } from '../refusal.ts';
import { StoreFault } from '../store/ledger.ts';
import { openStore } from '../store/open-store.ts';
import { rootDoubt, siteRoot } from '../web/site-root.ts';

/** What commands about who may look work with; tests bring their own. */
export interface OpenedAccess extends AccessDesk {
  /** Where the site is reached. */
  root: string;
  /** Where nothing says how people reach the site, what is to be known of `root`. */
  unsure?: string | undefined;
  close(): Promise<void>;
}

export type OpenAccess = () => Promise<OpenedAccess>;

/** The book of this project's store, by the real clock. */
export const openAccess: OpenAccess = async () => {
  const root = siteRoot(process.env);
  const { access, close } = await openStore();
  return { book: access, now: Date.now, root, unsure: rootDoubt(process.env), close };
};

/** Works with the book and closes it, whatever happens. What the store cannot do is told in a sentence, exit code 2. */
export async function withAccess<T>(open: OpenAccess, work: (desk: OpenedAccess) => Promise<T>): Promise<T> {
  const desk = await open();
  try {
    return await work(desk);
  } catch (error) {
    if (error instanceof StoreFault) throw new Refusal(error.message, 2);
    throw error;
  } finally {
    await desk.close();
  }
}

/** The one address that was typed, in its canonical form; refused in a sentence when there is none, or several. */
export function typedMailbox(typed: readonly string[], help: string): string {
  const mailbox = typed.length === 1 ? canonicalAddress(typed[0]!) : undefined;
  if (mailbox !== undefined) return mailbox;
  throw new Refusal(`${typed.length === 0 ? 'Say whom: an e-mail address.' : typed.length > 1 ? 'One address at a time.' : `“${typed[0]!}” is no e-mail address. Write it like amina@example.org.`}\n\n${help}`, 2);
}

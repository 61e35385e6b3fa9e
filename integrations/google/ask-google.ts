import { faultOf, type Remedies } from './google-answer.ts';
import { GoogleFault } from './google-fault.ts';

/** Asks Google once, for `what` as it stands in the middle of a sentence. Rejects with a `GoogleFault`. */
export type AskGoogle<Client> = <T>(what: string, call: (client: Client) => Promise<{ data: T }>, remedies?: Remedies) => Promise<T>;

/** Opens the client at first use, and turns what it throws, and answers that are none, into faults. */
export function askGoogle<Client>(open: () => Promise<Client>): AskGoogle<Client> {
  let opened: Promise<Client> | undefined;
  return async (what, call, remedies) => {
    const client = await (opened ??= open());
    try {
      const { data } = await call(client);
      // The client hands on as a text whatever is no whole JSON.
      if (typeof data !== 'object' || data === null) throw new GoogleFault('busy', `Something answered in Google’s place with a page (asked for ${what}). It is tried again.`);
      return data;
    } catch (error) {
      throw faultOf(error, what, Date.now(), remedies);
    }
  };
}

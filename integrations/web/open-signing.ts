import { openLedger } from '../store/open-ledger.ts';
import type { Petitions } from './release.ts';
import { signingRoom, type SigningRoom } from './signing-room.ts';

/** Signing for as long as the server runs. */
export interface Signing {
  room: SigningRoom;
  /** Tells which petitions there are from now on. */
  follow(petitions: Petitions): void;
  /** Ends what is under way and closes the store; comes after the server has answered everybody. */
  close(): Promise<void>;
}

/** What signing takes from outside: settings, the clock in milliseconds, and where to say what staff should know. */
export interface SigningWorld {
  root: string;
  env: Readonly<Record<string, string | undefined>>;
  now(): number;
  log(line: string): void;
}

/** Opens signing over the ledger that the environment names. A store that cannot be used does not stop the site: signing then answers so. */
export async function openSigning({ root, env, now }: SigningWorld, settled: { trustProxy: number; siteUrl: string | undefined }): Promise<Signing> {
  const ledger = await openLedger(env, root);
  const forms = (env['GOOGLE_FORMS_URL']?.trim() || 'https://docs.google.com/forms').replace(/\/+$/, '');
  return { room: signingRoom(ledger, { ...settled, forms }, now), follow: () => {}, close: () => ledger.close() };
}

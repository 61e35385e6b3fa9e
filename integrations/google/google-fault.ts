/**
 * What went wrong with Google, by what has to be done: `settings` and `signed-out` concern our credentials, `off` an API that the
 * project has not switched on, `forbidden` a form that is not shared with us, `missing` an id, `refused` a request that Google finds
 * wrong, `busy` and `unreachable` pass by themselves, `odd` is an answer that is none of these.
 */
export type GoogleTrouble = 'settings' | 'signed-out' | 'off' | 'forbidden' | 'missing' | 'refused' | 'busy' | 'unreachable' | 'odd';

/** Google did not do what was asked. The message says what is wrong and what to do; it never holds a token or a person's data. */
export class GoogleFault extends Error {
  trouble: GoogleTrouble;
  /** Milliseconds that Google asks us to wait. */
  wait: number | undefined;
  constructor(trouble: GoogleTrouble, message: string, wait?: number) {
    super(message);
    this.name = 'GoogleFault';
    this.trouble = trouble;
    this.wait = wait;
  }

  /** Whether it may go well a little later without anybody doing something. */
  get passes(): boolean {
    return this.trouble === 'busy' || this.trouble === 'unreachable';
  }
}

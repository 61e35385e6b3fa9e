import { Refusal } from '../refusal.ts';

/** The portions of a source until it is called off, also of one that does not listen. Rejects then with a sentence that names it. */
export async function* until<T>(portions: AsyncIterable<T>, signal: AbortSignal, name: string): AsyncGenerator<T> {
  const iterator = portions[Symbol.asyncIterator]();
  const late = () => new Refusal(signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError' ? `${name} took too long and was stopped; what came before is kept. Run npm run refresh again.` : `Refreshing ${name} was stopped, since this process is to end. What came before is kept.`);
  let stop = (_: Refusal) => {};
  const stopped = new Promise<never>((_, reject) => (stop = reject));
  stopped.catch(() => undefined);
  const onAbort = () => stop(late());
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    if (signal.aborted) throw late();
    for (;;) {
      const { done, value } = await Promise.race([iterator.next(), stopped]).catch((error: unknown) => {
        // Whoever was called off says so in words of its own.
        throw signal.aborted ? late() : error;
      });
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // One that hangs is not waited for.
    if (!signal.aborted) await iterator.return?.();
  }
}

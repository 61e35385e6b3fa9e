import { Worker } from 'node:worker_threads';
import type { FeedEntry, FeedReading } from './feed-entry.ts';
import { FeedFault } from './feed-fault.ts';

/** Milliseconds and megabytes that reading a feed may take; a feed of 1 MB with 2,000 entries takes less than a second and 60 MB. */
export const READ_LIMITS = { time: 5000, memory: 160 };

/** Reads the text of a feed in a thread that is ended when it takes too long or too much. Rejects with a `FeedFault`, and with what `signal` says. */
export async function readFeed(xml: string, signal: AbortSignal, { time, memory }: typeof READ_LIMITS = READ_LIMITS): Promise<{ entries: FeedEntry[]; total: number }> {
  signal.throwIfAborted();
  const thread = new Worker(new URL('feed-program.ts', import.meta.url), { workerData: xml, env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 16 } });
  let clock: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  try {
    const reading = await new Promise<FeedReading>((resolve, reject) => {
      const wrong = (sentence: string, cause?: unknown) => reject(new FeedFault(sentence, { cause }));
      clock = setTimeout(() => wrong(`takes more than ${time / 1000} seconds to read, so that something is wrong with it. Tell its publisher, or leave it out.`), time);
      signal.addEventListener('abort', (stop = () => reject(signal.reason as Error)), { once: true });
      thread.once('message', resolve).once('error', (error) => wrong(`cannot be read without more than ${memory} MB of memory, so that something is wrong with it. Tell its publisher, or leave it out.`, error));
      thread.once('exit', () => wrong('could not be read to its end. Tell its publisher, or leave it out.'));
    });
    if ('wrong' in reading) throw new FeedFault(reading.wrong);
    return reading;
  } finally {
    clearTimeout(clock);
    signal.removeEventListener('abort', stop!);
    await thread.terminate();
  }
}

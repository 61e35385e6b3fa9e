import { keepOn, keptOn, moved, waits, type Kept, type KeptState, type Shelf } from './outbox.ts';

/** How long sending may take, in milliseconds. */
const LONGEST = 30_000;

/** The connection and the clock, as sending needs them. */
export interface Post {
  shelf: Shelf;
  fetch(address: string, init: RequestInit): Promise<Response>;
  now(): number;
}

/**
 * Sends a signature and tells how far it is then. Our own server says what became of it. A form of another site tells
 * nothing to scripts, not even that it is closed, so all that is known is that the words were sent; whether it kept them
 * only a receipt can show, and until then the device keeps them.
 */
export async function send(entry: Kept, { fetch, now }: Pick<Post, 'fetch' | 'now'>): Promise<Kept> {
  const { action, fields } = entry;
  if (!action || !fields) return entry;
  const own = action.startsWith('/');
  // A line that is neither there nor broken must not leave somebody waiting.
  const signal = AbortSignal.timeout?.(LONGEST);
  const body = new URLSearchParams(fields);
  try {
    const answer = await fetch(action, own ? { method: 'POST', body, signal, headers: { Accept: 'application/json' } } : { method: 'POST', body, signal, mode: 'no-cors', keepalive: true });
    return moved(entry, own ? await stateAfter(answer) : 'sent', now());
  } catch {
    // What only goes once more has been sent all the same.
    return entry.state === 'sent' ? entry : moved(entry, 'waiting', now());
  }
}

/** What an answer means: stored, over, or in need of the person. Everything else may be said by a machine on the way or pass by, as a pause does, and is tried again. */
async function stateAfter(answer: Response): Promise<KeptState> {
  const { status } = answer;
  if (status === 202) return 'received';
  if (status === 410) return ((await answer.json()) as { state?: string }).state === 'closed' ? 'late' : 'waiting';
  return status === 422 ? 'lost' : 'waiting';
}

/** Sends everything that still has to be sent, or `which`, one after the other; a page that sends in another tab is not disturbed. */
export async function sendAll(post: Post, told: (entry: Kept) => void, which: (entry: Kept) => boolean = waits): Promise<void> {
  const work = async () => {
    for (const entry of keptOn(post.shelf, post.now()).filter(which)) {
      const after = await send(entry, post);
      if (keepOn(post.shelf, after)) told(after);
    }
  };
  if (!navigator.locks) return work();
  await navigator.locks.request('rostrum.signatures', { ifAvailable: true }, async (lock) => lock && work());
}

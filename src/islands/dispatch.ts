import { keep, keptOn, moved, type Kept, type KeptState, type Shelf } from './outbox.ts';

/** The connection and the clock, as sending needs them. */
export interface Post {
  shelf: Shelf;
  fetch(address: string, init: RequestInit): Promise<Response>;
  now(): number;
}

/**
 * Sends a signature and tells how far it is then. Our own server says what became of it. A form of another site tells
 * nothing to scripts, so all that is known after it took the words is that they were sent; whether it kept them only a
 * receipt can show.
 */
export async function send(entry: Kept, { fetch, now }: Pick<Post, 'fetch' | 'now'>): Promise<Kept> {
  const { action, fields } = entry;
  if (!action || !fields) return entry;
  const own = action.startsWith('/');
  const body = new URLSearchParams(fields);
  try {
    const { status } = await fetch(action, own ? { method: 'POST', body, headers: { Accept: 'application/json' } } : { method: 'POST', body, mode: 'no-cors', keepalive: true });
    return moved(entry, own ? stateAfter(status) : 'sent', now());
  } catch {
    return moved(entry, 'waiting', now());
  }
}

/** What an answer of our server means: stored, over, or in need of the person; everything else is tried again. */
function stateAfter(status: number): KeptState {
  if (status === 202) return 'received';
  if (status === 410 || status === 404) return 'late';
  return status === 422 || status === 400 || status === 403 ? 'lost' : 'waiting';
}

/** Sends everything that still has to be sent, one after the other; a page that sends in another tab is not disturbed. */
export async function sendAll(post: Post, told: (entry: Kept) => void): Promise<void> {
  const work = async () => {
    for (const entry of keptOn(post.shelf, post.now()).filter(({ fields }) => fields)) {
      const after = await send(entry, post);
      // Whoever wanted to be forgotten while it was under way shall not be written down again.
      if (!keptOn(post.shelf, post.now()).some(({ ref }) => ref === entry.ref)) continue;
      keep(post.shelf, after);
      told(after);
    }
  };
  if (!navigator.locks) return work();
  await navigator.locks.request('rostrum.signatures', { ifAvailable: true }, async (lock) => lock && work());
}

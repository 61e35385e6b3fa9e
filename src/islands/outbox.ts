/** How far a signature of this device is; what a person typed is kept only while it still has to be sent. */
export type KeptState = 'leaving' | 'waiting' | 'received' | 'sent' | 'counted' | 'late' | 'lost';

/** A signature that was given on this device. */
export interface Kept {
  slug: string;
  ref: string;
  state: KeptState;
  /** Milliseconds since 1970 when it came into this state. */
  at: number;
  /** Where it has to go; gone with the fields. */
  action?: string;
  /** Names and values of the form, as long as they have to be sent. */
  fields?: [string, string][];
  bucket?: string;
}

/** Where a device keeps them, as `localStorage`. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PLACE = 'rostrum.signatures';
/** Days after which a device forgets a signature that reached its end, and one that could never be sent. */
const FORGOTTEN_AFTER = 30;
const DAY = 864e5;

/** The signatures of this device, newest last; none when the browser keeps nothing or somebody wrote nonsense there. */
export function keptOn(shelf: Shelf, now: number): Kept[] {
  try {
    const kept = JSON.parse(shelf.getItem(PLACE) ?? '[]') as Kept[];
    return kept.filter(({ ref, slug, at }) => typeof ref === 'string' && typeof slug === 'string' && now - at < FORGOTTEN_AFTER * DAY);
  } catch {
    return [];
  }
}

/** Keeps a signature, in the place of the same one as it was before; false when the browser does not let us. */
export function keep(shelf: Shelf, entry: Kept): boolean {
  try {
    // Read again each time: another tab may have written meanwhile.
    const others = keptOn(shelf, entry.at).filter(({ ref }) => ref !== entry.ref);
    shelf.setItem(PLACE, JSON.stringify([...others, entry]));
    return true;
  } catch {
    return false;
  }
}

/** Forgets one signature, because it was none: what was wrong with it stands in its form again. */
export function drop(shelf: Shelf, gone: Kept): void {
  try {
    shelf.setItem(PLACE, JSON.stringify(keptOn(shelf, gone.at).filter(({ ref }) => ref !== gone.ref)));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** The same signature in another state; once it need not be sent any more, what was typed is gone. */
export function moved(entry: Kept, state: KeptState, now: number): Kept {
  const { slug, ref, bucket, action, fields } = entry;
  const bare = { slug, ref, state, at: now, ...(bucket ? { bucket } : {}) };
  return (state === 'leaving' || state === 'waiting') && action && fields ? { ...bare, action, fields } : bare;
}

/** Wipes everything that this device knows. */
export function forgetAll(shelf: Shelf): void {
  try {
    shelf.removeItem(PLACE);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

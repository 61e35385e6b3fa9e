/** How far a signature of this device is; what a person typed is kept only while it may still have to be sent. */
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
  /** Names and values of the form, as long as they may have to be sent. */
  fields?: [string, string][];
  /** What the address of an answer to it ends in, known to this device alone; gone with the fields. */
  mark?: string;
  /** When it went to a form of another site, which tells nothing; milliseconds since 1970. */
  sends?: number[];
  bucket?: string;
}

/** Where a device keeps them, as `localStorage`. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PLACE = 'rostrum.signatures';
/** Days after which a device forgets a signature that reached its end, and one that could never be sent. */
const FORGOTTEN_AFTER = 30;
/** Days after which nothing more is sent of a signature whose receipt nobody has seen. */
const GIVEN_UP_AFTER = 7;
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
    const kept = keptOn(shelf, entry.at);
    const place = kept.findIndex(({ ref }) => ref === entry.ref);
    if (place < 0) kept.push(entry);
    else kept[place] = entry;
    shelf.setItem(PLACE, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** Keeps what became of a signature; false when somebody wanted it forgotten meanwhile, which shall not be written down again. */
export function keepOn(shelf: Shelf, entry: Kept): boolean {
  return keptOn(shelf, entry.at).some(({ ref }) => ref === entry.ref) && keep(shelf, entry);
}

/** Takes over what the page before left: what was on its way then has to be sent from here, and what no list showed for a week is given up. */
export function takeOver(shelf: Shelf, now: number): void {
  if (!shelf.getItem(PLACE)) return;
  const found = keptOn(shelf, now).map((entry) => {
    if (entry.state === 'leaving') return moved(entry, 'waiting', now);
    return entry.state === 'sent' && now - entry.at >= GIVEN_UP_AFTER * DAY ? moved(entry, 'lost', now) : entry;
  });
  shelf.setItem(PLACE, JSON.stringify(found));
}

/** Whether a signature has not been sent at all. */
export const waits = ({ state, fields }: Kept): boolean => fields !== undefined && state !== 'sent';

/** Forgets one signature, because it was none: what was wrong with it stands in its form again. */
export function drop(shelf: Shelf, gone: Kept): void {
  try {
    shelf.setItem(PLACE, JSON.stringify(keptOn(shelf, gone.at).filter(({ ref }) => ref !== gone.ref)));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** The same signature in a state, which it may have been in before; once it need not be sent any more, what was typed is gone. */
export function moved(entry: Kept, state: KeptState, now: number): Kept {
  const { slug, ref, bucket, action, fields, mark, sends = [] } = entry;
  const bare = { slug, ref, state, at: state === entry.state ? entry.at : now, ...(bucket ? { bucket } : {}) };
  if (!['leaving', 'waiting', 'sent'].includes(state) || !action || !fields) return bare;
  return { ...bare, action, fields, ...(mark ? { mark } : {}), ...(state === 'sent' ? { sends: [...sends, now] } : {}) };
}

/** Wipes everything that this device knows. */
export function forgetAll(shelf: Shelf): void {
  try {
    shelf.removeItem(PLACE);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

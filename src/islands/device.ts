import { fill } from '../text/count.ts';
import type { Words } from '../text/words.ts';
import { sendAll } from './dispatch.ts';
import { forgetAll, keepOn, keptOn, moved, takeOver, waits, type Kept } from './outbox.ts';
import { lookFor } from './receipt.ts';

/** What the page tells its script about a petition. */
export interface Told {
  slug: string;
  thanks: string;
  words: Words['signing']['device'];
}

const box = document.querySelector<HTMLElement>('[data-device]')!;
export const told = JSON.parse(box.dataset['device']!) as Told;
const line = box.querySelector('[role=status]')!;
const hint = box.querySelector<HTMLElement>('[data-hint]')!;
const onward = box.querySelector<HTMLAnchorElement>('[data-onward]');
const [again, forget] = ['again', 'forget'].map((name) => box.querySelector<HTMLButtonElement>(`[data-${name}]`)!) as [HTMLButtonElement, HTMLButtonElement];

/** How often a receipt is looked for while somebody looks at the page, in milliseconds. */
const LOOK = 60_000;

export const now = (): number => Date.now();
export const shelf = (): Storage => window.localStorage;
const post = { fetch: (address: string, init?: RequestInit) => window.fetch(address, init), now, get shelf() { return shelf(); } };

const all = (): Kept[] => safely(() => keptOn(shelf(), now())) ?? [];

let answered: Kept | undefined;

/** The signature of this device that the page speaks of: the one it is the answer to, or the newest for this petition. */
export const mine = (): Kept | undefined => {
  const own = all().filter(({ slug }) => slug === told.slug);
  return own.find(({ ref }) => ref === answered?.ref) ?? own.at(-1);
};

/** The signature that this page is the server's answer to, if it still was on its way; its mark is taken out of the address. */
export function marked(): Kept | undefined {
  const { hash, pathname, search } = location;
  if (!/^#[\da-f-]{36}$/.test(hash)) return undefined;
  history.replaceState(history.state, '', pathname + search);
  return (answered = all().find(({ mark }) => hash === `#${mark}`));
}

/** Says how far a signature is, and offers what can be done about it. */
export function show(entry: Kept | undefined): void {
  const { words } = told;
  // While this page sends it to our server it is not yet anything that could be told.
  box.hidden = !entry || entry.state === 'leaving';
  if (!entry || entry.state === 'leaving') return;
  say(entry.state === 'waiting' && navigator.onLine ? fill(words.failed, { again: words.again }) : words[entry.state]);
  again.hidden = entry.state !== 'waiting';
  forget.hidden = hint.hidden = false;
  if (onward) onward.hidden = !['received', 'sent', 'counted'].includes(entry.state);
}

/** Says that this device knows nothing any more. */
function tellForgotten(): void {
  again.hidden = forget.hidden = hint.hidden = true;
  if (onward) onward.hidden = true;
  say(told.words.forgot);
}

/** Brings what is said into view and to whoever hears the page, after somebody did something further down. */
export function bringIntoView(): void {
  box.tabIndex = -1;
  box.focus();
  box.scrollIntoView({ block: 'center' });
}

export function say(sentence: string): void {
  if (line.textContent !== sentence) line.textContent = sentence;
}

/** Sends whatever waits on this device. */
export async function sendWaiting(): Promise<void> {
  if (!all().some(waits)) return;
  if (!navigator.onLine) return show(mine());
  if (mine()?.state === 'waiting') {
    box.hidden = false;
    say(told.words.sending);
  }
  await sendAll(post, (entry) => entry.slug === told.slug && show(entry)).catch(() => {});
  show(mine());
}

async function look(counted: () => void): Promise<void> {
  if (document.hidden) return;
  const newest = mine()?.ref;
  // Whosever it is: what was typed is kept no longer than until its receipt is out.
  for (const entry of all().filter(({ state, ref }) => state === 'sent' || (state === 'received' && ref === newest))) {
    const found = await lookFor(entry, post.fetch).catch(() => undefined);
    if (found === 'missing') await sendAll(post, () => {}, ({ ref, fields }) => ref === entry.ref && fields !== undefined).catch(() => {});
    if (found !== 'counted' || !keepOn(shelf(), moved(entry, found, now())) || mine()?.ref !== entry.ref) continue;
    show(mine());
    counted();
  }
}

/** Follows this device's signature for as long as the page is open; `counted` is called when it is seen to be. */
export function follow(counted: () => void): void {
  again.onclick = () => void sendWaiting();
  forget.onclick = () => {
    forgetAll(shelf());
    tellForgotten();
  };
  // Another tab of this device has sent it, or has forgotten it.
  window.addEventListener('storage', () => {
    const entry = mine();
    if (entry) show(entry);
    else if (!box.hidden) tellForgotten();
  });
  window.addEventListener('online', () => void sendWaiting());
  document.addEventListener('visibilitychange', () => document.hidden || void sendWaiting().then(() => look(counted)));
  setInterval(() => void look(counted), LOOK);
  const open = () => {
    safely(() => takeOver(shelf(), now()));
    show(mine());
    void sendWaiting().then(() => look(counted));
  };
  // Browsers also bring back a page that was left, as it was.
  window.addEventListener('pageshow', ({ persisted }) => persisted && open());
  open();
}

/** A browser that lets nothing be kept knows of nothing. */
function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

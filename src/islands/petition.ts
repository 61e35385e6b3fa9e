import { bringIntoView, follow, marked, now, sendWaiting, shelf, told } from './device.ts';
import { followCount } from './live-count.ts';
import { drop, keep, type Kept } from './outbox.ts';

// Signing works without this. With it, a signature outlives a lost connection, and counts once however often it is sent.
const form = document.querySelector<HTMLFormElement>('form.sign');
const opened = performance.now();
/** Milliseconds between the two presses of a double click. Whoever presses again later has seen nothing happen. */
const TWICE = 1_000;

if (form) prepare(form);
follow(followCount());

function prepare(form: HTMLFormElement): void {
  const action = form.getAttribute('action')!;
  const own = action.startsWith('/');
  const field = (name: string) => form.querySelector<HTMLInputElement>(`[data-field="${name}"]`);
  const put = (name: string, value: string) => {
    const input = field(name);
    if (input && !input.value) input.value = value;
  };
  const query = new URLSearchParams(location.search);
  put('source', code(query.get('utm_source')));
  put('bucket', code(query.get('b')));
  // What our server sent back to be mended stands in the form again; it must not be sent from here as it was.
  const before = marked();
  if (before && form.querySelector('.faults')) drop(shelf(), before);
  const forgetRef = () => {
    const ref = field('ref');
    if (ref) ref.value = '';
  };
  let left = -Infinity;

  form.addEventListener('submit', (event) => {
    if (event.timeStamp - left < TWICE) {
      event.preventDefault();
      return;
    }
    put('ref', uuid());
    if (own) tell(form, 'filled', String(Math.round(performance.now() - opened)));
    const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
    const entry: Kept = { slug: told.slug, ref: field('ref')!.value, state: own && navigator.onLine ? 'leaving' : 'waiting', at: now(), action, fields, mark: uuid(), ...(field('bucket')?.value ? { bucket: field('bucket')!.value } : {}) };
    // Our server shows faults in the language of the page; without it the browser has to.
    if (entry.state === 'waiting' && !form.reportValidity()) {
      event.preventDefault();
      return;
    }
    // Where nothing can be kept, the form goes its usual way.
    if (!field('ref') || !keep(shelf(), entry) || entry.state === 'leaving') {
      left = event.timeStamp;
      // A browser hands the end of this address, which no server sees, on to the page that the answer leads to (RFC 9110, 10.2.2).
      if (own) form.setAttribute('action', `${action}#${entry.mark}`);
      return;
    }
    event.preventDefault();
    form.reset();
    forgetRef();
    // The form is empty now, and what became of the signature stands far above it on a phone.
    void sendWaiting().then(bringIntoView);
  });
  // Browsers bring back what stood here when somebody signed. Whoever signs next may be somebody else, who would be taken for the same signature.
  form.addEventListener('input', forgetRef);
  window.addEventListener('pageshow', () => {
    left = -Infinity;
    forgetRef();
  });
}

function tell(form: HTMLFormElement, name: string, value: string): void {
  const input = form.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }));
  input.value = value;
}

function code(text: string | null): string {
  return text && /^[a-z0-9-]{1,32}$/.test(text) ? text : '';
}

/** Made here for browsers and addresses where none is made for us (RFC 9562, version 4). */
function uuid(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 15) | 64;
  bytes[8] = (bytes[8]! & 63) | 128;
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

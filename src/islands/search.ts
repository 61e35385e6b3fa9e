import { count, fill } from '../text/count.ts';
import type { Plural } from '../text/words.ts';

/** The part of Pagefind that the search page uses. */
interface Pagefind {
  options(options: { excerptLength: number }): Promise<void>;
  search(query: string): Promise<{ results: Result[] }>;
}

interface Result {
  data(): Promise<Found>;
}

interface Found {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

interface SearchWords {
  loading: string;
  results: Plural;
  none: string;
  more: string;
  failed: string;
}

const AT_ONCE = 10;
const form = document.querySelector<HTMLFormElement>('form[data-search]')!;
const field = form.querySelector('input')!;
const state = document.getElementById('search-state')!;
const list = document.getElementById('search-results')!;
const more = document.querySelector<HTMLButtonElement>('[data-more]')!;
const words = JSON.parse(form.dataset['search']!) as SearchWords;
const { lang } = document.documentElement;
let engine: Promise<Pagefind> | undefined;
let attempt = 0;
let latest = 0;

/** The engine and its index are fetched with the first question, never before. */
function load(): Promise<Pagefind> {
  return (engine ??= (async () => {
    // Browsers remember that a module failed: another attempt needs another address.
    const address = `/pagefind/pagefind.js${attempt > 0 ? `?attempt=${attempt}` : ''}`;
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    await pagefind.options({ excerptLength: 24 });
    return pagefind;
  })());
}

async function search(query: string): Promise<void> {
  const turn = ++latest;
  more.hidden = true;
  if (!query) {
    state.textContent = '';
    list.replaceChildren();
    return;
  }
  state.textContent = words.loading;
  try {
    const { results } = await (await load()).search(query);
    const first = await Promise.all(results.slice(0, AT_ONCE).map((result) => result.data()));
    // An earlier, slower question must not overwrite a later answer.
    if (turn !== latest) return;
    state.textContent = results.length === 0 ? fill(words.none, { query }) : count(lang, words.results, results.length);
    list.replaceChildren(...first.map(draw));
    offerMore(results.slice(AT_ONCE));
  } catch {
    // What failed half-way is not trusted again; the next question starts anew.
    engine = undefined;
    attempt++;
    if (turn === latest) state.textContent = words.failed;
  }
}

/** Shows the button for the results that are left, some at a time; focus goes to the first new one. */
function offerMore(left: readonly Result[]): void {
  more.hidden = left.length === 0;
  more.onclick = async () => {
    try {
      const entries = (await Promise.all(left.slice(0, AT_ONCE).map((result) => result.data()))).map(draw);
      list.append(...entries);
      entries[0]?.querySelector('a')?.focus();
      offerMore(left.slice(AT_ONCE));
    } catch {
      state.textContent = words.failed;
    }
  };
}

function draw({ url, excerpt, meta }: Found): HTMLLIElement {
  const entry = document.createElement('li');
  const link = entry.appendChild(document.createElement('h2')).appendChild(document.createElement('a'));
  link.href = new URL(url, location.href).pathname;
  link.textContent = meta['title'] ?? url;
  const text = entry.appendChild(document.createElement('p'));
  // The excerpt marks the words found with <mark>; everything else in it is taken as text.
  for (const part of excerpt.split(/(<mark>.*?<\/mark>)/)) {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part);
    if (marked) text.appendChild(document.createElement('mark')).textContent = plain(marked[1]!);
    else text.append(plain(part));
  }
  return entry;
}

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;|&#39;/g, "'").replace(/&amp;/g, '&');
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const query = field.value.trim();
  history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  void search(query);
});

const asked = new URLSearchParams(location.search).get('q')?.trim();
if (asked) {
  field.value = asked;
  void search(asked);
}

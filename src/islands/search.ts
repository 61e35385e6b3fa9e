import { count, fill } from '../text/count.ts';
import type { Plural } from '../text/words.ts';

/** The part of Pagefind that the search page uses. */
interface Pagefind {
  options(options: { excerptLength: number }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string; excerpt: string; meta: Record<string, string> }> }[] }>;
}

interface SearchWords {
  loading: string;
  results: Plural;
  none: string;
  failed: string;
}

const AT_ONCE = 10;
const form = document.querySelector<HTMLFormElement>('form[data-search]')!;
const field = form.querySelector('input')!;
const state = document.getElementById('search-state')!;
const list = document.getElementById('search-results')!;
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
  if (!query) {
    state.textContent = '';
    list.replaceChildren();
    return;
  }
  state.textContent = words.loading;
  try {
    const { results } = await (await load()).search(query);
    const found = await Promise.all(results.slice(0, AT_ONCE).map((result) => result.data()));
    // An earlier, slower question must not overwrite a later answer.
    if (turn !== latest) return;
    state.textContent = results.length === 0 ? fill(words.none, { query }) : count(lang, words.results, results.length);
    list.replaceChildren(...found.map(draw));
  } catch {
    // What failed half-way is not trusted again; the next question starts anew.
    engine = undefined;
    attempt++;
    if (turn === latest) state.textContent = words.failed;
  }
}

function draw({ url, excerpt, meta }: { url: string; excerpt: string; meta: Record<string, string> }): HTMLLIElement {
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

import { countParts, fill } from '../text/count.ts';
import type { Plural } from '../text/words.ts';

/** How often the number is asked for while somebody looks at the page, in milliseconds. */
const ASK = 60_000;
/** An answer of the server may be a second old, in milliseconds with something to spare. */
const SETTLED = 1_500;

interface Place {
  address: string;
  words: Plural;
  milestone: string;
  asOf: string;
  timeZone: string;
}

/**
 * Keeps the number of signatures on the page fresh, at most once a minute; whoever hears the page is told of a change. Call what it gives back
 * when it is known that the number has grown: no copy that was kept on the way stands beside “counted” then. `first` is how it is asked for at once.
 */
export function followCount(first: RequestCache = 'default'): () => void {
  const line = document.querySelector<HTMLElement>('[data-count]');
  if (!line) return () => {};
  const { address, words, milestone, asOf, timeZone } = JSON.parse(line.dataset['count']!) as Place;
  const { lang } = document.documentElement;
  // As in src/text/text.ts, whose words for every language would be too much for this page.
  const moment = new Intl.DateTimeFormat(`${lang === 'en' ? 'en-GB' : lang}-u-ca-gregory`, { timeZone, day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' });
  const progress = line.closest('.progress')!;
  const [bar, goal, time] = [progress.querySelector('progress'), progress.querySelector('[data-milestone]'), progress.querySelector('time')];
  line.setAttribute('role', 'status');
  let newest = '';
  const ask = async (cache?: RequestCache) => {
    if (document.hidden) return;
    const answer = await fetch(address, { cache: cache ?? 'default' }).catch(() => undefined);
    if (!answer?.ok) return;
    const told = (await answer.json()) as { count: number; milestone: number; asOf: string };
    // Until somebody has signed, the page asks for the first.
    if (told.count === 0 || told.asOf < newest) return;
    newest = told.asOf;
    const { number, label } = countParts(lang, words, told.count);
    // Touched only when it changes, so that nobody hears the same number again.
    if (line.textContent.trim() !== `${number} ${label}`) line.replaceChildren(Object.assign(document.createElement('strong'), { textContent: number }), ` ${label}`);
    show(line);
    if (bar) Object.assign(bar, { max: told.milestone, value: told.count });
    if (goal) goal.textContent = fill(milestone, { milestone: new Intl.NumberFormat(lang).format(told.milestone) });
    if (time) Object.assign(time, { dateTime: told.asOf, textContent: fill(asOf, { date: moment.format(new Date(told.asOf)) }) });
  };
  setInterval(() => void ask(), ASK);
  void ask(first);
  return () => void setTimeout(() => void ask('no-cache'), SETTLED);
}

/** Takes “be the first” away and shows the number instead, with the panel around it. */
function show(line: Element): void {
  line.closest('.progress')!.querySelector('.progress-first')?.remove();
  for (let hidden = line.closest('[hidden]'); hidden; hidden = line.closest('[hidden]')) hidden.removeAttribute('hidden');
}

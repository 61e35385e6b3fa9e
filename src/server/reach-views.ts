import { site } from '../site.ts';
import { overview } from '../reach/views/overview.ts';
import { chosenPeriod } from '../reach/period-choice.ts';
import type { Reader } from '../reach/reader.ts';
import type { View } from '../reach/view.ts';
import { reachWordsIn } from '../text/reach/reach-text.ts';
import { REACH_VIEWS, type ReachViewName } from '../text/reach/words.ts';
import type { ReachDesk } from './reach-desk.ts';

/** What an address of the dashboard asks for: a view and what the reader has chosen. */
export interface ReachQuestion {
  /** Path below `/reach/`, without slashes at its ends. */
  place: string;
  /** Choices, `lang` and `period`. */
  choices: URLSearchParams;
  /** Language that the browser would like, where none was chosen. */
  wished: string;
}

/** The view at an address, in the reader's language; undefined where there is none. Rejects with a `StoreFault` when the history cannot be read. */
export async function reachView(question: ReachQuestion, desk: ReachDesk): Promise<{ reader: Reader; view: View } | undefined> {
  const name = question.place === '' ? 'overview' : REACH_VIEWS.find((one) => one === question.place && one !== 'overview');
  if (!name) return undefined;
  const reader = readerOf(question);
  return { reader, view: await viewNamed(name, question, desk, reader) };
}

async function viewNamed(name: ReachViewName, { choices }: ReachQuestion, desk: ReachDesk, reader: Reader): Promise<View> {
  const data = await desk.data();
  const period = chosenPeriod(choices.get('period'));
  switch (name) {
    default:
      return overview(data, period, reader);
  }
}

/** A reader with the words of the language they chose, or their browser wishes. */
export function readerOf({ choices, wished }: Pick<ReachQuestion, 'choices' | 'wished'>): Reader {
  const chosen = site.languages.find((code) => code === choices.get('lang'));
  const lang = chosen ?? wished;
  const names = new Intl.DisplayNames([lang], { type: 'language' });
  return {
    lang, words: reachWordsIn(lang),
    href(place, more = {}) {
      const kept = { ...(chosen ? { lang: chosen } : {}), ...more };
      const query = new URLSearchParams(kept).toString();
      return `/reach/${place === 'overview' || place === '' ? '' : `${place}/`}${query ? `?${query}` : ''}`;
    },
    languageName: (code) => names.of(code) ?? code,
  };
}

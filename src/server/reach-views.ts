import { daysLater } from '../domain/calendar-day.ts';
import type { EntityKind } from '../domain/figure.ts';
import { lastClosed } from '../domain/periods/period.ts';
import { titleOf } from '../reach/metric-chart.ts';
import { campaigns } from '../reach/views/campaigns.ts';
import { donationSections } from '../reach/views/donations.ts';
import { mentions } from '../reach/views/mentions.ts';
import { metricView } from '../reach/views/metric-view.ts';
import { overview } from '../reach/views/overview.ts';
import { sources } from '../reach/views/sources.ts';
import { stories } from '../reach/views/stories.ts';
import { daysAround, story } from '../reach/views/story.ts';
import { chosenPeriod } from '../reach/period-choice.ts';
import type { Reader } from '../reach/reader.ts';
import { toldCounts } from '../reach/told-counts.ts';
import type { View } from '../reach/view.ts';
import { reachWordsIn } from '../reach/words/reach-text.ts';
import { REACH_VIEWS, type ReachViewName } from '../reach/words/words.ts';
import type { ReachDesk } from './reach-desk.ts';

/** What an address of the dashboard asks for: a view and what the reader has chosen. */
export interface ReachQuestion {
  /** Path below `/reach/`, without slashes at its ends. */
  place: string;
  /** Choices, `lang` and `period`; of the numbers of one story also `story`. */
  choices: URLSearchParams;
  /** Language that the browser would like, where none was chosen. */
  wished: string;
}

/** The view at an address, in the reader's language; undefined where there is none. Rejects with a `StoreFault` when the history cannot be read. */
export async function reachView(question: ReachQuestion, desk: ReachDesk): Promise<{ reader: Reader; view: View } | undefined> {
  const about = /^stories\/([a-z-]+\/[^/]+)$/.exec(question.place)?.[1] ?? (question.place === 'stories' ? question.choices.get('story') : null);
  const reader = readerOf(question, desk.organisation.languages);
  if (about) return storyView(about, desk, reader);
  const name = question.place === '' ? 'overview' : REACH_VIEWS.find((one) => one === question.place && one !== 'overview');
  if (!name) return undefined;
  return { reader, view: await desk.once(`${reader.href(name)} ${reader.lang} ${chosenPeriod(question.choices.get('period'))}`, () => viewNamed(name, question, desk, reader)) };
}

/** The view of one story, `press/free-internet`; undefined when there is none of that name. */
async function storyView(about: string, desk: ReachDesk, reader: Reader): Promise<{ reader: Reader; view: View } | undefined> {
  const data = await desk.data();
  const one = data.stories.find(({ entity }) => entity === `story:${about}`);
  if (!one) return undefined;
  const around = daysAround(one);
  const view = await desk.once(`${reader.href(`stories/${about}`)} ${reader.lang}`, async () => {
    const [figures, written] = await Promise.all([desk.history.series({ ...around, about: { entity: one.entity }, by: 'day' }), desk.history.mentions({ from: daysLater(one.day, -14), to: daysLater(one.day, 28) }, MOST)]);
    return story(data, one, { figures, mentions: written }, reader);
  });
  return { reader, view };
}

/** A table longer than this is read by nobody. */
const MOST = 100;

async function viewNamed(name: ReachViewName, { choices }: ReachQuestion, { data: figures, history, rates }: ReachDesk, reader: Reader): Promise<View> {
  const data = await figures();
  const { today } = data;
  const kind = chosenPeriod(choices.get('period'));
  const period = lastClosed(kind, today);
  const { tables, metrics } = reader.words;
  const split = (about: EntityKind) => history.series({ from: period.from, to: period.to, about: { kind: about }, by: 'month', most: MOST });
  switch (name) {
    case 'visibility': {
      const [languages, networks] = await Promise.all([split('lang'), split('network')]);
      return metricView(data, kind, {
        name, metrics: ['views', 'search-clicks', 'search-impressions', 'video-views', 'followers', 'mentions'],
        splits: [
          { figures: languages, wish: { id: 'by-language', caption: tables.byLanguage, head: tables.language, metrics: ['views', 'search-clicks'], cell: (code) => ({ text: reader.languageName(code) }) } },
          { figures: networks, wish: { id: 'by-network', caption: tables.byNetwork, head: tables.network, metrics: ['views', 'video-views'] } },
        ],
      }, reader);
    }
    case 'donations':
      return metricView(data, kind, { name, metrics: ['gifts'], splits: [], more: donationSections(data, await rates(), reader) }, reader);
    case 'volunteers':
      return metricView(data, kind, { name, metrics: ['applications', 'volunteers', 'volunteer-hours'], splits: [{ figures: await split('lang'), wish: { id: 'by-language', caption: tables.byLanguage, head: tables.language, metrics: ['applications'], cell: (code) => ({ text: reader.languageName(code) }), told: (metric, entity) => toldCounts(data, metric).part(entity, period) } }] }, reader);
    case 'signatures': {
      const [byStory, languages, networks] = await Promise.all([split('story'), split('lang'), split('network')]);
      const titles = new Map(data.stories.map((story) => [story.entity, titleOf(story, reader.lang, reader.words)]));
      return metricView(data, kind, {
        name, metrics: ['signatures'],
        splits: [
          { figures: byStory, wish: { id: 'by-petition', caption: tables.byPetition, head: metrics.signatures, metrics: ['signatures'], cell: (place) => ({ text: titles.get(`story:${place}`) ?? place }) } },
          { figures: languages, wish: { id: 'by-language', caption: tables.byLanguage, head: tables.language, metrics: ['signatures'], cell: (code) => ({ text: reader.languageName(code) }) } },
          { figures: networks, wish: { id: 'by-network', caption: tables.byNetwork, head: tables.network, metrics: ['signatures'] } },
        ],
      }, reader);
    }
    case 'stories':
      return stories(data, kind, await split('story'), reader);
    case 'campaigns':
      return campaigns(data, kind, await split('campaign'), reader);
    case 'mentions':
      return mentions(data, await history.mentions({ from: daysLater(today, -365), to: today }, 100), reader);
    case 'sources':
      return sources(await history.standings(), await history.revisions({ from: daysLater(today, -90), to: today }, 200), today, reader);
    case 'overview':
      return overview(data, kind, reader);
  }
}

/** A reader with the words of the language they chose, or their browser wishes. */
export function readerOf({ choices, wished }: Pick<ReachQuestion, 'choices' | 'wished'>, languages: readonly string[]): Reader {
  const chosen = languages.find((code) => code === choices.get('lang'));
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

import { daysLater } from '../../domain/calendar-day.ts';
import { NOT_ASKED, type Figure } from '../../domain/figure.ts';
import { fill } from '../../text/count.ts';
import { dayFormat } from '../../text/western-digits.ts';
import { dayCell, numberCell } from '../cell.ts';
import type { Reader } from '../reader.ts';
import { SENSITIVE } from '../told-counts.ts';
import type { Cell, View } from '../view.ts';

/** Where a source stands, as the history says. Moments are milliseconds since 1970. */
export interface Standing {
  source: string;
  askedAt: number;
  fetchedAt?: number | undefined;
  completeThrough?: string | undefined;
  since?: string | undefined;
  ok: boolean;
  says: string;
}

/** A source that brought nothing complete for so many days is behind. */
const BEHIND = 7;

/** How fresh every source is, and what was corrected afterwards. */
export function sources(standings: readonly Standing[], revisions: readonly (Figure & { revisedAt: number })[], today: string, reader: Reader): View {
  const { words, lang } = reader;
  const moment = dayFormat(lang, { dateStyle: 'medium', timeStyle: 'short' });
  const day = (value: string | undefined): Cell => (value ? dayCell(lang, value) : { text: words.sources.never, trouble: true });
  const rests = ({ ok, says }: Standing) => ok && says === NOT_ASKED;
  // What a source says of itself is English.
  const state = (standing: Standing): Cell => {
    const { ok, says, completeThrough } = standing;
    if (rests(standing)) return { text: says, lang: 'en' };
    return !ok ? { before: `${words.sources.trouble}:`, text: says, lang: 'en', trouble: true } : completeThrough && completeThrough < daysLater(today, -BEHIND) ? { text: words.sources.behind, trouble: true } : { text: words.sources.well };
  };
  // A source that was never complete is known since no day.
  const since = ({ since, completeThrough }: Standing): Cell => (since && !(completeThrough && completeThrough < since) ? dayCell(lang, since) : { text: '–', raw: '' });
  const hides = (figure: Figure) => SENSITIVE.includes(figure.metric) || figure.metric === 'gift-sum';
  return {
    name: 'sources', title: words.views.sources, intro: words.intros.sources,
    sections: [
      {
        id: 'sources', title: words.sources.title,
        blocks: standings.length === 0 ? [{ kind: 'text', paragraphs: [words.sources.none] }] : [{
          kind: 'table', table: {
            id: 'standings', caption: words.sources.title, head: [{ text: words.sources.source }, { text: words.sources.state }, { text: words.sources.through }, { text: words.sources.fetched }, { text: words.sources.since }],
            // What is not asked any more lacks nothing.
            rows: standings.map((standing) => [{ text: standing.source }, state(standing), day(standing.completeThrough), standing.fetchedAt ? { text: fill('{moment} UTC', { moment: moment.format(standing.fetchedAt) }) } : { text: words.sources.never, trouble: true }, since(standing)].map((cell) => (rests(standing) ? { ...cell, trouble: false } : cell))),
          },
        }],
      },
      {
        id: 'revisions', title: words.sources.revisions,
        blocks: [
          { kind: 'text', soft: true, paragraphs: [words.sources.revisionsText] },
          revisions.length === 0 ? { kind: 'text', paragraphs: [words.sources.noRevisions] } : {
            kind: 'table', table: {
              id: 'corrected', caption: words.sources.revisions, head: [{ text: words.chart.period }, { text: words.sources.source }, { text: words.sources.metric }, { text: words.sources.was, number: true }],
              // What was paid back lately would tell of single gifts.
              rows: revisions.filter((figure) => !hides(figure)).map((figure) => [dayCell(lang, figure.day), { text: figure.source }, { text: words.metrics[figure.metric] }, numberCell(lang, figure.value)]),
            },
          },
        ],
      },
    ],
  };
}

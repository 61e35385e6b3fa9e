import { overlapOf } from '../domain/calendar-day.ts';
import { THRESHOLD, type ShownCount } from '../domain/money/gift-table.ts';
import type { Finding } from '../domain/periods/change.ts';
import { periodBefore, yearBefore, type Period } from '../domain/periods/period.ts';
import { fill } from '../text/count.ts';
import { counted } from './counted.ts';
import { formatDay } from '../text/day.ts';
import { change, number } from './percent.ts';
import { periodName } from './period-name.ts';
import { completeThrough } from './metric-sources.ts';
import type { ReachData } from './reach-data.ts';
import type { Reader } from './reader.ts';
import { isQuietPace } from './target-pace.ts';
import { SENSITIVE, toldCounts } from './told-counts.ts';
import type { Card } from './view.ts';

/** A change smaller than this part is called “about the same”. */
const SAME = 0.05;

/** What stands out, as cards: the sentence, why we think so, how sure that is. Of small numbers of people only that they are small. */
export function findingCards(findings: readonly Finding[], period: Period, data: ReachData, reader: Reader): Card[] {
  return findings.flatMap((finding) => cardOf(finding, period, data, reader) ?? []);
}

function cardOf(finding: Finding, period: Period, data: ReachData, { lang, words }: Reader): Card | undefined {
  const { changed } = words;
  const metric = words.metrics[finding.metric];
  const of = periodName(lang, period);
  switch (finding.kind) {
    case 'year-on-year':
    case 'period-before': {
      const { comparison: { now, then, change: part }, certainty, asGreat, earlier } = finding;
      const shown = SENSITIVE.includes(finding.metric) ? [period, finding.kind === 'year-on-year' ? yearBefore(period) : periodBefore(period)].map((one) => toldCounts(data, finding.metric).total(one)) : [];
      // A change from or to a hidden number tells that number.
      if (shown.some((count) => typeof count !== 'number')) return hiddenCard(`${metric}, ${of}`, shown[0], { lang, words });
      const sentence = part === undefined ? changed.zeroBefore : Math.abs(part) < SAME ? changed.same : part > 0 ? changed.up : changed.down;
      const other = finding.kind === 'year-on-year' ? changed.yearBefore : changed.before;
      const sure = certainty === 'clear' ? fill(changed.sure.clear, { asGreat: number(lang, asGreat), earlier: number(lang, earlier) }) : certainty === 'small' ? fill(changed.sure.usual, { asGreat: number(lang, asGreat), earlier: number(lang, earlier) }) : changed.sure.small;
      return {
        title: fill(sentence, { metric, change: part === undefined ? '' : change(lang, Math.abs(part)).replace('+', ''), value: number(lang, now.value!), period: of }),
        lines: [fill(other, { value: number(lang, then.value!), period: periodName(lang, finding.kind === 'year-on-year' ? yearBefore(period) : { ...then, kind: period.kind }) }), ...whyLines(period, data, lang, changed.why, words.seasons)],
        sure, tone: part === undefined || Math.abs(part) < SAME ? 'even' : part > 0 ? 'up' : 'down',
      };
    }
    case 'not-comparable': {
      const { comparison } = finding;
      if (comparison.kind === 'unknown-days') return { title: fill(changed.incomplete, { metric, period: of }), lines: [], tone: 'even' };
      if (comparison.kind === 'method-break') return { title: fill(changed.broken, { metric, date: formatDay(lang, comparison.at.day) }), lines: [comparison.at.text], tone: 'even' };
      if (comparison.kind === 'not-closed' || comparison.kind === 'nothing-known') return { title: fill(changed.notYet, { metric, period: of, date: formatDay(lang, completeThrough(data, finding.metric)) }), lines: [], tone: 'even' };
      return undefined;
    }
    case 'target': {
      if (isQuietPace(data, finding.pace)) return { ...hiddenCard(metric, 'hidden', { lang, words }), lines: [fill(words.target.until, { date: formatDay(lang, finding.pace.target.to) })] };
      const { target, outlook, reached, standing, basis } = finding.pace;
      const sentence = { 'not-begun': words.target.unknown, 'too-early': words.target.unknown, behind: words.target.behind, 'on-course': words.target.onCourse, reached: words.target.reached, missed: words.target.missed }[standing];
      const says = fill(sentence, { forecast: number(lang, Math.round(outlook ?? reached)), target: number(lang, target.value), value: number(lang, reached) });
      return { title: `${metric}: ${says}`, lines: [fill(words.target.until, { date: formatDay(lang, target.to) })], sure: standing === 'reached' || standing === 'missed' ? undefined : words.target.basis[basis], tone: standing === 'behind' || standing === 'missed' ? 'down' : standing === 'too-early' ? 'even' : 'up' };
    }
  }
}

/** The number itself where only its change is hidden. */
function hiddenCard(name: string, count: ShownCount | undefined, { lang, words }: Pick<Reader, 'lang' | 'words'>): Card {
  const says = count === undefined ? words.chart.unknown : count === 'few' ? fill(words.suppressed, { threshold: String(THRESHOLD) }) : count === 'hidden' ? words.hidden : number(lang, count);
  return { title: `${name}: ${says}`, lines: [fill(words.donations.hidden, { threshold: String(THRESHOLD) })], tone: 'even' };
}

/** What else was going on in a period; facts beside the change, none of them given as its cause. */
function whyLines(period: Period, { stories, seasons }: Pick<ReachData, 'stories' | 'seasons'>, lang: string, why: Reader['words']['changed']['why'], names: Reader['words']['seasons']): string[] {
  const out = stories.filter(({ day }) => day >= period.from && day <= period.to).length;
  const season = seasons.find((one) => overlapOf(one, period));
  return [out === 0 ? why.nothing : counted(lang, why.published, out), ...(season ? [fill(why.season, { season: names[season.name] })] : [])];
}

import { lastClosed } from '../../domain/periods/period.ts';
import { fill } from '../../text/count.ts';
import { formatDay } from '../../text/day.ts';
import { metricTotals } from '../metric-totals.ts';
import { periodName } from '../period-name.ts';
import { METRICS, type Metric } from '../../domain/figure.ts';
import type { ExchangeRates } from '../../domain/money/exchange-rates.ts';
import type { ReachData } from '../reach-data.ts';
import type { Reader } from '../reader.ts';
import type { Block, Section, View } from '../view.ts';
import { donationSections } from './donations.ts';
import { overview } from './overview.ts';
import { sources, type Standing } from './sources.ts';

/** Metrics of the report’s numbers; sums of money stand in tables of their own. */
const TOLD = METRICS.filter((metric) => metric !== 'gift-sum') as readonly Metric[];

/** A closed month for the board: everything that the overview says of it, the numbers, the gifts and how fresh it all is. `data` must end with the month. */
export function monthReport(data: ReachData, rates: ExchangeRates, standings: readonly Standing[], reader: Reader): View {
  const { words, lang } = reader;
  const month = lastClosed('month', data.today);
  const { sections } = overview(data, 'month', reader);
  const paper = sections.map((section): Section => ({ ...section, blocks: section.blocks.filter(({ kind }) => kind !== 'choice') }));
  const told: Block = { kind: 'totals', totals: metricTotals(data, TOLD, month, reader) };
  const [changed, ...rest] = paper;
  return {
    name: 'overview', title: fill(words.report.title, { month: periodName(lang, month) }), intro: fill(words.asOf, { date: formatDay(lang, month.to) }),
    sections: [
      changed!, { id: 'numbers', title: words.totals.title, blocks: [told] }, ...rest.filter(({ id }) => id !== 'methods'),
      ...donationSections(data, rates, reader), ...sources(standings, [], data.today, reader).sections.slice(0, 1), ...rest.filter(({ id }) => id === 'methods'),
    ],
  };
}

import { daysLater } from '../../domain/calendar-day.ts';
import type { Mention } from '../../domain/mention.ts';
import { dayCell } from '../cell.ts';
import { examined } from '../examined.ts';
import { metricChart, yearAxis } from '../metric-chart.ts';
import type { ReachData } from '../reach-data.ts';
import type { Reader } from '../reader.ts';
import type { Block, View } from '../view.ts';

/** What others wrote, by week and one by one. */
export function mentions(data: ReachData, latest: readonly (Mention & { source: string })[], reader: Reader): View {
  const { words } = reader;
  const axis = yearAxis(daysLater(data.today, -1));
  const table = mentionTable('latest-mentions', words.mentions.latest, latest, reader);
  const chart: Block[] = data.days.some(({ metric }) => metric === 'mentions') ? [{ kind: 'chart', chart: metricChart(data, { id: 'mentions', metric: 'mentions', axis, lines: [{ name: words.metrics.mentions, series: examined(data).series('mentions') }] }, reader) }] : [];
  return { name: 'mentions', title: words.views.mentions, intro: words.intros.mentions, sections: [...(chart.length > 0 ? [{ id: 'weeks', title: words.timeline.title, blocks: chart }] : []), { id: 'latest', title: words.mentions.latest, blocks: [table] }] };
}

/** Mentions one by one, or that there were none. */
export function mentionTable(id: string, caption: string, latest: readonly (Mention & { source: string })[], { lang, words }: Reader): Block {
  if (latest.length === 0) return { kind: 'text', paragraphs: [words.mentions.none] };
  return {
    kind: 'table', table: {
      id, caption, head: [{ text: words.mentions.title }, { text: words.mentions.outlet }, { text: words.mentions.day }],
      rows: latest.map(({ title, url, outlet, day }) => [{ text: title, href: url }, { text: outlet }, dayCell(lang, day)]),
    },
  };
}

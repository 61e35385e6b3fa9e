import type { PeriodKind } from '../../domain/periods/period.ts';
import { lastClosed } from '../../domain/periods/period.ts';
import { dayCell } from '../cell.ts';
import { titleOf } from '../metric-chart.ts';
import { periodChoice } from '../period-choice.ts';
import { periodName } from '../period-name.ts';
import type { KnownFigure, ReachData } from '../reach-data.ts';
import { nameOf, type Reader } from '../reader.ts';
import { splitTable } from '../split-table.ts';
import type { Block, View } from '../view.ts';

/** What became of each story in a closed period, and everything that was published, latest first. */
export function stories(data: ReachData, kind: PeriodKind, figures: readonly KnownFigure[], reader: Reader): View {
  const { words, lang } = reader;
  const period = lastClosed(kind, data.today);
  const byEntity = new Map(data.stories.map((story) => [story.entity, story]));
  const table = splitTable(data, figures, {
    id: 'by-story', caption: `${words.tables.byStory}, ${periodName(lang, period)}`, head: words.tables.story, metrics: ['views', 'search-clicks', 'signatures', 'mentions'], most: 100,
    cell(name) {
      const story = byEntity.get(`story:${name}`);
      return story ? { text: titleOf(story, lang, words), href: reader.href(`stories/${nameOf(story.entity)}`) } : { text: name };
    },
  }, reader);
  const blocks: Block[] = [periodChoice(kind, 'stories', reader), table ? { kind: 'table', table } : { kind: 'text', paragraphs: [words.tables.noSplit] }];
  return {
    name: 'stories', title: words.views.stories, intro: words.intros.stories,
    sections: [
      { id: 'seen', title: words.tables.byStory, blocks },
      {
        id: 'published', title: words.tables.published,
        blocks: [{
          kind: 'table', table: {
            id: 'published-stories', caption: words.tables.published, head: [{ text: words.tables.story }, { text: words.tables.kind }, { text: words.tables.published }],
            rows: data.stories.filter(({ day }) => day <= data.today).toReversed().slice(0, 100).map((story) => [{ text: titleOf(story, lang, words), href: reader.href(`stories/${nameOf(story.entity)}`) }, { text: words.marks[story.kind] }, dayCell(lang, story.day)]),
          },
        }],
      },
    ],
  };
}

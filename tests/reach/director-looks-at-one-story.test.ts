import { expect, test } from 'vitest';
import { chartsOf, tablesOf } from '../../src/reach/view.ts';
import { csvOf } from '../../src/reach/view-csv.ts';
import { reachView } from '../../src/server/reach-views.ts';
import { blocksOf, english, ownReach, viewAt } from './own-reach.ts';
import { everyDay } from './paper-history.ts';

const years = { from: '2025-10-01', to: '2026-11-23' };
const entity = 'story:press/one';
const desk = () => ownReach([...everyDay('views', years, () => 100), ...everyDay('applications', years, () => 6), ...everyDay('views', { from: '2026-09-02', to: '2026-11-23' }, () => 10, { entity })], {
  stories: [{ day: '2026-09-02', entity, kind: 'press', titles: { en: 'The bridge stays open' } }],
  mentions: [{ source: 'feeds/trouw', key: 'a', day: '2026-09-03', title: 'Bridge stays open', url: 'https://trouw.example/a', outlet: 'trouw.example' }],
});

test('a story is shown week by week around the day it came out, with its mark', async () => {
  const view = await viewAt(desk(), 'stories/press/one');
  const [chart] = chartsOf(blocksOf(view));
  expect([view.title, view.intro, chart!.id, chart!.from, chart!.to]).toEqual(['The bridge stays open', 'Press release, 2 September 2026', 'views', '2026-07-06', '2026-11-01']);
  expect(chart!.marks.map(({ at, title }) => [at, title])).toEqual([['2026-09-02', 'The bridge stays open']]);
  expect(chart!.lines[0]!.points.find(({ at }) => at === '2026-09-07')!.value).toBe(70);
});

test('what happened around it is told of people only as a change', async () => {
  const rows = tablesOf(blocksOf(await viewAt(desk(), 'stories/press/one'))).find(({ id }) => id === 'around-story')!.rows.map((cells) => cells.map(({ text }) => text));
  expect(rows.map((cells) => cells.slice(0, 3))).toEqual([['People who want to volunteer', '–', '–'], ['Page views', '1,400', '1,400']]);
});

test('it leads to the public page, its share kit and who wrote about us then', async () => {
  const blocks = blocksOf(await viewAt(desk(), 'stories/press/one'));
  expect(blocks.flatMap((block) => (block.kind === 'choice' ? block.links.map(({ href }) => href) : []))).toEqual(['/en/press/one/', '/en/press/one/kit/']);
  expect(tablesOf(blocks).find(({ id }) => id === 'story-mentions')!.rows[0]![0]).toEqual({ text: 'Bridge stays open', href: 'https://trouw.example/a' });
});

test('it is reached from the table of stories, and its numbers can be taken along', async () => {
  const links = tablesOf(blocksOf(await viewAt(desk(), 'stories'))).flatMap(({ rows }) => rows.map(([first]) => first!.href));
  expect(links).toContain('/reach/stories/press/one/');
  expect(csvOf(await viewAt(desk(), 'stories', { story: 'press/one' }), 'views', english.words)).toContain('2026-09-07,70');
});

test('there is no view of a story that does not exist', async () => {
  for (const place of ['stories/press/two', 'stories/press', 'stories/one/two/three', 'stories/../press/one']) expect(await reachView({ place, choices: new URLSearchParams(), wished: 'en' }, desk())).toBeUndefined();
});

import { drawSections } from '../../src/reach/draw/draw-view.ts';
import type { MarkedStory } from '../../src/reach/reach-data.ts';
import { NO_PLAN } from '../../src/domain/reach-plan.ts';
import { reachDesks } from '../../src/server/reach-desk.ts';
import { reachView } from '../../src/server/reach-views.ts';
import { openStore } from '../store/open-store.ts';
import { DAYS, madeDay } from './made-figures.ts';
import { peakMemory } from './own-cost.ts';

/** How long the overview takes, in ms: the first time, when its figures are read anew, as they are once a minute, and otherwise. */
export interface PageRun {
  first: number;
  anew: number;
  p50: number;
  p95: number;
  /** Largest memory in MB of 10^6 bytes. */
  memory: number;
}

const [WARM_UP, ROUNDS, ANEW] = [10, 100, 10];

// A program of its own, because memory that somebody else took would count.
const { history, close } = await openStore(process.env);
const stories = Array.from({ length: 24 }, (_, index): MarkedStory => ({ day: madeDay(DAYS - 40 - index * 40), entity: `story:press/story-${index}`, kind: 'press', titles: { en: `Story ${index}` } }));
let now = Date.parse('2026-11-01T12:00:00Z');
const desks = reachDesks(history, { name: 'Havenlicht', sample: true, languages: ['nl', 'en', 'tr', 'ar', 'uk'], timeZone: 'UTC' }, async (marked) => ({ ...NO_PLAN, stories: marked }), () => now);

async function page(): Promise<number> {
  const started = performance.now();
  const found = await reachView({ place: '', choices: new URLSearchParams(), wished: 'en' }, desks(stories));
  const html = drawSections(found!.view.sections, { lang: 'en', words: found!.reader.words, credit: 'Bench', csv: (id) => `/reach/${id}.csv`, live: true, numbers: 'folded' });
  if (!html.includes('data-chart')) throw new Error('The overview has no chart, so there is nothing to measure.');
  return performance.now() - started;
}

const first = await page();
const anew: number[] = [];
for (let round = 0; round < ANEW; round++) {
  now += 61_000;
  anew.push(await page());
}
const took: number[] = [];
for (let round = -WARM_UP; round < ROUNDS; round++) {
  const time = await page();
  if (round >= 0) took.push(time);
}
await close();
const share = (times: number[], part: number) => Number(times.sort((a, b) => a - b)[Math.floor(times.length * part)]!.toFixed(1));
const run: PageRun = { first: Math.round(first), anew: share(anew, 0.5), p50: share(took, 0.5), p95: share(took, 0.95), memory: peakMemory() };
console.log(JSON.stringify(run));

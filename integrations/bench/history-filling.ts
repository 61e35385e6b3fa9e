import { Refusal } from '../refusal.ts';
import { openStore } from '../store/open-store.ts';
import { DAYS, madeDay, madeGifts, madeMention, madeSources } from './made-figures.ts';
import { peakMemory } from './own-cost.ts';

/** Filling an empty store: processor seconds of this process, seconds, and its largest memory in MB of 10^6 bytes. */
export interface FillingRun {
  figures: number;
  cpu: number;
  wall: number;
  memory: number;
}

/** About as many figures as a source gives at a time. */
const PORTION = 10_000;

// A program of its own, because memory that somebody else took would count. The store is the one that the environment names.
const [wished, more] = [Number(process.argv[2]), process.argv[3] === 'more'];
const { history, close } = await openStore(process.env);
if (!more && !(await history.isEmpty())) throw new Refusal('The benchmark fills a store of its own. Name an empty database in DATABASE_URL, and throw it away afterwards.', 2);
const perDay = Math.ceil(wished / DAYS);
const started = performance.now();
let figures = 0;
for (let first = 0; first < DAYS; ) {
  const last = Math.min(DAYS, first + Math.max(1, Math.round(PORTION / perDay))) - 1;
  const places = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const stretch = { from: madeDay(first), to: madeDay(last) };
  // New figures of the same days are those of other sources.
  for (const { source, metrics, figures: made } of madeSources(perDay)) figures += (await history.write(more ? `more/${source}` : source, { ...stretch, metrics }, places.flatMap(made), 1)).added;
  if (!more) await history.writeGifts('mollie', places.flatMap(madeGifts), 1, stretch);
  if (!more) await history.writeMentions('feeds/papers', places.map(madeMention), 1);
  first = last + 1;
  if (process.stderr.isTTY) process.stderr.write(`\r${figures} figures …`);
}
for (const { source } of madeSources(perDay)) if (!more) await history.setStanding({ source, askedAt: 1, fetchedAt: 1, ok: true, says: 'All came.', completeThrough: madeDay(DAYS - 1) });
await close();
const { user, system } = process.cpuUsage();
const run: FillingRun = { figures, cpu: Number(((user + system) / 1e6).toFixed(1)), wall: Number(((performance.now() - started) / 1000).toFixed(1)), memory: peakMemory() };
console.log(JSON.stringify(run));

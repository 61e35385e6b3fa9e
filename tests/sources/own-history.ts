import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FigureSource } from '../../integrations/sources/figure-source.ts';
import { refreshSource, type RefreshWish } from '../../integrations/sources/refresh-source.ts';
import type { History } from '../../integrations/store/history.ts';
import { openStore, type Store } from '../../integrations/store/open-store.ts';

/** A store of its own in a file. */
export async function ownStore(whenDone: (end: () => Promise<void>) => void = onTestFinished): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-history-'));
  const store = await openStore({ DATA_DIR: folder }, folder);
  whenDone(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  return store;
}

/** Every figure and gift that is known, as lines; not when it was asked, nor what was said before. */
export async function factsIn(history: History): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of history.exportLines()) if (/^\{"(figure|gift|mention)"/.test(line)) lines.push(line);
  return lines.sort();
}

/** Refreshes one source after the other; what each said, and how much changed. */
export async function refreshAllOf(sources: readonly FigureSource[], history: History, wish: RefreshWish): Promise<{ said: Record<string, string>; failed: string[]; changed: number }> {
  const [said, failed]: [Record<string, string>, string[]] = [{}, []];
  let changed = 0;
  for (const source of sources) {
    try {
      const report = await refreshSource(source, history, wish);
      said[source.name] = report?.standing.says ?? '';
      changed += report ? report.added + report.revised + report.removed : 0;
    } catch (error) {
      failed.push(source.name);
      said[source.name] = (error as Error).message;
    }
  }
  return { said, failed, changed };
}

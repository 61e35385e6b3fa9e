import type { Source } from '../refresh.ts';
import type { History } from '../store/history.ts';
import type { FigureSource } from './figure-source.ts';
import { refreshSource, type RefreshWish } from './refresh-source.ts';

/** Sources of figures as `npm run refresh` asks them; `open` gives the history when the first is asked. */
export function figureSources(sources: readonly FigureSource[], open: () => Promise<History>, wish: RefreshWish): Source[] {
  return sources.map((source) => ({
    name: source.name,
    async ask() {
      const report = await refreshSource(source, await open(), wish);
      return report?.standing.says ?? 'Another process is asking at this moment.';
    },
  }));
}

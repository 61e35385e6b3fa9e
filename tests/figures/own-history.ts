import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { importFigures } from '../../integrations/commands/figures/import-figures.ts';
import type { HistoryDesk, OpenHistoryDesk } from '../../integrations/commands/figures/history-desk.ts';
import { openStore } from '../../integrations/store/open-store.ts';

/** A desk of its own for each test: a new store on disk, and all that was said. */
export interface OwnHistory {
  folder: string;
  said: string[];
  open: OpenHistoryDesk;
  work<T>(on: (desk: HistoryDesk) => Promise<T>): Promise<T>;
  /** Writes a file and imports it; a refusal comes back as its sentence. */
  take(name: string, content: string | Uint8Array, ...options: string[]): Promise<number | string>;
  gifts(): Promise<string[]>;
  /** Figures of days as `2026-11-03 gifts money:EUR:once 2`. */
  figures(metric: 'gifts' | 'gift-sum' | 'applications' | 'volunteers' | 'volunteer-hours' | 'signatures' | 'views', entity?: string): Promise<string[]>;
}

export function useOwnHistory(): OwnHistory {
  const desk = { said: [] as string[] } as OwnHistory;
  beforeEach(async () => {
    desk.folder = await mkdtemp(join(tmpdir(), 'rostrum-figures-'));
    desk.said.length = 0;
    for (const stream of ['log', 'error'] as const) vi.spyOn(console, stream).mockImplementation((line: string) => void desk.said.push(line));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(desk.folder, { recursive: true });
  });
  desk.open = async () => {
    const { history, ledger, close } = await openStore({ DATA_DIR: join(desk.folder, 'store') });
    return { history, marks: ledger, now: '2026-11-23T10:00:00.000Z', timeZone: 'Europe/Amsterdam', root: desk.folder, close };
  };
  desk.work = async (on) => {
    const opened = await desk.open();
    try {
      return await on(opened);
    } finally {
      await opened.close();
    }
  };
  desk.take = async (name, content, ...options) => {
    const path = join(desk.folder, name);
    await writeFile(path, content);
    desk.said.length = 0;
    return importFigures([path, ...(options.includes('--source') ? [] : ['--source', 'bank']), ...options], desk.open).catch((error: Error) => error.message.split('\n')[0]!);
  };
  desk.gifts = () => desk.work(async ({ history }) => (await history.gifts({ from: '0001-01-01', to: '9999-12-31' })).map(({ day, amount, refunded, currency, kind, campaign }) => [day, amount, ...(refunded ? [`-${refunded}`] : []), currency, kind, campaign].filter((part) => part !== '').join(' ')).sort());
  desk.figures = (metric, entity = '') => desk.work(async ({ history }) => (await history.series({ from: '2026-01-01', to: '2026-12-31', metrics: [metric], about: { entity }, by: 'day' })).map(({ period, source, value }) => `${period} ${source} ${value}`));
  return desk;
}

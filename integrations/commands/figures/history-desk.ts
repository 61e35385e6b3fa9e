import { fileURLToPath } from 'node:url';
import { dayIn, type Day, type Instant } from '../../../src/domain/instant.ts';
import { site } from '../../../src/site.ts';
import { clockFrom } from '../../files/current-edition.ts';
import type { History } from '../../store/history.ts';
import type { Ledger } from '../../store/ledger.ts';
import { openStore } from '../../store/open-store.ts';

/** What tasks about figures work with; tests bring their own. */
export interface HistoryDesk {
  history: History;
  /** Where is remembered what a gift does not say. */
  marks: Pick<Ledger, 'bookmark' | 'setBookmark'>;
  now: Instant;
  timeZone: string;
  root: string;
  close(): Promise<void>;
}

export type OpenHistoryDesk = () => Promise<HistoryDesk>;

/** The desk of this project: its history and its clock. */
export const openHistoryDesk: OpenHistoryDesk = async () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const { history, ledger, close } = await openStore(process.env, root);
  return { history, marks: ledger, now: clockFrom(process.env), timeZone: site.timeZone, root, close };
};

/** Works at a desk and closes its store, whatever happens. */
export async function atHistory<T>(open: OpenHistoryDesk, work: (desk: HistoryDesk) => Promise<T>): Promise<T> {
  const desk = await open();
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

/** The day that it is at a desk. */
export const todayAt = ({ now, timeZone }: Pick<HistoryDesk, 'now' | 'timeZone'>): Day => dayIn(timeZone, now);

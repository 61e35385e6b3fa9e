import type { Organisation } from '../../src/domain/organisation.ts';
import { googleReports, type ReportWorld } from '../google/google-reports.ts';
import { reportsWhenAsked } from '../google/reports-when-asked.ts';
import type { Ledger } from '../store/ledger.ts';
import type { SourceDesk } from './all-sources.ts';

/** The desk of an organisation's sources by the settings of this process; what they remember is kept in the store. */
export function sourceDesk(env: Readonly<Record<string, string | undefined>>, { languages, timeZone }: Pick<Organisation, 'languages' | 'timeZone'>, ledger: () => Promise<Pick<Ledger, 'bookmark' | 'setBookmark'>>, world: ReportWorld & { now(): number }): SourceDesk {
  return {
    languages, timeZone, now: world.now,
    google: reportsWhenAsked(() => googleReports(env, world)),
    notebook: (source) => ({
      read: async () => (await ledger()).bookmark(`source:${source}`),
      write: async (text) => (await ledger()).setBookmark(`source:${source}`, text),
    }),
  };
}

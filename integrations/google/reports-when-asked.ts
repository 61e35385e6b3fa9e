import type { GoogleReports } from './google-reports.ts';

/** Google's figures, opened at the first question, so that without credentials only those sources fail that need them. */
export function reportsWhenAsked(open: () => GoogleReports): GoogleReports {
  let opened: GoogleReports | undefined;
  const reports = () => (opened ??= open());
  return {
    search: async (...wish) => reports().search(...wish),
    analytics: async (...wish) => reports().analytics(...wish),
    videos: async (...wish) => reports().videos(...wish),
    channel: async (...wish) => reports().channel(...wish),
    cells: async (...wish) => reports().cells(...wish),
    answers: async (...wish) => reports().answers(...wish),
  };
}

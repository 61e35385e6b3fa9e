import type { Sources } from '../../src/domain/source.ts';
import type { GoogleReports } from '../google/google-reports.ts';
import { analytics } from './analytics.ts';
import type { FigureSource } from './figure-source.ts';
import { formApplications } from './form-applications.ts';
import { searchConsole } from './search-console.ts';
import { sheetFigures } from './sheets.ts';
import { youtube, type Notebook } from './youtube.ts';
import { youtubeAnalytics } from './youtube-analytics.ts';

/** What sources need besides their own settings; `now` in milliseconds. */
export interface SourceDesk {
  languages: readonly string[];
  timeZone: string;
  /** Rejects with a `GoogleFault` as soon as it is asked when there are no credentials. */
  google: GoogleReports;
  /** What a source remembers, by its name. */
  notebook(source: string): Notebook;
  now(): number;
}

/** Every source of figures that the organisation has, in the order in which they are asked. */
export function allSources(settings: Sources | undefined, { languages, timeZone, google, notebook, now }: SourceDesk): FigureSource[] {
  const { searchConsole: search, analytics: views, youtube: channel, sheets = [], forms = [] } = settings ?? {};
  return [
    ...(search ? [searchConsole(search, languages, google, now)] : []),
    ...(views ? [analytics(views, languages, timeZone, google, now)] : []),
    ...(channel ? [youtube(channel, timeZone, notebook('youtube'), google, now)] : []),
    ...(channel?.analytics ? [youtubeAnalytics(channel, google, now)] : []),
    ...sheets.map((sheet) => sheetFigures(sheet, languages, timeZone, google, now)),
    ...forms.map((form) => formApplications(form, languages, timeZone, google, now)),
  ];
}

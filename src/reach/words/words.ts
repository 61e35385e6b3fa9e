import type { Metric } from '../../domain/figure.ts';
import type { SeasonName } from '../../domain/periods/season.ts';
import type { Caution, Verdict } from '../../domain/statistics/verdict.ts';
import type { Plural } from '../../text/words.ts';

/** Views of the dashboard; also the last part of their address. */
export const REACH_VIEWS = ['overview', 'visibility', 'donations', 'volunteers', 'signatures', 'stories', 'campaigns', 'mentions', 'sources'] as const;
export type ReachViewName = (typeof REACH_VIEWS)[number];

/** Every word of the dashboard. Places for values stand in braces. English is the reference, `en.ts`. */
export interface ReachWords {
  name: string;
  views: Record<ReachViewName, string>;
  intros: Record<ReachViewName, string>;
  nav: string;
  language: string;
  toSite: string;
  skip: string;
  sample: string;
  sampleShort: string;
  nothingYet: { title: string; text: string };
  asOf: string;
  notFound: string;
  metrics: Record<Metric, string>;
  /** As the subject of a sentence, “Visits to pages”. */
  units: { week: string; month: string };
  period: { week: string; month: string; quarter: string; year: string; choose: string; open: string };
  marks: Record<'press' | 'fact-check' | 'petition' | 'event' | 'other', string>;
  invented: string;
  seasons: Record<SeasonName, string>;
  chart: { numbers: string; period: string; unknown: string; happened: string; keys: string; png: string; lines: string; ask: string; break: string; yearBefore: string; latest: string; nothing: string; gaps: string; low: string; high: string };
  changed: {
    notYet: string; title: string; none: string; up: string; down: string; same: string; before: string; yearBefore: string; incomplete: string; zeroBefore: string; broken: string; why: { published: Plural; nothing: string; season: string }; sure: Record<'clear' | 'usual' | 'small', string>;
  };
  link: {
    together: string; title: string; answers: Record<Verdict, string>; seen: string; nothingSeen: string; smallest: string; noSmallest: string; compatible: string; beyond: string; within: string; how: string; chance: string; notCause: string; cautions: Record<Caution['kind'], string>; confounders: string;
    windows: string; windowsTell: string; index: string; weekBefore: Plural; weekAfter: string; each: string; before: string; after: string; change: string; overlaps: string; others: string; lag: string; lagTells: Record<Verdict, string>; lagSmallest: string; lagWeeks: Plural; correlation: string; noiseHead: string; published: string;
  };
  timeline: { title: string; text: string };
  totals: { title: string; before: string; year: string; unknownDays: Plural; notCompared: string; broken: string; through: string };
  target: { title: string; onCourse: string; behind: string; reached: string; missed: string; unknown: string; until: string; basis: Record<'year-before' | 'days', string>; name: string };
  donations: { title: string; number: string; median: string; sum: string; once: string; monthly: string; hidden: string; never: string; real: string; nominal: string; realText: string; realNot: string; euro: string; euroNot: string; euroNone: string };
  tables: { byLanguage: string; byNetwork: string; byStory: string; byCampaign: string; byPetition: string; story: string; language: string; network: string; campaign: string; published: string; share: string; others: string; noSplit: string; split: string; kind: string; total: string };
  funnel: { title: string; text: string; unlinked: string; unlinkedText: string; why: string; ofViews: string; none: string };
  /** Of the view of one story. */
  story: { weeks: string; page: string; kit: string };
  mentions: { title: string; none: string; latest: string; outlet: string; day: string };
  sources: { title: string; source: string; through: string; fetched: string; since: string; state: string; well: string; trouble: string; never: string; behind: string; revisions: string; revisionsText: string; was: string; metric: string; noRevisions: string; none: string };
  suppressed: string;
  hidden: string;
  methods: { title: string; text: string[] };
  report: { title: string; made: string };
}

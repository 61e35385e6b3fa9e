import type { Metric, Stretch } from '../domain/figure.ts';
import type { Gift } from '../domain/gift.ts';
import type { Day } from '../domain/instant.ts';
import type { MethodBreak } from '../domain/periods/method-break.ts';
import type { Season } from '../domain/periods/season.ts';
import type { Target } from '../domain/periods/target.ts';
import type { Kind } from '../domain/story.ts';

/** A figure of a day or period, as the history gives it. */
export interface KnownFigure {
  period: Day;
  source: string;
  metric: Metric;
  entity: string;
  value: number;
  days: number;
}

/** Something that was put before the public, for marking and examining. */
export interface MarkedStory {
  day: Day;
  entity: string;
  kind: Kind;
  /** By language. */
  titles: Record<string, string>;
  /** Made up for the sample history. */
  invented?: boolean | undefined;
}

/** What every view of the dashboard begins with: the figures of all days that are looked at, and what happened on them. */
export interface ReachData {
  /** The day on which somebody looks, in the organisation's time zone. */
  today: Day;
  /** Everything that is read: the days of three years. */
  span: Stretch;
  /** Figures about everything, entity `''`, by day. */
  days: readonly KnownFigure[];
  /** Figures of sensitive metrics by month, split by language and campaign. */
  parts: readonly KnownFigure[];
  /** Gifts of the calendar years that are compared: this one and the two before. */
  gifts: readonly Gift[];
  stories: readonly MarkedStory[];
  seasons: readonly Season[];
  breaks: readonly MethodBreak[];
  targets: readonly Target[];
  /** What else happened that people may have heard of: mailings, broadcasts, disasters. */
  others: readonly { day: Day; text: string; lang?: string | undefined }[];
  /** Last complete day by source. */
  through: Readonly<Record<string, Day>>;
}

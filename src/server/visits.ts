import type { History } from '../../integrations/store/history.ts';
import type { Entity, Figure } from '../domain/figure.ts';
import { dayIn, nextMidnight, type Day } from '../domain/instant.ts';
import { NETWORKS } from '../domain/network.ts';
import { campaignEntity } from '../domain/page-entity.ts';

/** Counts pages that are shown, in memory; nothing of who reads them is looked at here. */
export interface VisitCounter {
  /** A page about these entities was shown; its address ended in `query`, which is empty or begins with `?`. Campaigns of these codes are ours. */
  count(about: readonly Entity[], query: string, ours: ReadonlySet<string>): void;
  /** Adds to the history what was counted since the last time. What cannot be added waits for the next time. */
  write(): Promise<void>;
}

/** Figures that wait at most, when the store is away for long: a day has some hundreds. */
const MOST = 20_000;
/** Campaigns of a day that are no story's name: anybody can make one up in an address. */
const OTHER_CAMPAIGNS = 50;

const SOURCES = new Set<string>([...NETWORKS, 'print']);

/** A counter of visits, whose figures stand on days of `timeZone` under the source `visits`. */
export function visitCounter(history: Pick<History, 'add'>, timeZone: string, now: () => number = Date.now, most = MOST): VisitCounter {
  let counts = new Map<string, number>();
  const campaigns = new Set<Entity>();
  let [day, ends]: [Day, number] = ['', 0];
  const add = (entity: Entity, by = 1, on: Day = day) => {
    const key = `${on} ${entity}`;
    const known = counts.get(key);
    if (known !== undefined || counts.size < most) counts.set(key, (known ?? 0) + by);
  };
  return {
    count(about, query, ours) {
      const at = now();
      if (at >= ends || day === '') {
        const instant = new Date(at).toISOString();
        [day, ends] = [dayIn(timeZone, instant), Date.parse(nextMidnight(timeZone, instant))];
        campaigns.clear();
      }
      add('');
      for (const entity of about) add(entity);
      if (!query.includes('utm_')) return;
      const asked = new URLSearchParams(query.slice(0, 500));
      const source = asked.get('utm_source') ?? '';
      if (SOURCES.has(source)) add(`network:${source}`);
      const campaign = campaignEntity(asked.get('utm_campaign') ?? '');
      if (campaign === undefined) return;
      if (!ours.has(campaign.slice('campaign:'.length))) {
        if (!campaigns.has(campaign) && campaigns.size >= OTHER_CAMPAIGNS) return;
        campaigns.add(campaign);
      }
      add(campaign);
    },
    async write() {
      if (counts.size === 0) return;
      const taken = counts;
      counts = new Map();
      const figures = [...taken].map(([key, value]): Omit<Figure, 'source'> => ({ day: key.slice(0, 10), metric: 'views', entity: key.slice(11), value }));
      try {
        await history.add('visits', figures);
      } catch (error) {
        for (const { day: on, entity, value } of figures) add(entity, value, on);
        throw error;
      }
    },
  };
}

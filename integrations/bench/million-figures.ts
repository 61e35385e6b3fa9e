import { dayAfter } from '../../src/domain/instant.ts';
import { startStandIn } from '../google/stand-in/stand-in.ts';

// A program of its own, because what a stand-in costs is not what a refresh costs.
const [figures, days, today] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]!];
const { apis, reports } = await startStandIn();
// Clicks and impressions of each story and of all, a day.
const stories = Math.ceil((figures / days - 2) / 2);
const first = dayAfter(today, 1 - days);

reports.search.set('sc-domain:example.org', {
  shared: true,
  day(day) {
    if (day < first || day > today) return undefined;
    const pages = Array.from({ length: stories }, (_, number) => ({ page: `https://example.org/nl/press/story-${number}/`, clicks: 1 + ((number + Date.parse(day) / 864e5) % 7), impressions: 40 + (number % 50) }));
    return { total: { clicks: stories * 4, impressions: stories * 65 }, pages };
  },
});
process.send!({ apis });
process.once('disconnect', () => process.exit(0));

import { describe, expect, test } from 'vitest';
import { dayAfter } from '../../src/domain/instant.ts';
import type { GoogleReports } from '../../integrations/google/google-reports.ts';
import type { Portion } from '../../integrations/sources/figure-source.ts';
import { plantedSite } from '../../integrations/google/stand-in/report-book.ts';
import { CHANNEL, plantedGoogle, PROPERTY, SITE, TODAY } from './planted-google.ts';

async function told(name: string, plant: (world: Awaited<ReturnType<typeof plantedGoogle>>) => void = () => {}, analytics = false) {
  const world = await plantedGoogle();
  plant(world);
  const source = () => world.sources({ analytics }).find((one) => one.name === name)!;
  const read = async (days = 12) => {
    const portions: Portion[] = [];
    const today = world.today();
    for await (const portion of source().read({ from: dayAfter(today, 1 - days), to: today }, new AbortController().signal)) portions.push(portion);
    const figures = portions.flatMap((portion) => (portion.kind === 'figures' ? portion.figures : []));
    return { portions, figures, remarks: portions.flatMap(({ remarks = [] }) => remarks), value: (day: string, entity = '', metric = figures[0]?.metric) => figures.find((one) => one.day === day && one.entity === entity && one.metric === metric)?.value };
  };
  return { ...world, read };
}

describe('Search Console', () => {
  const page = (day: string, path: string, clicks: number) => ({ day, page: `https://havenlicht.example${path}`, clicks, impressions: clicks * 10 });

  test('gives the total of a day as Google counts it, and pages by story and by language', async () => {
    const { read } = await told('search-console', ({ google }) => google.reports.search.set(SITE, plantedSite([page('2026-11-18', '/nl/press/free-internet/', 3), page('2026-11-18', '/en/press/free-internet/kit/?utm_source=x', 2), page('2026-11-18', '/nl/', 1)], { '2026-11-18': { clicks: 4, impressions: 90 } })));
    const { value, figures } = await read();
    expect([value('2026-11-18'), value('2026-11-18', 'story:press/free-internet'), value('2026-11-18', 'lang:nl'), value('2026-11-18', 'lang:en')]).toEqual([10, 5, 4, 2]);
    expect(value('2026-11-18', '', 'search-impressions')).toBe(150);
    expect(figures.some(({ entity }) => entity.includes('kit'))).toBe(false);
  });

  test('knows of nothing before its first day, of none on empty days since, and leaves days open that Google still counts', async () => {
    const { read } = await told('search-console', ({ google }) => google.reports.search.set(SITE, plantedSite([page('2026-11-16', '/nl/', 3), page('2026-11-21', '/nl/', 1)], {}, '2026-11-20')));
    const { value, portions } = await read();
    expect(['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map((day) => value(day, '', 'search-clicks'))).toEqual([undefined, 3, 0, 0, undefined, 1, undefined]);
    expect(portions[0]!.completeThrough).toBe('2026-11-19');
  });

  test('asks on until a page of rows is not full', async () => {
    const { read } = await told('search-console', ({ google: { reports } }) => reports.search.set(SITE, plantedSite(Array.from({ length: 25_100 }, (_, number) => page('2026-11-18', `/nl/press/s-${number}/`, 1)))));
    const { figures } = await read(6);
    expect(figures.filter(({ entity, metric }) => entity.startsWith('story:') && metric === 'search-clicks').length).toBe(25_100);
  });
});

describe('Analytics', () => {
  test('tells views by story, language, campaign and network, with what Google says about their worth', async () => {
    const { read } = await told('analytics', ({ google }) => void google.reports.analytics.set(PROPERTY, {
      shared: true, timeZone: 'Europe/Amsterdam', sampled: true, thresholds: true, otherRow: true,
      rows: [{ day: '2026-11-18', path: '/nl/press/free-internet/', campaign: 'Free-Internet', source: 'whatsapp', views: 4 }, { day: '2026-11-18', path: '/x', source: 'google', views: 3 }],
    }));
    const { value, remarks } = await read();
    expect(['', 'story:press/free-internet', 'lang:nl', 'campaign:free-internet', 'network:whatsapp', 'network:google'].map((entity) => value('2026-11-18', entity))).toEqual([7, 4, 4, 4, 4, undefined]);
    expect(remarks).toEqual([expect.stringMatching(/agreed to be counted/), expect.stringMatching(/from a sample/), expect.stringMatching(/very few people/), expect.stringMatching(/threw rare pages together/)]);
  });
});

describe('YouTube', () => {
  test('a day’s views are the difference of two looks, and followers are those of the day', async () => {
    const { read, google, pass } = await told('youtube');
    const channel = () => google.reports.channels.get(CHANNEL)!;
    channel().allViews = 1000;
    expect((await read(2)).figures).toEqual([{ day: TODAY, metric: 'followers', entity: '', value: channel().followers }, { day: TODAY, metric: 'video-views', entity: '', value: 0 }]);
    channel().allViews = 1040;
    expect((await read(2)).value(TODAY, '', 'video-views')).toBe(40);
    pass(1);
    channel().allViews = 1100;
    const next = await read(2);
    expect([next.value(TODAY, '', 'video-views'), next.value('2026-11-24', '', 'video-views'), next.portions[0]!.completeThrough]).toEqual([100, 0, TODAY]);
    // Looking again changes nothing about yesterday.
    expect((await read(2)).value(TODAY, '', 'video-views')).toBe(100);
  });

  test('views of days on which nobody looked stay unknown, and are told', async () => {
    const { read, google, pass } = await told('youtube');
    await read(2);
    const before = google.reports.channels.get(CHANNEL)!.allViews;
    pass(3);
    google.reports.channels.get(CHANNEL)!.allViews = before + 60;
    const { figures, remarks } = await read(2);
    expect([figures.filter(({ metric }) => metric === 'video-views').map(({ day, value }) => [day, value]), remarks]).toEqual([[['2026-11-26', 0]], [expect.stringMatching(/between 2026-11-23 and 2026-11-26, so 60 views cannot be given/)]]);
  });

  test('with YouTube Analytics views come from there alone, up to the last day that it tells', async () => {
    const { read } = await told('youtube', () => {}, true);
    expect((await read(2)).figures.map(({ metric }) => metric)).toEqual(['followers']);
    const own = await told('youtube-analytics', () => {}, true);
    const { figures, portions } = await own.read(12);
    expect([figures.map(({ day }) => day).sort().at(-1), portions[0]!.completeThrough]).toEqual(['2026-11-20', '2026-11-20']);
  });

  test('a channel that hides its followers has none that are known', async () => {
    const { read } = await told('youtube', ({ google }) => void (google.reports.channels.get(CHANNEL)!.hidden = true));
    const { figures, remarks } = await read(2);
    expect([figures.some(({ metric }) => metric === 'followers'), remarks]).toEqual([false, [expect.stringMatching(/hides how many follow it/)]]);
  });
});

describe('a form of volunteers', () => {
  test('is only counted: without questions to count by, Google is not asked for what people wrote', async () => {
    const { sources, settings, read } = await told('forms/volunteers');
    expect((await read()).figures.some(({ entity }) => entity === 'lang:nl')).toBe(true);
    settings.forms[0]!.questions = undefined;
    expect((await read()).figures.every(({ entity }) => entity === '')).toBe(true);
    const wishes: boolean[] = [];
    const google = { answers: async (_: string, { written }: { written: boolean }) => (wishes.push(written), {}) } as unknown as GoogleReports;
    const form = sources({ google }).find(({ name }) => name === 'forms/volunteers')!;
    for await (const portion of form.read({ from: '2026-11-01', to: TODAY }, new AbortController().signal)) expect(portion).toMatchObject({ figures: [] });
    expect(wishes).toEqual([false]);
  });

  test('is counted by language where a question tells it, and nothing that people wrote comes along', async () => {
    const { read } = await told('forms/volunteers');
    const { figures } = await read();
    expect(new Set(figures.map(({ entity }) => entity))).toEqual(new Set(['', 'lang:nl', 'lang:en']));
    expect(JSON.stringify(figures)).not.toMatch(/Kim|mail/);
  });
});

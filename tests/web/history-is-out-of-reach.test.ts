import { expect, test } from 'vitest';
import { StoreFault } from '../../integrations/store/ledger.ts';
import { NO_PLAN } from '../../src/domain/reach-plan.ts';
import { reachDesks } from '../../src/server/reach-desk.ts';
import { paperHistory } from '../reach/paper-history.ts';
import { accessSite } from './access-site.ts';

test('a director learns that the figures cannot be read now, and sees them as soon as they can', async () => {
  const trouble = { on: true };
  const paper = paperHistory({ figures: [] });
  const history = { ...paper, series: async (wish: Parameters<typeof paper.series>[0]) => { if (trouble.on) throw new StoreFault('The store is busy.'); return paper.series(wish); } };
  const open = reachDesks(history, { name: 'Havenlicht', sample: true, languages: ['nl', 'en', 'tr', 'ar', 'uk'], timeZone: 'UTC' }, async (stories) => ({ ...NO_PLAN, stories }), () => Date.parse('2026-11-23T10:00:00Z'));
  const site = await accessSite({ room: { deskOver: ({ stories }) => open(stories) } });
  const Cookie = await site.enter();
  for (const where of ['/reach/', '/reach/donations/', '/reach/donations/gifts.csv']) {
    const answer = await site.ask(where, { Cookie });
    expect([answer.status, answer.headers['retry-after'], answer.headers['cache-control']]).toEqual([503, '30', 'private, no-store']);
    expect(answer.text).toContain('<h1>');
    expect(answer.text).not.toMatch(/StoreFault|busy|SECRET/);
  }
  trouble.on = false;
  expect((await site.ask('/reach/', { Cookie })).status).toBe(200);
  expect(site.log).toEqual([]);
});

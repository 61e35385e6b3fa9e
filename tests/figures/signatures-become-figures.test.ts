import { describe, expect, test } from 'vitest';
import type { Portion } from '../../integrations/sources/figure-source.ts';
import { petitionFigures } from '../../integrations/sources/petition-source.ts';
import { openStore } from '../../integrations/store/open-store.ts';
import { signatureOf } from '../store/signatures.ts';
import { useOwnHistory } from './own-history.ts';
import { join } from 'node:path';

const desk = useOwnHistory();
const NOW = Date.parse('2026-11-23T10:00:00Z');
let made = 0;

/** Signs, reads the source and writes what it says into the history, as a refresh does. */
async function afterSigning(own: Partial<Parameters<typeof signatureOf>[0]>[], change: (ledger: Awaited<ReturnType<typeof openStore>>['ledger']) => Promise<unknown> = async () => {}) {
  const { ledger, history, close } = await openStore({ DATA_DIR: join(desk.folder, 'store') });
  try {
    await ledger.signAll(own.map((some) => signatureOf({ petition: 'free-internet', ref: `ref-${++made}`, person: `p${made}`, namesake: `n${made}`, lang: 'nl', source: '', ...some })));
    await change(ledger);
    const portions: Portion[] = [];
    for await (const portion of petitionFigures(ledger, 'Europe/Amsterdam', () => NOW).read({ from: '2006-11-28', to: '2026-11-23' }, new AbortController().signal)) {
      portions.push(portion);
      if (portion.kind === 'figures') await history.write('petitions', { ...portion.days, metrics: portion.metrics }, portion.figures, NOW);
    }
    return portions;
  } finally {
    await close();
  }
}

test('counted signatures are figures by day, petition, language and where the link was shared, without anybody’s name', async () => {
  const portions = await afterSigning([
    { signedAt: Date.parse('2026-11-20T22:59:59Z'), source: 'whatsapp', name: 'Amina' }, { signedAt: Date.parse('2026-11-20T23:00:00Z'), lang: 'ar', source: 'autumn-appeal' }, { signedAt: Date.parse('2026-11-20T12:00:00Z'), score: 99 }, { signedAt: Date.parse('2026-11-23T09:00:00Z'), petition: 'warm-homes', source: '<b>' },
  ]);
  expect(await desk.figures('signatures')).toEqual(['2026-11-20 petitions 1', '2026-11-21 petitions 1', '2026-11-22 petitions 0', '2026-11-23 petitions 1']);
  expect(await desk.figures('signatures', 'story:petitions/free-internet')).toEqual(['2026-11-20 petitions 1', '2026-11-21 petitions 1']);
  expect(await desk.figures('signatures', 'lang:ar')).toEqual(['2026-11-21 petitions 1']);
  expect(await desk.figures('signatures', 'network:whatsapp')).toEqual(['2026-11-20 petitions 1']);
  expect(await desk.figures('signatures', 'campaign:autumn-appeal')).toEqual(['2026-11-21 petitions 1']);
  expect(JSON.stringify(portions)).not.toMatch(/Amina|<b>/);
  expect(portions[0]).toMatchObject({ completeThrough: '2026-11-22' });
});

test('a review of signatures long ago changes the figures of their days', async () => {
  await afterSigning([{ signedAt: Date.parse('2025-03-03T12:00:00Z') }, { signedAt: Date.parse('2026-11-20T12:00:00Z') }]);
  expect(await desk.figures('signatures')).toContain('2026-11-20 petitions 1');
  const portions = await afterSigning([], (ledger) => ledger.review({ petition: 'free-internet', to: Date.parse('2025-12-31T00:00:00Z') }, 'invalid', NOW));
  expect(portions.length).toBeGreaterThan(80);
  const sums = await desk.work(({ history }) => history.series({ from: '2025-01-01', to: '2026-12-31', metrics: ['signatures'], about: { entity: '' }, by: 'day' }));
  expect(sums.filter(({ value }) => value > 0)).toEqual([expect.objectContaining({ period: '2026-11-20', value: 1 })]);
});

test('the sum of the figures is what the counter says', async () => {
  const some = Array.from({ length: 200 }, (_, i) => ({ signedAt: NOW - i * 7_654_321, lang: ['nl', 'ar', 'tr'][i % 3]!, source: ['', 'x', 'print'][i % 3]!, ...(i % 7 === 0 && { score: 99 }) }));
  await afterSigning(some);
  const sum = async (about: { entity: string } | { kind: 'lang' | 'story' }) => (await desk.work(({ history }) => history.series({ from: '2026-01-01', to: '2026-12-31', metrics: ['signatures'], about, by: 'month' }))).reduce((total, { value }) => total + value, 0);
  const counted = some.filter(({ score }) => score === undefined).length;
  expect([await sum({ entity: '' }), await sum({ kind: 'lang' }), await sum({ kind: 'story' })]).toEqual([counted, counted, counted]);
});

describe('without petitions', () => {
  test('there is a nought for no day but nothing fails', async () => {
    const portions = await afterSigning([]);
    expect(portions).toHaveLength(1);
    expect(await desk.figures('signatures')).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { funnelOf } from '../../src/domain/funnel.ts';

const figures = [
  { metric: 'views', entity: '', value: 1000 }, { metric: 'views', entity: 'campaign:net', value: 300 }, { metric: 'views', entity: 'campaign:school', value: 100 },
  { metric: 'signatures', entity: '', value: 90 }, { metric: 'signatures', entity: 'campaign:net', value: 30 },
  { metric: 'gifts', entity: '', value: 40 }, { metric: 'gifts', entity: 'campaign:school', value: 6 }, { metric: 'gifts', entity: 'campaign:', value: 34 }, { metric: 'gifts', entity: 'money:EUR:once', value: 12 },
] as const;

test('a director sees each campaign from visits to gifts, and how much came by no known link', () => {
  const { totals, campaigns, unlinked, unlinkedShare } = funnelOf(figures);
  expect(totals).toEqual({ views: 1000, signatures: 90, applications: undefined, gifts: 40 });
  expect(campaigns.map(({ code, counts }) => [code, counts.views, counts.signatures, counts.gifts])).toEqual([['school', 100, undefined, 6], ['net', 300, 30, undefined]]);
  expect(unlinked).toEqual({ views: 600, signatures: 60, applications: undefined, gifts: 34 });
  expect(unlinkedShare.gifts).toBeCloseTo(0.85);
});

test('where campaigns have more than everything together, no share is told', () => {
  const { contradicted, unlinked } = funnelOf([...figures, { metric: 'signatures', entity: 'campaign:school', value: 100 }]);
  expect(contradicted).toEqual(['signatures']);
  expect(unlinked.signatures).toBeUndefined();
});

test('without figures there is nothing to say, and nothing is nought', () => {
  expect(funnelOf([])).toMatchObject({ campaigns: [], contradicted: [], totals: { views: undefined } });
});

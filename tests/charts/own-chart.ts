import type { Chart } from '../../src/charts/chart.ts';

/** Eight weeks of 2026 with a week in the middle that nobody knows; `wish` says what is different. */
export const ownChart = (wish: Partial<Chart> = {}): Chart => ({
  id: 'views', title: 'Page views', finding: 'Page views: 80.', unit: 'Page views a week', from: '2026-01-05', to: '2026-03-01',
  lines: [{ name: 'Page views', points: [10, 20, 30, null, 50, 60, 70, 80].map((value, week) => ({ at: `2026-${['01-05', '01-12', '01-19', '01-26', '02-02', '02-09', '02-16', '02-23'][week]}`, value })) }],
  marks: [], bands: [], breaks: [],
  ...wish,
});

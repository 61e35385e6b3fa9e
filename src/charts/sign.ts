import type { MarkKind } from './chart.ts';

/** Signs that tell kinds of marks apart without colour; drawn around 0,0 in pixels. */
export const SIGNS: Record<MarkKind, string> = {
  press: 'M-5 4 0-5 5 4Z',
  'fact-check': 'M0-6 6 0 0 6-6 0Z',
  petition: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0',
  event: 'M-4.5-4.5h9v9h-9Z',
  other: 'M-5-5 5 5M5-5-5 5',
};

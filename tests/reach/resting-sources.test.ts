import { expect, test } from 'vitest';
import { NOT_ASKED } from '../../src/domain/figure.ts';
import { tablesOf } from '../../src/reach/view.ts';
import { sources, type Standing } from '../../src/reach/views/sources.ts';
import { readerOf } from '../../src/server/reach-views.ts';

const troubles = (standing: Partial<Standing>) => {
  const view = sources([{ source: 'analytics', askedAt: 1, completeThrough: '2026-01-31', ok: true, says: 'Nothing new.', ...standing }], [], '2026-11-23', readerOf({ choices: new URLSearchParams(), wished: 'en' }, ['en']));
  return tablesOf(view.sections.flatMap(({ blocks }) => blocks))[0]!.rows[0]!.filter((cell) => cell.trouble).length;
};

test('a source that is not asked any more is told as such, and counts as no trouble', () => {
  expect(troubles({ says: NOT_ASKED })).toBe(0);
  expect(troubles({ says: NOT_ASKED, completeThrough: undefined })).toBe(0);
  expect(troubles({})).toBe(2);
  expect(troubles({ ok: false, says: 'Google does not let us.' })).toBe(2);
});

import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/charts/chart.ts';
import { drawChart, signOf } from '../../src/charts/picture.ts';
import { SIGNS } from '../../src/charts/sign.ts';
import { elementsOfFragment } from '../page-tree.ts';
import { ownChart } from './own-chart.ts';

const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&amp;`;
const draw = (wish: Partial<Chart> = {}, lang = 'en') => drawChart(ownChart(wish), { lang, unknown: 'not known' });
const partsOf = (svg: string, kind: string) => elementsOfFragment(svg).filter(({ attributes }) => attributes['class']?.split(' ').includes(kind));
/** Corners of a path as pairs of numbers, a list for each piece that is drawn without lifting the pen. */
const piecesOf = (path: string) => path.split('M').filter(Boolean).map((piece) => piece.split('L').map((spot) => spot.split(' ').map(Number) as [number, number]));
const lineOf = (svg: string, look = 'line-0') => piecesOf(partsOf(svg, look).find(({ attributes }) => attributes['class']!.startsWith('line'))!.attributes['d']!);

describe('The picture of a chart', () => {
  test('draws a line through what is known, higher for more', () => {
    const [first] = lineOf(draw());
    expect(first!.length).toBe(3);
    expect(first!.map(([, y]) => y)).toEqual([...first!.map(([, y]) => y)].sort((a, b) => b - a));
  });

  test('leaves a gap where a week is unknown, rather than fall to zero or jump over it', () => {
    const pieces = lineOf(draw());
    expect(pieces.map((piece) => piece.length)).toEqual([3, 4]);
    expect(pieces.flat().length).toBe(7);
  });

  test('shows a single known week between two unknown ones as a dot', () => {
    const points = [null, 5, null, 0, 0].map((value, week) => ({ at: `2026-01-${String(5 + 7 * week).padStart(2, '0')}`, value }));
    const svg = draw({ to: '2026-02-08', lines: [{ name: 'a', points: points.slice(0, 4) }] });
    expect(partsOf(svg, 'dot').length).toBe(1);
    expect(partsOf(draw(), 'dot').length).toBe(0);
  });

  test('lets time run from the left in every language', () => {
    for (const lang of ['nl', 'ar', 'he', 'uk']) {
      const svg = draw({}, lang);
      expect(svg).toContain('<svg class="chart" width="100%" height="222" direction="ltr"');
      const xs = lineOf(svg).flat().map(([x]) => x);
      expect(xs).toEqual([...xs].sort((a, b) => a - b));
      expect(partsOf(svg, 'month').map(({ attributes }) => attributes['x'])).toEqual(['48.21%', '98.21%']);
    }
  });

  test('names months in the reader’s language, with digits that stand in the CSV too', () => {
    expect(partsOf(draw({}, 'nl'), 'month').map(({ text }) => text)).toEqual(['feb 2026', 'mrt']);
    expect(partsOf(draw({}, 'ar'), 'month').map(({ text }) => text).join(' ')).toMatch(/فبراير 2026/);
    expect(partsOf(draw({}, 'ar'), 'tick').map(({ text }) => text)).toEqual(['20', '40', '60', '80']);
  });

  test('leaves out names on a narrow screen that would lie over others, and keeps the year', () => {
    const months = (lang: string) => partsOf(draw({ from: '2025-11-24', to: '2026-11-22' }, lang), 'month');
    const shown = months('ar').filter(({ attributes }) => attributes['class'] === 'month').map(({ text }) => text);
    expect(shown).toContain('يناير 2026');
    expect(shown).not.toContain('ديسمبر');
    expect([months('ar').length, shown.length < 8]).toEqual([12, true]);
    const points = ['2026-01-05', '2026-02-02'].map((at, index) => ({ at, value: 1, name: `a long name of week ${index}`, short: `+${index}` }));
    expect(partsOf(draw({ axis: 'names', lines: [{ name: 'a', points }] }), 'month').map(({ text }) => text)).toEqual(['+0', '+1']);
  });

  test('marks what was published on its day, each kind with a sign of its own', () => {
    const kinds = Object.keys(SIGNS) as (keyof typeof SIGNS)[];
    const svg = draw({ marks: kinds.map((kind) => ({ at: '2026-02-02', kind, title: `A ${kind}` })) });
    const marks = partsOf(svg, 'mark');
    expect(marks.map(({ attributes }) => attributes['x'])).toEqual(kinds.map(() => '50.00%'));
    expect(marks.map(({ text }) => text)).toEqual(kinds.map((kind) => `A ${kind}`));
    expect(new Set(Object.values(SIGNS)).size).toBe(kinds.length);
    for (const kind of kinds) expect([svg, signOf(kind)].every((drawn) => drawn.includes(`d="${SIGNS[kind]}"`))).toBe(true);
  });

  test('leaves out what happened before its first day and after its last', () => {
    const svg = draw({ marks: [{ at: '2026-01-04', kind: 'press', title: 'before' }, { at: '2026-03-03', kind: 'press', title: 'after' }], breaks: [{ at: '2025-12-01', text: 'earlier' }] });
    expect([...partsOf(svg, 'mark'), ...partsOf(svg, 'break')]).toEqual([]);
  });

  test('shades seasons, cut where the picture ends', () => {
    const bands = partsOf(draw({ bands: [{ from: '2025-12-01', to: '2026-01-19', name: 'Christmas time' }, { from: '2026-02-16', to: '2026-05-01', name: 'Ramadan' }, { from: '2024-01-01', to: '2024-02-01', name: 'long ago' }] }), 'band');
    expect(bands.map(({ text, attributes }) => [text, attributes['x'], attributes['width']])).toEqual([['Christmas time', '0.00%', '25.00%'], ['Ramadan', '75.00%', '25.00%']]);
  });

  test('has room for the target above the highest value, and says its name', () => {
    const svg = draw({ target: { value: 400, name: 'target 400' } });
    expect(partsOf(svg, 'tick').map(({ text }) => text)).toEqual(['100', '200', '300', '400', 'target 400']);
    expect(partsOf(svg, 'target').length).toBe(1);
  });

  test('reads money in whole units of its currency', () => {
    const svg = draw({ currency: 'EUR', lines: [{ name: 'Sum', points: [{ at: '2026-01-05', value: 100_000 }] }] }, 'nl');
    expect(partsOf(svg, 'tick').map(({ text }) => text.replace(/\s/g, ' '))).toContain('€ 1K');
  });

  test('takes no word for markup', () => {
    const svg = draw({
      title: HOSTILE, marks: [{ at: '2026-02-02', kind: 'press', title: HOSTILE }], bands: [{ from: '2026-01-05', to: '2026-01-12', name: HOSTILE }], breaks: [{ at: '2026-02-09', text: HOSTILE }],
      target: { value: 1, name: HOSTILE }, axis: 'names', lines: [{ name: HOSTILE, points: [{ at: '2026-01-05', value: 1, name: HOSTILE }] }],
    });
    const elements = elementsOfFragment(svg);
    expect(elements.filter(({ name, attributes }) => name === 'script' || name === 'img' || Object.keys(attributes).some((key) => key.startsWith('on')))).toEqual([]);
    expect(elements.filter(({ text, name }) => name === 'title' && text === HOSTILE).length).toBe(3);
  });

  test('is left out of what is read aloud, since its sentence and its table say the same', () => {
    expect(draw()).toMatch(/^<svg [^>]*aria-hidden="true" focusable="false">/);
  });

  test('of nothing at all is still a picture', () => {
    expect(draw({ lines: [] })).not.toMatch(/NaN|Infinity|undefined/);
    expect(draw({ lines: [{ name: 'a', points: [] }] })).not.toMatch(/NaN|Infinity|undefined/);
  });
});

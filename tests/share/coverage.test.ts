import { expect, test } from 'vitest';
import { Coverage } from '../../src/share/coverage.ts';
import { maskOf } from '../../src/share/mask.ts';
import { outlineOf } from '../../src/share/outline.ts';
import { rasterOf } from '../../src/share/raster.ts';
import { TYPEFACES } from '../../src/share/typeface.ts';

// Outlines are measured upwards from the baseline, so that what is to be seen has negative heights here.
const cover = (path: string, width: number, height: number) => {
  const coverage = new Coverage(width, height);
  coverage.add(outlineOf(path, 1), 0, 0, 1);
  return [...coverage.sum()];
};

test('a pixel is as dark as the part of it that is covered', () => {
  expect(cover('M1,-1L1,-2L2.5,-2L2.5,-1Z', 4, 3)).toEqual([0, 0, 0, 0, 0, 255, 128, 0, 0, 0, 0, 0]);
  expect(cover('M0,0L0,-2L2,-2Z', 3, 2)).toEqual([128, 0, 0, 255, 128, 0]);
});

test('a hole stays empty, and what lies over each other stays full', () => {
  expect(cover('M0,0L0,-3L3,-3L3,0ZM1,-1L2,-1L2,-2L1,-2Z', 3, 3)).toEqual([255, 255, 255, 255, 0, 255, 255, 255, 255]);
  expect(cover('M0,0L0,-1L2,-1L2,0ZM1,0L1,-1L3,-1L3,0Z', 3, 1)).toEqual([255, 255, 255]);
});

test.each(['latin', 'arabic', 'ethiopic'] as const)('letters come out as another painter draws them (%s)', (script) => {
  const font = TYPEFACES.headline.find((one) => one.script === script)!;
  const text = { latin: 'gß&', arabic: 'عهم', ethiopic: 'ሃቨኽ' }[script];
  for (const { id } of font.shape(text, 0, text.length, 'ltr', 'en')) {
    const mask = maskOf([{ font, id, x: 20.3, y: 90, size: 80, at: 0 }])!;
    const outline = font.outline(id);
    let path = '';
    for (let at = 0; at < outline.length; ) {
      const kind = outline[at++]!;
      const values = outline.subarray(at, (at += Math.max(kind, 1) * 2));
      path += `${kind === 0 && path !== '' ? 'Z' : ''}${'MLQC'[kind]}${values.join(' ')}`;
    }
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${mask.width}" height="${mask.height}" viewBox="${mask.left} ${mask.top} ${mask.width} ${mask.height}"><path transform="matrix(80 0 0 -80 20.3 90)" d="${path}Z"/></svg>`;
    const theirs = rasterOf(svg).rgba;
    const differences = mask.cover.map((ours, pixel) => Math.abs(ours - theirs[pixel * 4 + 3]!));
    expect(mask.cover.some((ours) => ours === 255)).toBe(true);
    // The other painter takes samples, so that single pixels of an edge differ a little.
    expect(differences.reduce((sum, one) => sum + one, 0) / differences.length).toBeLessThan(3);
    expect(Math.max(...differences)).toBeLessThan(64);
  }
});

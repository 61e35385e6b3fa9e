import { expect, test } from 'vitest';
import { figureHtml, pictureHtml } from '../../src/domain/picture.ts';
import { picture } from '../specimens.ts';

test('a picture offers small files to small screens, and keeps its place while it loads', () => {
  expect(pictureHtml(picture, 'Een kraam', 'column')).toBe(
    '<picture><source type="image/webp" srcset="/media/street-stall.0123-480.webp 480w, /media/street-stall.0123-960.webp 960w" sizes="(min-width: 42rem) 40rem, 92vw">' +
      '<img src="/media/street-stall.0123-960.jpg" alt="Een kraam" width="960" height="600" loading="lazy" decoding="async"></picture>',
  );
});

test('only the picture at the top is fetched at once', () => {
  expect(pictureHtml(picture, '', 'wide', true)).toContain('fetchpriority="high"');
  expect(pictureHtml(picture, '', 'wide', true)).not.toContain('loading="lazy"');
});

test('a description cannot break out of its attribute', () => {
  expect(pictureHtml(picture, '" onerror="alert(1)', 'thumb')).toContain('alt="&#34; onerror=&#34;alert(1)"');
});

test('a figure speaks the language of its text, and leaves out a caption that is missing there', () => {
  expect(figureHtml(picture, 'nl')).toContain('alt="Een kraam op de markt"');
  expect(figureHtml(picture, 'nl')).toContain('<figcaption><span>De kraam in mei</span> <small>Havenlicht</small></figcaption>');
  expect(figureHtml(picture, 'en')).toContain('<figcaption><small>Havenlicht</small></figcaption>');
});

test('a description written in the text goes before that of the record', () => {
  expect(figureHtml(picture, 'nl', 'Twee mensen in gesprek')).toContain('alt="Twee mensen in gesprek"');
});

test('caption and credit are text, whatever they hold', () => {
  const hostile = { ...picture, credit: '<script>alert(1)</script>', caption: { nl: '<img src=x onerror=alert(1)>' } };
  expect(figureHtml(hostile, 'nl')).not.toMatch(/<script|<img src=x/);
});

import { expect, test } from 'vitest';
import { fitText } from '../../src/share/fit.ts';
import { glyphsOf, placeText } from '../../src/share/place.ts';
import { shapeParagraph } from '../../src/share/paragraph.ts';
import { TYPEFACES } from '../../src/share/typeface.ts';

const linesOf = (text: string, size: number, width: number, lang = 'nl') => {
  const fitted = fitText({ text, field: 'title', role: 'headline', size: [size, size], colour: '#000000' }, { width, height: 2000 }, lang, 'ltr');
  return fitted.lines.map(({ from, to }) => fitted.paragraph.text.slice(fitted.paragraph.words[from]!.start, fitted.paragraph.words[to - 1]!.end));
};

test('no word stands alone in the last line', () => {
  expect(linesOf('Wij vragen om een antwoord op tijd en om duidelijkheid', 60, 900)).toEqual(['Wij vragen om een antwoord', 'op tijd en om duidelijkheid']);
});

test('a number stays with what it counts', () => {
  const text = 'In Türkiye wonen ongeveer 3,2 miljoen mensen die voor de oorlog zijn gevlucht';
  for (const width of [640, 700, 760, 820, 880, 940, 1000]) expect(linesOf(text, 60, width).filter((line) => /3,2$/.test(line))).toEqual([]);
});

test('a sentence does not leave its last word on the next line', () => {
  expect(linesOf('Wij vragen niet om een ja. Wij vragen om een antwoord', 60, 840)).toEqual(['Wij vragen niet om een ja.', 'Wij vragen om een antwoord']);
});

test('capitals are those of the language', () => {
  const capitals = (text: string, lang: string) => fitText({ text, field: 'kind', role: 'label', size: [20, 20], colour: '#000000', capitals: true }, { width: 900, height: 50 }, lang, 'ltr').paragraph.text;
  expect([capitals('istanbul ılık', 'tr'), capitals('ijsberg', 'nl')]).toEqual(['İSTANBUL ILIK', 'IJSBERG']);
});

test('letters that join are never spaced out', () => {
  const width = (lang: string, text: string, tracking: number) => shapeParagraph(text, { lang, direction: 'rtl', typeface: TYPEFACES.label, tracking, field: 'kind' }).words[0]!.width;
  expect(width('ar', 'مرحبا', 0.1)).toBe(width('ar', 'مرحبا', 0));
  expect(width('nl', 'hallo', 0.1)).toBeCloseTo(width('nl', 'hallo', 0) + 0.5);
});

test('the ink of a line begins at the edge, to half a pixel, and a quotation mark stands before it', () => {
  const box = { left: 100, top: 0, width: 800, height: 300 };
  const inkLeft = (text: string) => {
    const fitted = fitText({ text, field: 'title', role: 'headline', size: [60, 60], colour: '#000000' }, box, 'nl', 'ltr');
    return placeText(fitted, box, {}, 'ltr').map(({ font, id, x, size }) => x + font.ink(id).left * size);
  };
  expect(inkLeft('Wij zijn hier')[0]).toBeCloseTo(100, 0);
  expect(inkLeft('‘Wij zijn hier’')[0]).toBeLessThan(95);
  expect(inkLeft('‘Wij zijn hier’')[1]).toBeCloseTo(100, 0);
});

test('each script gets the room that it needs between lines', () => {
  const leading = (text: string, lang: string) => fitText({ text, field: 'title', role: 'headline', size: [40, 40], colour: '#000000' }, { width: 900, height: 300 }, lang, 'ltr').leading.line;
  expect(leading('أهلاً', 'ar')).toBeGreaterThan(leading('ሰላም', 'ti'));
  expect(leading('ሰላም', 'ti')).toBeGreaterThan(leading('Hallo', 'nl'));
  expect(leading('Hallo مرحبا', 'nl')).toBe(leading('أهلاً', 'ar'));
});

test('a language gets its own form of a letter', () => {
  const glyphs = (lang: string) => glyphsOf(shapeParagraph('б п т г д', { lang, direction: 'ltr', typeface: TYPEFACES.headline, field: 'title' }), { from: 0, to: 5, width: 0 }).map(({ id }) => id);
  expect(glyphs('sr')).not.toEqual(glyphs('uk'));
});

import { expect, test } from 'vitest';
import { fitText } from '../../src/share/fit.ts';
import { mustStandOut } from '../../src/share/legible.ts';
import { draw } from '../../src/share/draw.ts';
import { pressCard } from '../../src/share/press-card.ts';
import { CardRefusal } from '../../src/share/refusal.ts';
import { brand, setup } from './setup.ts';

const title = (text: string) => ({ text, field: 'title', role: 'headline' as const, size: [40, 70] as const, colour: '#14211f' });
const fit = (text: string, lang = 'nl') => fitText(title(text), { width: 800, height: 200 }, lang, 'ltr');

test('a character without a shape is named with its place', () => {
  expect(() => fit('Welkom 🙂 allemaal')).toThrow('Our typefaces have no shape for “🙂” (U+1F642), character 8 of “title”. Take it out, or write it in words.');
});

test('the place counts what readers take for one character', () => {
  expect(() => fit('n\u0303a\u0308 漢')).toThrow('(U+6F22), character 4 of');
});

test('a text that does not fit tells how many characters are too many, and the rest then fits', () => {
  const text = 'Gratis internet voor iedereen die in het opvangcentrum woont en voor alle buren die willen meelezen, meedoen en meepraten over hun straat, hun school, hun plein en over alles wat hen en hun kinderen in deze stad aangaat';
  let excess = 0;
  try {
    fit(text);
  } catch (error) {
    excess = Number(/“title” is (\d+) characters too long for the share image\. Make it shorter; there is room for about \d+ characters\./.exec((error as CardRefusal).message)?.[1]);
  }
  expect(excess).toBeGreaterThan(0);
  expect(() => fit(text.slice(0, -excess))).not.toThrow();
  expect(() => fit(text.slice(0, 1 - excess))).toThrow('is one character too long');
});

test('a word that is wider than the card is refused, not cut', () => {
  expect(() => fit('Gezinsherenigingsproceduretermijnoverschrijdingsvergoeding')).toThrow('too long for the share image');
});

test('a text that cannot be told from its ground is refused with the contrast that it has', () => {
  const under = (colour: number, others: [number, number][] = []) => () => mustStandOut('title', 0x777777, new Map([[colour, 1000], ...others]));
  expect(under(0xffffff)).toThrow('“title” would stand out from its ground by only 4.4:1, and 4.5:1 is the least that people with weak eyes can read.');
  expect(under(0x000000)).not.toThrow();
  expect(under(0x000000, [[0x777777, 9]])).not.toThrow();
  expect(under(0x000000, [[0x777777, 12]])).toThrow('only 1.0:1');
});

test('colours of a brand that cannot be read stop the card', async () => {
  const pale = { ...brand, colours: { ...brand.colours, ink: '#c9c9c9' } };
  await expect(draw(pressCard({ kind: 'Persbericht', title: 'Wij vragen om antwoord' }, setup('nl', { brand: pale })))).rejects.toThrow('Choose a darker or lighter colour under “brand” in content/site.ts.');
});

test('a picture that no messenger would show is refused with its size', async () => {
  const dots = Array.from({ length: 40_000 }, (_, index) => `<circle cx="${(index * 7919) % 1999}" cy="${(index * 104729) % 991}" r="${1 + (index % 3)}" fill="#${((index * 2654435761) >>> 8 & 0xffffff).toString(16).padStart(6, '0')}"/>`).join('');
  const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2000 1000">${dots}</svg>`;
  await expect(draw(pressCard({ kind: 'Persbericht', title: 'Wij vragen' }, setup('nl', { size: '1080x1920', brand: { ...brand, logo } })))).rejects.toThrow(/The share image has \d+ kB, and 100 kB is the most that every messenger shows\. Use a simpler logo or pattern\./);
});

import { expect, test } from 'vitest';
import type { Card } from '../../src/share/card.ts';
import { inksOf } from '../../src/share/draw.ts';
import type { Mask } from '../../src/share/mask.ts';
import { petitionCard } from '../../src/share/petition-card.ts';
import { SIZES, type Size } from '../../src/share/size.ts';
import { storyCard, storyFigureCard, storyQuoteCard } from '../../src/share/story-card.ts';
import { templateOf } from '../../src/share/template.ts';
import { event, factCheck, organisation, press } from '../specimens.ts';
import { articleTitles } from './declaration.ts';
import { brand, setup } from './setup.ts';

const photo = { hash: 'none', alt: '', read: async () => new Uint8Array() };
const words = (lang: string) => ({ title: articleTitles(lang)[0]!, other: articleTitles(lang)[2]!, short: articleTitles(lang)[3]!.split(' ').slice(0, 4).join(' ') });

/** Every kind of card in a language, with long words and with few, with a photo and without. */
function cardsOf(lang: string, size: Size): Record<string, Card> {
  const { title, other, short } = words(lang);
  const wish = { size, theme: 'light' as const };
  const figure = { value: '3.2 M', label: title.slice(0, 100), source: other.slice(0, 60), from: short, to: short };
  const petition = { kind: short, ask: title, count: '1.204', countLabel: short, milestone: short, reached: 0.4 };
  const both = (name: string, card: (shown: typeof photo | undefined) => Card) => ({ [name]: card(undefined), [`${name} with a photo`]: card(photo) });
  return {
    ...both('press release', (shown) => storyCard(press({ lang, title }), organisation, brand, { ...wish, photo: shown })),
    ...both('short press release', (shown) => storyCard(press({ lang, title: short }), organisation, brand, { ...wish, photo: shown })),
    ...both('fact check', (shown) => storyCard(factCheck({ lang, finding: `${title} ${other}`.slice(0, 180), verdict: 'missing-context' }), organisation, brand, { ...wish, photo: shown })),
    ...both('event', (shown) => storyCard(event({ lang, title, where: short, online: 'https://talk.example/' }), organisation, brand, { ...wish, photo: shown })),
    ...both('petition', (shown) => petitionCard(petition, setup(lang, { ...wish, photo: shown }))),
    quote: storyQuoteCard(press({ lang }), { text: `${title} ${other}`.slice(0, 180), by: short, role: short, consent: 'public-role' }, 0, organisation, brand, wish),
    figure: storyFigureCard(press({ lang }), { ...figure, values: [1, 4, 9] }, organisation, brand, wish),
    'figure without bars': storyFigureCard(press({ lang }), { ...figure, from: undefined, to: undefined }, organisation, brand, wish),
  };
}

/** True where every pixel that a letter really covers lies inside. */
function inside({ left, top, width, height, cover }: Mask, area: (x: number, y: number) => boolean): boolean {
  for (let row = 0; row < height; row++) for (let column = 0; column < width; column++) if (cover[row * width + column]! > 16 && !area(left + column, top + row)) return false;
  return true;
}

/** What `src/share/size.ts` promises about all words. */
const ALL: Record<Size, (x: number, y: number) => boolean> = {
  '1200x630': (x, y) => x >= 32 && x < 1168 && y >= 40 && y < 590,
  '1600x900': (x, y) => x >= 32 && x < 1568 && y >= 54 && y < 846,
  '1280x720': (x, y) => x >= 32 && x < 1248 && y >= 40 && y < 640,
  '1080x1080': (x, y) => x >= 100 && x < 980 && y >= 40 && y < 1020,
  '1080x1350': (x, y) => x >= 34 && x < 1046 && y >= 40 && y < 1290,
  '1080x1920': (x, y) => x >= 60 && x < 1020 && y >= 250 && y < 1580,
};
/** And about the large ones. */
const LARGE: Partial<typeof ALL> = {
  '1080x1080': (x, y) => Math.hypot(x + 0.5 - 540, y + 0.5 - 540) <= 540,
  '1080x1350': (_, y) => y >= 135 && y < 1215,
};

test.each(SIZES.flatMap((size) => ['nl', 'ar', 'uk', 'ti'].map((lang) => ({ size, lang }))))('all words stay where no network cuts or covers them: $size in $lang', async ({ size, lang }) => {
  for (const [kind, card] of Object.entries(cardsOf(lang, size))) {
    const template = await templateOf(card);
    for (const [name, text] of Object.entries(card.texts)) {
      const [ink] = inksOf({ ...card, texts: { [name]: text } }, template);
      if (!ink) continue;
      expect.soft(inside(ink.mask, ALL[size]), `${kind}, ${name}`).toBe(true);
      if (text.role === 'headline') expect.soft(inside(ink.mask, LARGE[size] ?? ALL[size]), `${kind}, large words, ${name}`).toBe(true);
    }
  }
});

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { draw, inksOf } from '../../src/share/draw.ts';
import { print } from '../../src/share/flat.ts';
import { pressCard } from '../../src/share/press-card.ts';
import { SIZES, FORMATS } from '../../src/share/size.ts';
import { storyCard } from '../../src/share/story-card.ts';
import { templateOf } from '../../src/share/template.ts';
import { event, factCheck, organisation, petition, press } from '../specimens.ts';
import { articleTitles } from './declaration.ts';
import { brand, setup } from './setup.ts';

const wish = { size: '1200x630' as const, theme: 'light' as const };
const kinds = { press: press({ title: 'Gemeenten vragen om gezinsherenigingsprocedures die binnen de wettelijke termijn eerlijk worden afgerond' }), 'fact check': factCheck({ finding: 'Türkiye telde in 2023 ongeveer 3,2 miljoen geregistreerde vluchtelingen, Nederland ongeveer 230.000.' }), event: event({ where: 'Openbare bibliotheek, Havenstad', online: 'https://talk.example/' }) };

describe('the card of a petition', () => {
  const count = { petition: 'open-network', online: 55, offline: 4912, count: 4967, asOf: '2026-11-23T10:00:00.000Z' };

  test('shows the ask, the number and the way to the next milestone', () => {
    const { texts, alt } = storyCard(petition(), organisation, brand, { ...wish, count });
    expect([texts['ask']!.text, texts['count']!.text, texts['countLabel']!.text, texts['milestone']!.text]).toEqual(['Maak een open netwerk op vier plekken.', '4.967', 'handtekeningen', 'op weg naar 5.000']);
    expect(alt).toContain('4.967 handtekeningen');
  });

  test('shows what became of it once nobody can sign any more', () => {
    const closed = petition({ terms: { ...petition().terms, closes: '2026-11-20', delivered: '2026-11-22' } });
    expect(storyCard(closed, organisation, brand, { ...wish, count }).texts['milestone']!.text).toBe('Overhandigd');
  });

  test('shows the ask alone while nobody has signed', async () => {
    const card = storyCard(petition(), organisation, brand, { ...wish, count: { ...count, online: 0, offline: 0, count: 0 } });
    expect(Object.values(card.texts).map(({ text }) => text)).toContain('Maak een open netwerk op vier plekken.');
    expect(card.texts['count']).toBeUndefined();
    expect((await draw(card)).type).toBe('png');
  });
});

describe('flat cards', () => {
  test.each(Object.entries(kinds))('a card for a %s is a PNG of at most 30 kB in both themes', async (_, version) => {
    for (const theme of ['light', 'dark'] as const) {
      const { bytes, type } = await draw(storyCard(version, organisation, brand, { ...wish, theme }));
      expect(type).toBe('png');
      expect(bytes.length).toBeLessThanOrEqual(30_000);
    }
  });

  test.each(['ar', 'fa', 'tr', 'nl', 'uk', 'ti', 'he'])('the longest titles keep below 30 kB in %s', async (lang) => {
    for (const title of articleTitles(lang).slice(0, 10)) {
      const { bytes } = await draw(pressCard({ kind: 'Persbericht', title }, setup(lang)));
      expect(bytes.length).toBeLessThanOrEqual(30_000);
    }
  });

  test('the file holds every pixel as it was drawn', async () => {
    const card = storyCard(kinds.event, organisation, brand, wish);
    const template = await templateOf(card);
    const { width, height, rows, colours } = print(template.flat!, inksOf(card, template));
    const { data, info } = await sharp((await draw(card)).bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([1200, 630, 3]);
    const drawn = Buffer.alloc(width * height * 3);
    for (let pixel = 0; pixel < width * height; pixel++) drawn.writeUIntBE(colours[rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)]!]!, pixel * 3, 3);
    expect(drawn.equals(data)).toBe(true);
  });

  test('the same card gives the same bytes', async () => {
    const card = () => storyCard(kinds.press, organisation, brand, wish);
    expect((await draw(card())).bytes.equals((await draw(card())).bytes)).toBe(true);
  });
});

describe('every size', () => {
  const longest = { press: press({ title: articleTitles('nl')[0]! }), 'fact check': factCheck({ verdict: 'missing-context', finding: `${articleTitles('nl')[1]!} ${articleTitles('nl')[2]!}`.slice(0, 240) }), event: event({ title: articleTitles('nl')[3]!, where: articleTitles('nl')[4]! }) };

  test.each(SIZES.flatMap((size) => Object.entries(longest).map(([kind, version]) => ({ size, kind, version }))))('the longest words of a $kind find room on $size', async ({ size, version }) => {
    const card = storyCard(version, organisation, brand, { size, theme: 'light' });
    const { bytes } = await draw(card);
    const { width, height } = await sharp(bytes).metadata();
    expect(`${width}x${height}`).toBe(size);
    const { inline, bottom } = FORMATS[size].margin;
    for (const { mask, field } of inksOf(card, await templateOf(card))) {
      // Marks that hang outside the edge may use half of the margin.
      expect.soft([field, mask.left >= inline / 2, mask.left + mask.width <= width - inline / 2, mask.top + mask.height <= height - bottom * 0.8]).toEqual([field, true, true, true]);
    }
  });
});

describe('what a card says', () => {
  test('neither picture nor description of a fact check holds the claim', async () => {
    const version = factCheck({ claim: { ...factCheck().claim, text: 'Zij krijgen gratis auto’s' } });
    const card = storyCard(version, organisation, brand, wish);
    expect(JSON.stringify(card)).not.toContain('gratis auto');
    expect(card.alt).toBe('Factcheck. De bewering: Onwaar. Het feit: Mensen vluchtten uit veel landen. Havenlicht.');
  });

  test('the verdict and the fact are the largest words of a fact check', () => {
    const { texts } = storyCard(factCheck(), organisation, brand, wish);
    const bySize = Object.entries(texts).sort((a, b) => b[1].size[1] - a[1].size[1]).map(([name]) => name);
    expect(bySize.slice(0, 2).sort()).toEqual(['finding', 'verdict']);
  });

  test('an event tells date, time and place, by the clock of the organisation', () => {
    const { texts, alt } = storyCard(event({ title: 'Lezing', starts: '2026-12-01T18:30:00.000Z', ends: '2026-12-01T19:30:00.000Z', where: 'Bibliotheek' }), organisation, brand, wish);
    expect([texts['weekday']!.text, texts['day']!.text, texts['month']!.text, texts['time']!.text, texts['place']!.text]).toEqual(['Dinsdag', '1', 'December 2026', '19:30–20:30', 'Bibliotheek']);
    expect(alt).toBe('Bijeenkomst: Lezing. Dinsdag 1 December 2026, 19:30–20:30. Bibliotheek. Havenlicht.');
  });

  test('a card in Arabic is the mirror image of one in Dutch', async () => {
    const slots = async (lang: string) => (await templateOf(storyCard(event({ lang, where: 'X' }), organisation, brand, wish))).slots;
    const [left, right] = [await slots('nl'), await slots('ar')];
    for (const [name, box] of Object.entries(left)) {
      expect(right[name]).toEqual({ ...box, left: 1200 - box.left - box.width });
    }
  });

  test('a card with a photo shows it, packs it as JPEG and tells what it shows', async () => {
    const red = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#c01010' } }).jpeg().toBuffer();
    const card = storyCard(kinds.press, organisation, brand, { ...wish, photo: { hash: 'red', alt: 'Een rood vlak', read: async () => red } });
    const { bytes, type } = await draw(card);
    expect(type).toBe('jpg');
    expect(card.alt).toContain('Een rood vlak.');
    const { data } = await sharp(bytes).extract({ left: 1100, top: 300, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true });
    expect(data[0]! > 170 && data[1]! < 50).toBe(true);
    // The template must not keep what was put onto one of its cards.
    expect((await draw(card)).bytes.equals(bytes)).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captionFor, type CaptionParts } from '../../src/domain/caption.ts';
import { FACTS } from '../../src/domain/network-facts.ts';
import { NETWORKS } from '../../src/domain/network.ts';
import { readableAddress } from '../../src/domain/tagged-link.ts';
import { lengthOf } from '../../src/domain/text-length.ts';
import { articleTitles } from '../share/declaration.ts';
import { LANGUAGES, PIECES } from './counted-texts.ts';

const link = 'https://havenlicht.nl/nl/press/free-internet/?utm_source=x&utm_medium=social&utm_campaign=free-internet';
const parts = (own: Partial<CaptionParts> = {}): CaptionParts => ({
  lang: 'nl', headline: 'Gratis internet op vier plekken', link,
  body: 'Wij vragen een open netwerk bij het station en in de opvang. Dr. Jansen noemt dat een levensbehoefte. De gemeente beslist in december over 40 000 euro.',
  hashtags: ['#GratisInternet', '#Havenstad', '#Vluchtelingen', '#Digitaal', '#Inclusie', '#Zes'], ...own,
});
const only = (network: (typeof NETWORKS)[number], own?: Partial<CaptionParts>) => captionFor(network, parts(own))[0]!;
const long = (lang: string) => articleTitles(lang).join(lang === 'ti' ? '። ' : '. ');

describe('what a follower reads', () => {
  test('headline, text, address and hashtags stand apart, so that nothing joins the address', () => {
    expect(only('mastodon').text).toBe(`${parts().headline}\n\n${parts().body}\n\n${link}\n\n#GratisInternet #Havenstad #Vluchtelingen #Digitaal`);
  });

  test('where addresses cannot be tapped, people can read them, in the words of the page', () => {
    expect(only('instagram').text).toContain('\n\nhavenlicht.nl/nl/press/free-internet\n\n');
    expect(only('tiktok', { linkInWords: 'Link in ons profiel' }).text).toContain('\n\nLink in ons profiel\n\n');
    expect(only('instagram').text).not.toContain('utm_');
  });

  test('Instagram gets five hashtags at most, Threads one, and those in the text count', () => {
    const tags = (text: string) => text.match(/#\p{L}+/gu) ?? [];
    expect(tags(only('instagram').text)).toHaveLength(5);
    expect(tags(only('threads').text)).toEqual(['#GratisInternet']);
    expect(tags(only('instagram', { body: 'Over #havenstad en #zes.' }).text)).toEqual(['#havenstad', '#zes', '#GratisInternet', '#Vluchtelingen', '#Digitaal']);
    expect(tags(only('whatsapp').text)).toEqual([]);
  });

  test('YouTube gets a title, and the address first in the description', () => {
    const [title, description] = captionFor('youtube', parts({ headline: 'Wat <wij> vragen' }));
    expect([title!.field, title!.text]).toEqual(['title', 'Wat ‹wij› vragen']);
    expect([description!.field, description!.text.startsWith(`${link}\n\nWij vragen`)]).toEqual(['description', true]);
  });

  test('a headline too long for a title stands whole in the description', () => {
    const headline = `Gemeenten vragen om ${'eerlijke en '.repeat(8)}snelle procedures`;
    const [title, description] = captionFor('youtube', parts({ headline }));
    expect(title!.text).toMatch(/^Gemeenten vragen om .*\p{L}…$/u);
    expect(description!.text).toContain(`\n\n${headline}\n\n`);
  });

  test('Telegram gets a caption and a longer message, e-mail a subject and a text', () => {
    const body = `${'Een zin die iets zegt. '.repeat(80)}Einde.`;
    expect(captionFor('telegram', parts({ body })).map(({ field, used, limit }) => [field, used <= limit!, used > 1024])).toEqual([['caption', true, false], ['message', true, true]]);
    const [subject, mail] = captionFor('email', parts());
    expect([subject!.text, mail!.text, mail!.limit]).toEqual([parts().headline, `${parts().body}\n\n${link}`, undefined]);
  });

  test('Bluesky is counted in characters and in bytes', () => {
    expect(only('bluesky')).toMatchObject({ unit: 'graphemes', limit: 300, also: { unit: 'bytes', limit: 3000 } });
  });
});

describe('what does not fit', () => {
  test('ends with a whole sentence, and a title before a name ends none', () => {
    expect(only('x', { body: `${parts().body} ${'Nog een zin. '.repeat(20)}` }).text).toContain('levensbehoefte. De gemeente beslist');
    expect(only('x', { body: `Wij wachten al een jaar lang op een antwoord van Dr. Jansen. ${'En nog iets dat niet meer past '.repeat(6)}.` }).text).toContain('Dr. Jansen.\n\n');
  });

  test('ends with a word when even the first sentence is too long, never inside a number', () => {
    const body = `Wij vragen ${'een open en vrij netwerk en '.repeat(12)}dat is alles.`;
    expect(only('x', { body }).text).toMatch(/\n\nWij vragen .*\p{L}…\n\nhttps/u);
    for (let words = 20; words < 40; words++) expect(only('x', { body: `${'woord '.repeat(words)}40 000 euro en 12 500 mensen zonder een enkele punt` }).text).not.toMatch(/(?:40|12)…/);
  });

  test('leaves out hashtags rather than the only sentence', () => {
    const text = only('x', { body: `${'a'.repeat(212)}.`, hashtags: ['#Een', '#Twee'] }).text;
    expect(text).toContain(`${'a'.repeat(212)}.`);
    expect(text).toMatch(/\n\n#Een$/);
  });

  test('of a fact check, half a sentence is never shown, and the verdict always', () => {
    const check = { headline: 'Mensen vluchtten uit zes landen, en niet uit één', verdict: 'De bewering: onwaar', body: `Wie zegt dat ${'alle mensen uit één land komen en '.repeat(9)}vergist zich.` };
    expect(only('x', check).text).toBe(`${check.headline}\n\n${check.verdict}\n\n${link}\n\n#GratisInternet #Havenstad`);
    const longer = { ...check, headline: `Mensen vluchtten ${'uit veel landen '.repeat(20)}` };
    expect(only('x', longer).text).toBe(`${check.verdict}\n\n${link}`);
    expect(captionFor('youtube', parts(longer))[0]!.text).toBe(check.verdict);
  });

  test('a headline that alone is too long is cut at a word; a word that is too long, between characters', () => {
    expect(only('x', { headline: 'Een heel lange titel '.repeat(20) }).text).toMatch(/ (?:Een|heel|lange|titel)…\n\nhttps\S+$/);
    expect(only('bluesky', { headline: '👨‍👩‍👧‍👦'.repeat(400), link: 'https://a.nl' }).text).toBe(`${'👨‍👩‍👧‍👦'.repeat(119)}…\n\nhttps://a.nl`);
  });

  test('an address longer than the field is an error of the caller', () => {
    expect(() => only('bluesky', { link: `https://a.nl/${'x'.repeat(300)}` })).toThrow(/^The address https:.* is longer than a caption may be\./);
  });

  test.each(LANGUAGES)('in %s, texts end where sentences or words end', (lang) => {
    const ending = /[.!?؟።…:]["»”]?$/u;
    for (const network of ['x', 'bluesky', 'mastodon', 'threads'] as const) {
      const shown = only(network, { lang, headline: articleTitles(lang)[0]!.slice(0, 30), body: long(lang), hashtags: [] }).text.split('\n\n');
      expect(shown).toHaveLength(3);
      expect(shown[1]).toMatch(ending);
      const kept = shown[1]!.replace(/^[\u200E\u200F]|…$/gu, '');
      expect(long(lang).startsWith(kept)).toBe(true);
      expect(long(lang).slice(kept.length)).toMatch(/^[^\p{L}\p{M}\p{N}]/u);
    }
  });
});

describe('whatever is written', () => {
  const text = (maxLength: number) => fc.array(fc.constantFrom(...PIECES, 'Een zin. ', 'ክፉት እዩ። ', 'سؤال؟ '), { maxLength }).map((pieces) => pieces.join(' '));
  const written = fc.record({
    lang: fc.constantFrom(...LANGUAGES), headline: text(40), verdict: fc.option(text(4), { nil: undefined }), body: text(250), link: fc.constantFrom(link, 'https://a.nl/'), hashtags: fc.array(fc.constantFrom('#Een', '#Twee', '#ሓደ', '#حقوق', '#Vier', '#Vijf', '#Zes'), { maxLength: 9 }),
  });
  const network = fc.constantFrom(...NETWORKS);

  test('a caption never exceeds its limit, and says rightly how long it is', () => {
    fc.assert(fc.property(network, written, (name, own) => {
      for (const { text: shown, used, limit, unit, also } of captionFor(name, own)) {
        expect(used).toBe(lengthOf(shown, unit));
        expect(used).toBeLessThanOrEqual(limit ?? Infinity);
        if (also) expect(also.used).toBeLessThanOrEqual(also.limit!);
      }
    }), { numRuns: 300 });
  });

  test('the address is always there, whole, with nothing but space around it', () => {
    fc.assert(fc.property(network, written, (name, own) => {
      const address = FACTS[name].linksOpen ? own.link : readableAddress(own.link);
      for (const { field, text: shown } of captionFor(name, own)) if (field !== 'title' && field !== 'subject') expect(shown.split(/\n\n/)).toContain(address);
    }), { numRuns: 300 });
  });

  test('no character is split', () => {
    const characters = (shown: string) => [...new Intl.Segmenter('en').segment(shown)].map(({ segment }) => segment);
    fc.assert(fc.property(network, written, (name, own) => {
      const whole = new Set(characters(captionFor('email', own)[1]!.text + `\n\n${captionFor('email', own)[0]!.text}\n\n${own.headline}\n\n‹›… ${own.hashtags.join(' ')} ${readableAddress(own.link)}`));
      for (const { text: shown } of captionFor(name, own)) for (const character of characters(shown)) expect([character, whole.has(character) || /^[\u200E\u200F\s]/u.test(character)]).toEqual([character, true]);
    }), { numRuns: 200 });
  });

  test('what fits is shown as it is', () => {
    fc.assert(fc.property(network, text(4), (name, body) => {
      const own = parts({ body: body.trim(), hashtags: [] });
      const shown = captionFor(name, own).at(-1)!.text;
      const plain = (written: string) => written.replaceAll('<', '‹').replaceAll('>', '›').replace(/[\u200E\u200F]/g, '');
      for (const line of plain(body).split('\n')) expect(plain(shown)).toContain(line.trim());
    }), { numRuns: 200 });
  });
});

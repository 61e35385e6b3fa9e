import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NETWORKS } from '../../src/domain/network.ts';
import { shareLink, takesText } from '../../src/domain/share-link.ts';
import { campaignOf, readableAddress, taggedLink } from '../../src/domain/tagged-link.ts';

const url = 'https://havenlicht.example/ar/press/free-internet/?utm_source=x';
const text = 'إنترنت مجاني & “vrij” #Een 50%';

describe('one tap to share', () => {
  test.each([
    ['x', 'https://x.com/intent/tweet', 'text'], ['bluesky', 'https://bsky.app/intent/compose', 'text'],
    ['threads', 'https://www.threads.com/intent/post', 'text'], ['whatsapp', 'https://wa.me/', 'text'],
  ] as const)('%s opens with words and address', (network, page, name) => {
    const link = new URL(shareLink(network, { text, url })!);
    expect([link.origin + link.pathname, link.searchParams.get(name)]).toEqual([page, `${text}\n\n${url}`]);
  });

  test('Mastodon’s page asks for the reader’s server and gets the text behind the #, where no server sees it', () => {
    const link = new URL(shareLink('mastodon', { text, url })!);
    expect([link.host, link.search, decodeURIComponent(link.hash)]).toEqual(['share.joinmastodon.org', '', `#text=${text}\n\n${url}`]);
  });

  test('Facebook and LinkedIn get the address only', () => {
    expect(shareLink('facebook', { text, url })).toBe(`https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`);
    expect(shareLink('linkedin', { text, url })).toBe(`https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(url)}`);
  });

  test('Telegram gets the address once, even from a caption that holds it', () => {
    const link = new URL(shareLink('telegram', { text: `Titel\n\n${url}\n\n#Een`, url })!);
    expect([link.searchParams.get('url'), link.searchParams.get('text')]).toEqual([url, 'Titel\n\n#Een']);
  });

  test('a caption that holds the address is passed on as it is', () => {
    expect(new URL(shareLink('whatsapp', { text: `Titel\n\n${url}`, url })!).searchParams.get('text')).toBe(`Titel\n\n${url}`);
  });

  test('a mail has subject and text, and nobody can smuggle in a header', () => {
    const link = shareLink('email', { text: 'Een\nTwee', url, subject: 'Onderwerp\r\nBcc: x@x.example' })!;
    expect(link).toBe(`mailto:?subject=${encodeURIComponent('Onderwerp Bcc: x@x.example')}&body=${encodeURIComponent(`Een\r\nTwee\r\n\r\n${url}`)}`);
    expect(shareLink('email', { text: '', url })).toBe(`mailto:?body=${encodeURIComponent(url)}`);
  });

  test('Instagram, TikTok and YouTube have no such address', () => {
    expect((['instagram', 'tiktok', 'youtube'] as const).map((network) => shareLink(network, { text, url }))).toEqual([undefined, undefined, undefined]);
  });

  test('whatever is shared, the address is well formed, encrypted and without a space or quotation mark', () => {
    fc.assert(fc.property(fc.constantFrom(...NETWORKS), fc.string({ unit: 'grapheme' }), (network, words) => {
      const link = shareLink(network, { text: words, url, subject: words });
      return link === undefined || (/^(?:https:\/\/|mailto:)[^\s"<>]+$/.test(link) && URL.canParse(link));
    }));
  });

  test('it is known whose window opens with the text in it', () => {
    expect(NETWORKS.filter(takesText)).toEqual(['x', 'bluesky', 'mastodon', 'threads', 'whatsapp', 'telegram', 'email']);
    for (const network of NETWORKS) expect(shareLink(network, { text: 'woorden', url })?.includes('woorden') ?? false).toBe(takesText(network));
  });
});

describe('a link that says where it stood', () => {
  test.each([['x', 'social'], ['whatsapp', 'messenger'], ['email', 'email'], ['print', 'print']] as const)('on %s, as %s', (network, medium) => {
    expect(taggedLink('https://havenlicht.example/nl/', { network, campaign: 'free-internet' })).toBe(`https://havenlicht.example/nl/?utm_source=${network}&utm_medium=${medium}&utm_campaign=free-internet`);
  });

  test('keeps what the address had, and is not tagged twice', () => {
    const once = taggedLink('https://havenlicht.example/nl/?page=2#part', { network: 'x', campaign: 'a', medium: 'email' });
    expect(once).toBe('https://havenlicht.example/nl/?page=2&utm_source=x&utm_medium=email&utm_campaign=a#part');
    expect(taggedLink(once, { network: 'bluesky', campaign: 'b' })).toBe('https://havenlicht.example/nl/?page=2&utm_source=bluesky&utm_medium=social&utm_campaign=b#part');
  });

  test.each(['', 'Marit de Haan', 'marit@havenlicht.example', 'a&b', 'x'.repeat(81)])('a campaign called “%s” is refused', (campaign) => {
    expect(() => taggedLink('https://a.nl/', { network: 'x', campaign })).toThrow('cannot name a campaign');
  });

  test('a story’s address may be longer than the name of a campaign', () => {
    const slug = 'a-name-that-goes-on-'.repeat(6) + 'and-on';
    expect(taggedLink('https://a.nl/', { network: 'x', campaign: campaignOf(slug) })).toMatch(/utm_campaign=a-name-that-goes-on-[a-z-]{60}$/);
    expect(campaignOf('free-internet')).toBe('free-internet');
  });

  test('people read it without tags and protocol', () => {
    expect(['https://www.havenlicht.nl/nl/?utm_source=x#a', 'https://a.nl/', 'https://a.nl/%D7%A9/', 'https://a.nl/50%/'].map(readableAddress)).toEqual(['havenlicht.nl/nl', 'a.nl', 'a.nl/ש', 'a.nl/50%']);
  });
});

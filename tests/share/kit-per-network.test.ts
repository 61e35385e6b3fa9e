import { expect, test } from 'vitest';
import type { View } from '../../src/components/view.ts';
import type { Network } from '../../src/domain/network.ts';
import { slugRefusal } from '../../src/domain/slug.ts';
import { captionsText, messengerText, networkKits, shareLinks } from '../../src/share-kit.ts';
import { wordsIn } from '../../src/text/text.ts';
import { factCheck, newsroom, organisation, press } from '../specimens.ts';

const viewWith = (...networks: Network[]): View => ({
  lang: 'nl', words: wordsIn('nl'), organisation: { ...organisation, networks }, newsroom: newsroom([press(), factCheck()]),
  pictures: new Map(), shareImages: new Map(), kits: new Map(), counts: new Map(), signing: { hosting: 'server' } as View['signing'], preview: false, url: organisation.url,
});
const textsOf = (network: Network, version = press()) => networkKits(viewWith(network), version)[0]!.texts.map(({ field, label }) => [field, label]);

test('a network with one text needs no label; several are told apart in the language of the text', () => {
  expect(textsOf('whatsapp')).toEqual([['caption', undefined]]);
  expect(textsOf('telegram')).toEqual([['caption', 'Met het beeld'], ['message', 'Zonder beeld']]);
  expect(textsOf('youtube')).toEqual([['title', 'Titel'], ['description', 'Beschrijving']]);
});

test('where no caption can hold an address that opens, it stands by itself with its tags, for the profile', () => {
  expect(textsOf('instagram')).toEqual([['caption', undefined], ['link', 'Link']]);
  const [instagram] = networkKits(viewWith('instagram'), press());
  expect(instagram!.texts[0]!.text).toContain('havenlicht.example/nl/press/free-internet');
  expect(instagram!.texts[1]!.text).toBe('https://havenlicht.example/nl/press/free-internet/?utm_source=instagram&utm_medium=social&utm_campaign=free-internet');
});

test('whoever takes the captions home reads first for whom they are', () => {
  const view = viewWith('whatsapp', 'facebook', 'email');
  expect(captionsText(view, press())).toMatch(/^==== WhatsApp ====\n\nGratis internet/);
  expect(captionsText(view, press({ channels: ['email'] }))).toMatch(/^Deel dit, [^\n]* alleen via: E-mail\.\n\n\n==== E-mail ====\n\n\[Onderwerp\]/);
  expect(captionsText(view, press({ channels: ['email'] }))).not.toMatch(/facebook|whatsapp/i);
});

test('a fact check is passed on with the finding and the verdict on the claim, never with the claim', () => {
  const view = viewWith('x', 'mastodon', 'facebook', 'whatsapp', 'telegram', 'youtube', 'instagram', 'email');
  const check = factCheck();
  const passedOn = [captionsText(view, check), messengerText(view, check), ...shareLinks(view, check).map(({ href }) => decodeURIComponent(href))];
  for (const text of passedOn) expect(text).not.toContain(check.claim.text);
  for (const { name, texts } of networkKits(view, check)) expect(texts.some(({ text }) => text.includes('De bewering die hierover rondgaat: Onwaar.')), name).toBe(true);
  expect(messengerText(view, check)).toContain(`${check.finding}\n\nFactcheck. De bewering die hierover rondgaat: Onwaar.`);
});

test('the longest address that a story may have still leaves room for its kit', () => {
  const slug = `${'very-'.repeat(15)}long`;
  expect(networkKits(viewWith('x', 'bluesky', 'whatsapp'), press({ slug })).every(({ texts }) => texts[0]!.text.includes(`/${slug}/?utm_source=`))).toBe(true);
  expect([slugRefusal(slug), slugRefusal(`${'very-'.repeat(16)}long`)]).toEqual([undefined, expect.objectContaining({ remedy: 'Use at most 80; two or three words are enough.' })]);
});

import type { View } from './components/view.ts';
import { captionFor, type CaptionParts, type FittedText } from './domain/caption.ts';
import { storyAddress } from './domain/address.ts';
import { hashtagOf } from './domain/hashtag.ts';
import type { Kit, KitText, NetworkKit, ShareLink } from './domain/kit.ts';
import { FACTS } from './domain/network-facts.ts';
import { isForMessengers, isLimited, networksFor, type Network } from './domain/network.ts';
import { inReadingOrder } from './domain/reading-order.ts';
import { shareImageId } from './domain/share-image.ts';
import { shareLink, type Shared } from './domain/share-link.ts';
import type { Newsroom } from './domain/newsroom.ts';
import { SECTION_OF, type Petition, type Version } from './domain/story.ts';
import { readableAddress, sourceLink, taggedLink } from './domain/tagged-link.ts';
import { edition } from './newsroom.ts';
import { fill, formatInstant, wordsIn } from './text/text.ts';
import type { Words } from './text/words.ts';

/** Paths for the kit's text files: one for messengers, where the text may go there, and one with the captions of all networks. */
export async function kitTextPaths() {
  return (await kitPaths()).flatMap(({ params, props: { version } }) => {
    const name = `${params.slug}-${params.lang}`;
    return [
      ...(isForMessengers(version) ? [{ params: { ...params, file: name }, props: { version, draw: messengerText } }] : []),
      { params: { ...params, file: `${name}-captions` }, props: { version, draw: captionsText } },
    ];
  });
}

/** Paths for the kit of every text, in the languages it is written in; what was taken back has none. */
export async function kitPaths() {
  const { newsroom } = await edition();
  return newsroom.stories.flatMap((story) =>
    story.versions.filter(({ withdrawn }) => !withdrawn).map((version) => ({ params: { lang: version.lang, section: SECTION_OF[story.kind], slug: story.slug }, props: { story, version } })),
  );
}

/** The buttons of a story: the organisation's networks that the story allows, as far as they take a link; in the text's language. */
export function shareLinks(view: View, version: Version): ShareLink[] {
  const { headline, subject } = wordsToShare(view, version);
  return linksOf(view, version, { text: headline, subject }, (network) => sourceLink(view.url + storyAddress(version.lang, version), network));
}

/** The same for whoever has just signed: they lead to the page that she read, in her language, and hold the petition as its campaign. */
export function signerLinks(view: View, version: Petition): ShareLink[] {
  const { title, slug } = version;
  return linksOf(view, version, { text: title, subject: title }, (network) => taggedLink(view.url + storyAddress(view.lang, version), { network, campaign: slug }));
}

function linksOf({ organisation, words }: View, version: Version, shared: Omit<Shared, 'url'>, urlFor: (network: Network) => string): ShareLink[] {
  return networksFor(organisation.networks, version).flatMap((network) => {
    const href = shareLink(network, { ...shared, url: urlFor(network) });
    return href === undefined ? [] : [{ name: networkName(words, network), href }];
  });
}

const fitted = new WeakMap<Newsroom, Map<Version, NetworkKit[]>>();

/** All that a kit page shows, network by network; the file of captions says the same, so it is fitted once. */
export function networkKits(view: View, version: Version): NetworkKit[] {
  const known = fitted.get(view.newsroom) ?? new Map<Version, NetworkKit[]>();
  fitted.set(view.newsroom, known);
  const kits = known.get(version) ?? kitsFor(view, version);
  known.set(version, kits);
  return kits;
}

function kitsFor(view: View, version: Version): NetworkKit[] {
  const { subject: _, ...parts } = wordsToShare(view, version);
  const images = kitOf(view, version)?.images.filter(({ shows }) => shows === 'story') ?? [];
  return networksFor(view.organisation.networks, version).map((network) => {
    const link = linkFor(view, version, network);
    const texts = captionFor(network, { ...parts, link });
    const text = texts.find(({ field }) => field === 'caption' || field === 'body')?.text ?? parts.headline;
    const image = FACTS[network].sizes.map((size) => images.find((one) => one.size === size)).find((one) => one !== undefined);
    return { network, name: networkName(view.words, network), texts: labelled(texts, link, view.words), image, href: shareLink(network, { text, url: link, subject: texts.find(({ field }) => field === 'subject')?.text }) };
  });
}

export function kitOf(view: View, version: Version): Kit | undefined {
  return view.kits.get(shareImageId(version));
}

/** The address on paper: in the poster's and the page's QR code. */
export function printLink(view: View, version: Version): string {
  return taggedLink(view.url + storyAddress(version.lang, version), { network: 'print', campaign: version.slug });
}

/** A text for messengers, ready to be passed on as a file. */
export function messengerText(view: View, version: Version): string {
  const { headline, verdict, body } = wordsToShare(view, version);
  const text = [headline, verdict, body, view.url + storyAddress(version.lang, version)].filter(Boolean).join('\n\n');
  return `${inReadingOrder(text, version.lang)}\n`;
}

/** The captions of all networks one after the other, each below its name, for whoever takes the kit home as files; first, where there is one, the limit. */
export function captionsText(view: View, version: Version): string {
  const parts = networkKits(view, version).map(({ name, texts }) => [`==== ${name} ====`, ...texts.map(({ label, text }) => [label && `[${label}]`, text].filter(Boolean).join('\n'))].join('\n\n'));
  return `${[limitOf(view, version), ...parts].filter(Boolean).join('\n\n\n')}\n`;
}

/** Who may be given a story that is not for everybody, in a sentence; undefined for one that is. */
export function limitOf({ words, organisation, lang }: View, version: Version): string | undefined {
  if (!isLimited(organisation.networks, version)) return undefined;
  const names = networksFor(organisation.networks, version).map((network) => networkName(words, network));
  return names.length === 0 ? words.share.none : fill(words.share.limited, { networks: new Intl.ListFormat(lang).format(names) });
}

/** Texts with what tells them apart, and the address by itself for the profile, where no text may hold it. */
function labelled(texts: readonly FittedText[], link: string, { share }: Words): KitText[] {
  const labels: Partial<Record<KitText['field'], string>> = {
    title: share.videoTitle, description: share.videoText, subject: share.subject, link: share.link,
    ...(texts.some(({ field }) => field === 'message') ? { caption: share.withPicture, message: share.withoutPicture } : {}),
  };
  const alone: KitText[] = texts.some(({ text }) => text.includes(link)) ? [] : [{ field: 'link', text: link, used: link.length }];
  return [...texts, ...alone].map((one) => ({ ...one, label: labels[one.field] }));
}

/** A network as it calls itself; e-mail has a name in every language. */
export function networkName(words: Words, network: Network): string {
  return network === 'email' ? words.share.email : FACTS[network].name;
}

function linkFor(view: View, version: Version, network: Network): string {
  return taggedLink(view.url + storyAddress(version.lang, version), { network, campaign: version.slug });
}

/** What a text says of itself where it is shared, in its own language; of a claim that was checked, only the fact and the verdict. */
function wordsToShare(view: View, version: Version): Omit<CaptionParts, 'link'> & { subject: string } {
  const { lang } = version;
  const words = wordsIn(lang);
  const hashtags = version.topics.map((topic) => hashtagOf(view.organisation.topics[topic]?.[lang] ?? '', lang)).filter((tag) => tag !== undefined);
  const linkInWords = `${words.share.profile}: ${readableAddress(view.url + storyAddress(lang, version))}`;
  const shared = { lang, subject: version.title, hashtags, linkInWords };
  switch (version.kind) {
    case 'fact-check':
      return { ...shared, headline: version.finding, verdict: fill(words.share.claimChecked, { verdict: words.factCheck.verdicts[version.verdict].label }), body: version.summary };
    case 'petition':
      return { ...shared, headline: version.ask, body: version.summary };
    case 'event': {
      const when = formatInstant(lang, version.starts, view.organisation.timeZone, 'full');
      return { ...shared, headline: version.title, body: [[when, version.where].filter(Boolean).join('\n'), version.summary].join('\n\n') };
    }
    default:
      return { ...shared, headline: version.title, body: version.summary };
  }
}

import type { View } from './components/view.ts';
import { captionFor, type CaptionParts } from './domain/caption.ts';
import { storyAddress } from './domain/address.ts';
import { hashtagOf } from './domain/hashtag.ts';
import type { Kit, NetworkKit, ShareLink } from './domain/kit.ts';
import { FACTS } from './domain/network-facts.ts';
import { networksFor, type Network } from './domain/network.ts';
import { inReadingOrder } from './domain/reading-order.ts';
import { shareImageId } from './domain/share-image.ts';
import { shareLink } from './domain/share-link.ts';
import { SECTION_OF, type Version } from './domain/story.ts';
import { campaignOf, readableAddress, sourceLink, taggedLink } from './domain/tagged-link.ts';
import { edition } from './newsroom.ts';
import { fill, formatInstant, wordsIn } from './text/text.ts';
import type { Words } from './text/words.ts';

/** Paths for the kit's text files: one for messengers, one with the captions of all networks. */
export async function kitTextPaths() {
  return (await kitPaths()).flatMap(({ params, props: { version } }) => {
    const name = `${params.slug}-${params.lang}`;
    return [
      { params: { ...params, file: name }, props: { version, draw: messengerText } },
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
  return networksFor(view.organisation.networks, version).flatMap((network) => {
    const href = shareLink(network, { text: headline, url: sourceLink(view.url + storyAddress(version.lang, version), network), subject });
    return href === undefined ? [] : [{ name: networkName(view.words, network), href }];
  });
}

/** All that a kit page shows, network by network. */
export function networkKits(view: View, version: Version): NetworkKit[] {
  const { subject: _, ...parts } = wordsToShare(view, version);
  const images = kitOf(view, version)?.images.filter(({ shows }) => shows === 'story') ?? [];
  return networksFor(view.organisation.networks, version).map((network) => {
    const link = linkFor(view, version, network);
    const texts = captionFor(network, { ...parts, link });
    const text = texts.find(({ field }) => field === 'caption' || field === 'body')?.text ?? parts.headline;
    const image = FACTS[network].sizes.map((size) => images.find((one) => one.size === size)).find((one) => one !== undefined);
    return { network, name: networkName(view.words, network), texts, image, href: shareLink(network, { text, url: link, subject: texts.find(({ field }) => field === 'subject')?.text }) };
  });
}

export function kitOf(view: View, version: Version): Kit | undefined {
  return view.kits.get(shareImageId(version));
}

/** The address on paper: in the poster's and the page's QR code. */
export function printLink(view: View, version: Version): string {
  return taggedLink(view.url + storyAddress(version.lang, version), { network: 'print', campaign: campaignOf(version.slug) });
}

/** A text for messengers, ready to be passed on as a file. */
export function messengerText(view: View, version: Version): string {
  const { headline, verdict, body } = wordsToShare(view, version);
  const text = [headline, verdict, body, view.url + storyAddress(version.lang, version)].filter(Boolean).join('\n\n');
  return `${inReadingOrder(text, version.lang)}\n`;
}

/** The captions of all networks one after the other, each below its name, for whoever takes the kit home as files. */
export function captionsText(view: View, version: Version): string {
  const { share } = wordsIn(version.lang);
  const labels: Record<string, string> = { title: share.videoTitle, description: share.videoText, subject: share.subject };
  const parts = networkKits(view, version).map(({ name, texts }) => [`==== ${name} ====`, ...texts.map(({ field, text }) => [labels[field] && `[${labels[field]}]`, text].filter(Boolean).join('\n'))].join('\n\n'));
  return `${parts.join('\n\n\n')}\n`;
}

/** A network as it calls itself; e-mail has a name in every language. */
export function networkName(words: Words, network: Network): string {
  return network === 'email' ? words.share.email : FACTS[network].name;
}

function linkFor(view: View, version: Version, network: Network): string {
  return taggedLink(view.url + storyAddress(version.lang, version), { network, campaign: campaignOf(version.slug) });
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

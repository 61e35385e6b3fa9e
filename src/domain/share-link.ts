import type { Network } from './network.ts';

/** What somebody passes on: words, the address, and for an e-mail its subject. */
export interface Shared {
  text: string;
  url: string;
  subject?: string | undefined;
}

/**
 * The address that opens a network's own window for sharing, without its scripts; undefined for networks that have
 * none. A text that already holds the address is passed on as it is. Facebook and LinkedIn take the address only
 * and read title and picture from the page: who shares there has to copy the caption.
 *
 * Sources: docs.x.com (web intent), docs.bsky.app (intent links), share.joinmastodon.org, developers.facebook.com
 * (Threads web intents), core.telegram.org/widgets/share, faq.whatsapp.com (click to chat), RFC 6068. Facebook's
 * and LinkedIn's are in use everywhere and no longer documented.
 */
export function shareLink(network: Network, { text, url, subject }: Shared): string | undefined {
  const code = encodeURIComponent;
  const whole = text.includes(url) ? text : [text, url].filter(Boolean).join('\n\n');
  switch (network) {
    case 'x':
      return `https://x.com/intent/tweet?text=${code(whole)}`;
    case 'bluesky':
      return `https://bsky.app/intent/compose?text=${code(whole)}`;
    case 'mastodon':
      // Behind the #, so that not even the page that asks for the reader's server learns the text.
      return `https://share.joinmastodon.org/#text=${code(whole)}`;
    case 'threads':
      return `https://www.threads.com/intent/post?text=${code(whole)}`;
    case 'facebook':
      return `https://www.facebook.com/sharer/sharer.php?u=${code(url)}`;
    case 'linkedin':
      return `https://www.linkedin.com/sharing/share-offsite/?url=${code(url)}`;
    case 'whatsapp':
      return `https://wa.me/?text=${code(whole)}`;
    case 'telegram':
      // Telegram puts the address before the text by itself.
      return `https://t.me/share/url?url=${code(url)}&text=${code(text.replace(url, '').replace(/\n{3,}/g, '\n\n').trim())}`;
    case 'email':
      return `mailto:?${subject ? `subject=${code(oneLine(subject))}&` : ''}body=${code(whole.replace(/\r?\n/g, '\r\n'))}`;
    case 'instagram':
    case 'tiktok':
    case 'youtube':
      return undefined;
  }
}

/** Networks whose window opens with the caller's text in it. */
export function takesText(network: Network): boolean {
  return !['facebook', 'instagram', 'linkedin', 'tiktok', 'youtube'].includes(network);
}

// A line break in a subject could begin another header.
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import { isLimited, networksFor, type Network } from './network.ts';
import type { Unit } from './text-length.ts';

/** Sizes of share images, as in `src/share/size.ts`. */
export type PictureSize = '1200x630' | '1600x900' | '1280x720' | '1080x1080' | '1080x1350' | '1080x1920';

/** A text field of a network, with as much as it takes; without a limit where there is none. */
export interface TextField {
  field: 'caption' | 'message' | 'title' | 'description' | 'subject' | 'body';
  limit?: number | undefined;
  unit: Unit;
  /** A second limit that holds as well. */
  also?: { limit: number; unit: Unit } | undefined;
}

/** What a network lets people publish. */
export interface NetworkFacts {
  /** As it writes itself. */
  name: string;
  /** In the order in which they are filled in. */
  fields: readonly TextField[];
  /** The best size first. */
  sizes: readonly PictureSize[];
  /** Characters for the description of a picture; undefined where the field has no known limit. */
  alt: number | 'no field' | undefined;
  /** Whether an address in a caption opens when somebody taps it. */
  linksOpen: boolean;
  /** Hashtags that help there, and how many are allowed at all, where that is settled. */
  hashtags: { useful: number; allowed?: number | undefined };
}

/**
 * Looked up in November 2026, at the network's own pages where one is named. “Interface” marks numbers that it gives
 * for programs only; “reported” those that others give alike, of several the cautious one. How many hashtags are
 * useful is advice, not a rule, except where `allowed` stands.
 */
export const FACTS: Record<Network, NetworkFacts> = {
  // Length: docs.x.com/fundamentals/counting-characters and twitter-text 3.1, configuration v3. Alt text: 1,000, reported.
  x: { name: 'X', fields: [{ field: 'caption', limit: 280, unit: 'weighted' }], sizes: ['1600x900', '1200x630', '1080x1080'], alt: 1000, linksOpen: true, hashtags: { useful: 2 } },
  // Lexicons app.bsky.feed.post (300 graphemes, 3,000 bytes); alt text: 2,000, reported for Bluesky's own app.
  bluesky: { name: 'Bluesky', fields: [{ field: 'caption', limit: 300, unit: 'graphemes', also: { limit: 3000, unit: 'bytes' } }], sizes: ['1080x1350', '1080x1080', '1600x900'], alt: 2000, linksOpen: true, hashtags: { useful: 2 } },
  // 500, addresses 23, mentions without server: Mastodon's source (`counter.ts`); servers may allow more. Alt text: 1,500, reported.
  mastodon: { name: 'Mastodon', fields: [{ field: 'caption', limit: 500, unit: 'mastodon' }], sizes: ['1600x900', '1200x630', '1080x1080'], alt: 1500, linksOpen: true, hashtags: { useful: 4 } },
  // developers.facebook.com/documentation/threads/posts: 500 characters, emoji by their bytes; one topic a post. Alt text: 1,000, reported.
  threads: { name: 'Threads', fields: [{ field: 'caption', limit: 500, unit: 'threads' }], sizes: ['1080x1350', '1080x1080'], alt: 1000, linksOpen: true, hashtags: { useful: 1, allowed: 1 } },
  // 63,206: reported.
  facebook: { name: 'Facebook', fields: [{ field: 'caption', limit: 63_206, unit: 'utf16' }], sizes: ['1080x1350', '1080x1080', '1200x630', '1080x1920'], alt: undefined, linksOpen: true, hashtags: { useful: 2 } },
  // 2,200: reported, in a unit that nobody names. Five hashtags: announced by Instagram in December 2025. Alt text: 1,000, reported.
  instagram: { name: 'Instagram', fields: [{ field: 'caption', limit: 2200, unit: 'utf16' }], sizes: ['1080x1350', '1080x1080', '1080x1920'], alt: 1000, linksOpen: false, hashtags: { useful: 5, allowed: 5 } },
  // 3,000: reported. Alt text: 1,000 in the app, 4,086 by the interface, both reported.
  linkedin: { name: 'LinkedIn', fields: [{ field: 'caption', limit: 3000, unit: 'utf16' }], sizes: ['1200x630', '1080x1350', '1080x1080'], alt: 1000, linksOpen: true, hashtags: { useful: 3 } },
  // developers.tiktok.com, interface: 2,200 UTF-16 units for videos (4,000 for photos). Five hashtags: shown in the app since August 2025, reported. Alt text: 300, reported.
  tiktok: { name: 'TikTok', fields: [{ field: 'caption', limit: 2200, unit: 'utf16' }], sizes: ['1080x1920', '1080x1350'], alt: 300, linksOpen: false, hashtags: { useful: 4, allowed: 5 } },
  // developers.google.com/youtube/v3/docs/videos: title 100 characters, description 5,000 bytes, neither with < or >. Three hashtags are shown above a title, more than 60 are ignored, reported.
  youtube: { name: 'YouTube', fields: [{ field: 'title', limit: 100, unit: 'utf16' }, { field: 'description', limit: 5000, unit: 'bytes' }], sizes: ['1280x720'], alt: 'no field', linksOpen: true, hashtags: { useful: 3, allowed: 60 } },
  // developers.facebook.com, WhatsApp image messages, interface: 1,024 for a picture's caption.
  whatsapp: { name: 'WhatsApp', fields: [{ field: 'caption', limit: 1024, unit: 'utf16' }], sizes: ['1080x1080', '1080x1920'], alt: 'no field', linksOpen: true, hashtags: { useful: 0 } },
  // core.telegram.org/bots/api: caption 1,024 and message 4,096 after entities parsing; lengths of entities are in UTF-16 units.
  telegram: { name: 'Telegram', fields: [{ field: 'caption', limit: 1024, unit: 'utf16' }, { field: 'message', limit: 4096, unit: 'utf16' }], sizes: ['1080x1080', '1600x900', '1080x1920'], alt: 'no field', linksOpen: true, hashtags: { useful: 3 } },
  // Subject: learn.microsoft.com, Exchange (255); RFC 5322 has no limit for the whole. Whoever writes a mail can describe its pictures freely.
  email: { name: 'E-mail', fields: [{ field: 'subject', limit: 255, unit: 'utf16' }, { field: 'body', unit: 'utf16' }], sizes: ['1200x630', '1080x1080'], alt: undefined, linksOpen: true, hashtags: { useful: 0 } },
};

/** The sizes of pictures that a story's kit holds: of one that is kept from some of the organisation's networks, those that the others ask for; undefined for all. */
export function kitSizes(chosen: readonly Network[], story: { channels?: readonly string[] | undefined }): ReadonlySet<string> | undefined {
  return isLimited(chosen, story) ? new Set(networksFor(chosen, story).flatMap((network) => FACTS[network].sizes)) : undefined;
}

import { EMOJI } from './emoji.ts';
import { graphemeCount } from './grapheme.ts';
import { mastodonText } from './mastodon-text.ts';
import { weightedLength } from './weighted-length.ts';

/**
 * How a text is counted. `weighted`: X. `graphemes`: what people take for one character (Unicode, UAX #29).
 * `mastodon`: graphemes, addresses as 23. `threads`: UTF-16 units, emoji by their bytes. `utf16`: two for what
 * lies above U+FFFF, as Telegram and TikTok count; also where a network says no more than “characters”, because it
 * is never less than code points or graphemes. `bytes`: UTF-8.
 */
export type Unit = 'weighted' | 'graphemes' | 'mastodon' | 'threads' | 'utf16' | 'bytes';

const utf8 = new TextEncoder();

/** Length of a text by a network's own rule; where rules or tables of theirs are not known, never less than theirs. */
export function lengthOf(text: string, unit: Unit): number {
  switch (unit) {
    case 'weighted':
      return weightedLength(text);
    case 'graphemes':
      return graphemeCount(text);
    case 'mastodon':
      return graphemeCount(mastodonText(text));
    case 'threads':
      return threadsLength(text);
    case 'utf16':
      return text.length;
    case 'bytes':
      return utf8.encode(text).length;
  }
}

/** Emoji count as their UTF-8 bytes, everything else once (developers.facebook.com/documentation/threads/posts). */
function threadsLength(text: string): number {
  const emoji = text.match(EMOJI)?.join('') ?? '';
  return text.length - emoji.length + utf8.encode(emoji).length;
}

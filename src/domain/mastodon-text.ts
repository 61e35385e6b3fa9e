import { graphemeCount } from './grapheme.ts';
import { linksIn } from './link-in-text.ts';

const LINK = 'x'.repeat(23);

/**
 * A text as Mastodon counts it before it counts graphemes: each address is 23 signs, a mention of somebody on another
 * server loses the server (`counter.ts` of Mastodon's source). An address
 * whose domain it may or may not know stays as long as what is more.
 */
export function mastodonText(text: string): string {
  let counted = '';
  let at = 0;
  for (const { start, end, kind, earliestEnd } of linksIn(text, { bare: false })) {
    const shortened = LINK + text.slice(earliestEnd, end);
    counted += text.slice(at, start) + (kind === 'sure' || graphemeCount(shortened) >= graphemeCount(text.slice(start, end)) ? shortened : text.slice(start, end));
    at = end;
  }
  return (counted + text.slice(at)).replace(/(^|[^/\w])@(([a-z0-9_]+)@[a-z0-9.-]+[a-z0-9]+)/gi, '$1@$3');
}

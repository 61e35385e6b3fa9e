/** What a byte order mark says about the bytes after it. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]];

/**
 * The text of a feed. Its encoding is the one of its byte order mark (which nobody writes by mistake, RFC 7303), of the
 * server's word, of the feed's first line, or UTF-8: the first of these that fits the bytes.
 */
export function feedText(bytes: Uint8Array, named: string | undefined): string {
  const first = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const written = /^[^<]{0,20}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/.exec(first)?.[1];
  const candidates = [marked, named, written, 'utf-8'].filter((label) => label !== undefined);
  for (const label of candidates) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Unknown, or not what the bytes are.
    }
  }
  return new TextDecoder('utf-8').decode(bytes);
}

/** Whether the text is something else that stands at addresses of feeds, and what. */
export function insteadOfFeed(text: string): 'page' | 'json' | 'nothing' | undefined {
  const start = text.slice(0, 2000).trimStart();
  if (start === '' && text.trim() === '') return 'nothing';
  if (/^(?:<!doctype html|<html[\s>])/i.test(start)) return 'page';
  return start.startsWith('{') ? 'json' : undefined;
}

const ALONE = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi;

/** Mends what many feeds get wrong and no XML reader takes: signs before the first tag, control characters, and a & that stands for itself. */
export function mended(text: string): string {
  const parts = text.slice(Math.max(0, text.indexOf('<'))).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').split('<![CDATA[');
  return parts.map((part, index) => {
    if (index === 0) return part.replace(ALONE, '&amp;');
    // Inside of CDATA a & stands for itself.
    const end = part.indexOf(']]>');
    return end < 0 ? part : part.slice(0, end) + part.slice(end).replace(ALONE, '&amp;');
  }).join('<![CDATA[');
}

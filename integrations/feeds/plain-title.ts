import { OVERRIDES } from '../../src/domain/markup.ts';

/** Of a text in a feed, so much is looked at. */
const LONGEST = 4000;

/** Text without tags, in one pass: a pattern would look for the end of every tag that has none, from each of them. */
export function withoutTags(text: string): string {
  let plain = '';
  for (let at = 0; ; ) {
    const open = text.indexOf('<', at);
    if (open < 0) return plain + text.slice(at);
    const tag = /[a-z/!?]/i.test(text[open + 1] ?? '');
    plain += text.slice(at, tag ? open : open + 1);
    if (!tag) {
      at = open + 1;
      continue;
    }
    const close = text.indexOf('>', open);
    if (close < 0) return plain;
    at = close + 1;
  }
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»', euro: '€', szlig: 'ß', aelig: 'æ', AElig: 'Æ', oslash: 'ø', Oslash: 'Ø', middot: '·', bull: '•' };
const ACCENTS: Record<string, string> = { acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', cedil: '\u0327', ring: '\u030a', caron: '\u030c' };

/** HTML's names for signs as the signs; a name that we do not know stays as it is. */
function named(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name === undefined) {
      const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
      return code > 0x1f && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
    }
    const [, letter, accent] = /^([a-z])([a-z]{3,6})$/i.exec(name) ?? [];
    return SIGNS[name] ?? (letter && Object.hasOwn(ACCENTS, accent!) ? (letter + ACCENTS[accent!]).normalize('NFC') : whole);
  });
}

/** A title as people read it: one line, without tags, names of signs and invisible characters that turn the reading order; at most 300 characters. */
export function plainTitle(text: string): string {
  const words = withoutTags(named(withoutTags(text.slice(0, LONGEST)))).replaceAll(new RegExp(OVERRIDES, 'g'), '').replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim().normalize('NFC');
  const signs = [...words];
  return signs.length > 300 ? `${signs.slice(0, 299).join('').trimEnd()}…` : words;
}

/** An address in a feed, where some write & as in a page. */
export const plainAddress = (text: string): string => text.slice(0, LONGEST).trim().replaceAll('&amp;', '&');

/** An address in running text; places in UTF-16 units. */
export interface FoundLink {
  start: number;
  end: number;
  /** `sure`: shortened for certain. `whole`: perhaps, from its start on. `scattered`: perhaps several, anywhere in it. */
  kind: 'sure' | 'whole' | 'scattered';
  /** Where the shortest piece ends that a network might take for an address. */
  earliestEnd: number;
  /** How many addresses a network might see in it, at most. */
  most: number;
}

// Country domains by their first letter, and general ones that organisations use; those of other addresses may be real, too.
const COUNTRIES = 'a[cdefgilmoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[ceghrstu]|f[ijkmor]|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghijklmnrtuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]';
const GENERAL = 'com|org|net|edu|gov|int|info|biz|ngo|ong|foundation|charity|community|social|media|news|online|site|website|blog|support|help|international|africa|amsterdam|berlin|brussels|london|paris|istanbul|app|dev';
const PATH = `/(?:[a-z0-9!*';:=+,.$/%#\\[\\]_~@|&-]*[a-z0-9=_#/+-])?`;
const QUERY = `(?:\\?[a-z0-9!?*'@;:&=+$/%#\\[\\]_.,~|-]*[a-z0-9_&=#/-])?`;
// t.co has rules of its own.
const HOST = `(?!t\\.co\\b)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:${COUNTRIES}|${GENERAL})(?!\\.?[a-z0-9@+_-])`;
const PORT = '(?::[0-9]+)?';
// Behind other plain letters it may belong to what stands there.
const WITH_PROTOCOL = `(?<=(?:^|[^\\x21-\\x7E])["'(\\[]*)(?<![＠＃\\uFFFE\\uFEFF\\uFFFF])https?://${HOST}${PORT}(?:${PATH})?${QUERY}`;
// Port and query belong to a bare address only where a path does.
const BARE = `(?<![^\\s("'«“‘„])${HOST}(?=[\\s/?,;:!)"'»”’]|\\.?(?:\\s|$))(?:${PORT}${PATH}${QUERY})?`;
const SURE = new RegExp(`${WITH_PROTOCOL}|${BARE}`, 'iy');

// A host may hold everything but signs and spaces: twitter-text reads letters of every script, and even quotation marks.
const HOST_CHARACTER = "[^\\s!'#%&()*+,\\\\/:;<=>?@\\[\\]^{|}~$\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";
const PERHAPS = new RegExp(`(https?://)?((?:(?!https?://)${HOST_CHARACTER})+)`, 'iy');
const DOMAIN_END = /\.(?:[a-z]{2,}(?![0-9a-z@+-])|[\p{L}\p{M}\p{N}]{2})/giu;
const PLAIN_HOST = /^[a-z0-9.-]*$/i;

/**
 * Finds addresses as twitter-text 3.1 does, whose rules X and Mastodon follow: those for certain that stand alone and
 * end in a known domain of plain letters, with care all others. `bare`: also those without `https://`, which Mastodon
 * leaves alone.
 */
export function linksIn(text: string, { bare }: { bare: boolean }): FoundLink[] {
  // No address contains a space: only what holds a full stop is looked at.
  return [...text.matchAll(/\S+/g)].filter(([piece]) => piece.includes('.')).flatMap(({ index, 0: piece }) => linksBetween(text, index, index + piece.length, bare));
}

function linksBetween(text: string, from: number, to: number, bare: boolean): FoundLink[] {
  const found: FoundLink[] = [];
  for (let at = from; at < to; ) {
    const sure = matchAt(SURE, text, at);
    const match = sure ?? matchAt(PERHAPS, text, at);
    if (!match) {
      at++;
      continue;
    }
    const end = at + match[0].length;
    const link = sure ? ({ start: at, end, kind: 'sure', earliestEnd: end, most: 1 } as const) : possibleLink(text, at, match);
    if (link && (bare || (/^https?:/i.test(match[0]) && !/[a-z0-9@＠$#＃]/i.test(text.charAt(at - 1))))) found.push(link);
    at = end;
  }
  return found;
}

function possibleLink(text: string, start: number, [whole, protocol = '', host]: RegExpExecArray): FoundLink | undefined {
  const ends = [...host!.matchAll(DOMAIN_END)];
  if (ends.length === 0) return undefined;
  const plain = PLAIN_HOST.test(host!);
  // The rest of an e-mail address, of a hashtag or of a path is no address of its own.
  if (!protocol && plain && /[@＠$#＃/]/.test(text.charAt(start - 1))) return undefined;
  return { start, end: start + whole.length, kind: protocol || plain ? 'whole' : 'scattered', earliestEnd: start + protocol.length + ends[0]!.index + ends[0]![0].length, most: ends.length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

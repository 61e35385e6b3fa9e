import { mailboxOf } from './mail-provider.ts';

/** A mail address taken apart: `domain` in ASCII (punycode) and small letters, as the name system asks for it. */
export interface MailAddress {
  local: string;
  domain: string;
}

/** RFC 5321, 4.5.3.1.3: a path of 256 octets, its two angle brackets taken off. */
const LONGEST = 254;
/** RFC 5321, 4.5.3.1.1, in octets. */
const LONGEST_LOCAL = 64;

// Letters and digits of every script (RFC 6531) and the signs of an atom (RFC 5322, 3.2.3), in parts between dots.
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const ASCII_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z][a-z0-9-]{0,61}[a-z0-9])$/;

const PLAIN = /^[\w.+-]+@[a-z0-9.-]+$/;
const PLAIN_LOCAL = /^[\w+-]+(?:\.[\w+-]+)*$/;

const octets = new TextEncoder();

/**
 * Reads what a person typed as their address; undefined when no provider could hand out such a one. Letters of every
 * script and domains of every language are fine. Quoted parts, comments and bare IP addresses, which RFC 5322 would
 * allow, are not: nobody has them, and typing mistakes look like them.
 */
export function readMailAddress(typed: string): MailAddress | undefined {
  // Most addresses are plain, and a sync reads millions.
  if (PLAIN.test(typed)) return split(typed);
  // NFKC turns the wide letters of East Asian keyboards, ＠ among them, into plain ones (RFC 8265 asks the same of names).
  return split(typed.normalize('NFKC').replace(/[\u200B\u2060\uFEFF\u00AD\u200E\u200F\u061C]/g, '').trim().replace(/^mailto:/i, ''));
}

function split(plain: string): MailAddress | undefined {
  const at = plain.indexOf('@');
  if (at < 1 || at !== plain.lastIndexOf('@')) return undefined;
  const local = plain.slice(0, at);
  const domain = asciiDomain(plain.slice(at + 1));
  if (domain === undefined) return undefined;
  const isPlain = PLAIN_LOCAL.test(local);
  if (!isPlain && !LOCAL.test(local)) return undefined;
  const length = isPlain ? local.length : octets.encode(local).length;
  return length <= LONGEST_LOCAL && length + 1 + domain.length <= LONGEST ? { local, domain } : undefined;
}

/** A domain in ASCII; the platform's URL parser knows the rules of IDNA (UTS 46). Undefined without a dot, and for IP addresses. */
function asciiDomain(typed: string): string | undefined {
  const lower = typed.toLowerCase();
  if (ASCII_DOMAIN.test(lower) && !lower.includes('xn--')) return lower;
  // Signs that would make the parser see something other than a host.
  if (/[\s/\\?#:@[\]%|<>^]/.test(lower)) return undefined;
  const host = URL.parse(`http://${lower}`)?.hostname ?? '';
  return ASCII_DOMAIN.test(host) ? host : undefined;
}

/**
 * The one form of all addresses that lead to the same mailbox, for comparing and never for sending; undefined for what
 * is no address. Small letters everywhere: RFC 5321 lets a host tell `Jan@` from `jan@`, none that people use does,
 * and a telephone's keyboard begins with a capital. Dots, tags and second domains only where the provider says so.
 */
export function canonicalAddress(typed: string): string | undefined {
  const address = readMailAddress(typed);
  if (!address) return undefined;
  return mailboxOf(address.local.toLowerCase(), address.domain);
}

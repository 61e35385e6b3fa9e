const CASED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/u;
/** Vowel marks and the long stroke of Arabic, points of Hebrew: nobody searches with them. */
const UNSEARCHED = /[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u0591-\u05BD\u05BF\u05C1-\u05C7]/g;

/**
 * A topic as a hashtag: `#InternetAccess` where letters have capitals, so that screen readers tell the words apart,
 * `#حقوق_اللاجئين` elsewhere. Letters, marks and digits only, as every network takes them; figures at the beginning
 * move to the end, because a hashtag cannot begin with one on some networks. Undefined when no letter remains.
 */
export function hashtagOf(label: string, lang: string): string | undefined {
  const words = label
    .normalize('NFC')
    .replace(UNSEARCHED, '')
    // An apostrophe belongs to its word: здоров’я.
    .replace(/(?<=\p{L})['’ʼ׳״](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  const figures = words.findIndex((word) => !/^\p{N}/u.test(word));
  if (figures < 0) return undefined;
  const ordered = [...words.slice(figures), ...words.slice(0, figures)];
  return `#${CASED.test(ordered[0]!) ? ordered.map((word) => capitalised(word, lang)).join('') : ordered.join('_')}`;
}

/** Only the first letter is changed: UNHCR and COA stay what they are. */
function capitalised(word: string, lang: string): string {
  const first = /^nl\b/.test(lang) && /^ij/.test(word) ? 2 : word.codePointAt(0)! > 0xffff ? 2 : 1;
  return word.slice(0, first).toLocaleUpperCase(lang) + word.slice(first);
}

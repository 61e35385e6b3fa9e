import { linksIn } from './link-in-text.ts';

/** What every address weighs, whatever its length. */
const LINK = 23;

// Emoji of several code points that weigh as one: those that X's counter knows, up to Unicode 11. NEWER are bases of later ones.
const NEWER = '[👪👫👬👭👯💏💑🤌🤏🤝🤼🥷🦻\\u{1F9CD}-\\u{1F9CF}\\u{1FA70}-\\u{1FAFF}]';
const TONED = `(?!${NEWER})\\p{RGI_Emoji_Modifier_Sequence}`;
const EMOJI = new RegExp(
  [
    '(?:👩\\u200D\\u2764\\uFE0F\\u200D(?:💋\\u200D)?[👨👩]|👨\\u200D\\u2764\\uFE0F\\u200D(?:💋\\u200D)?👨)',
    '(?:👨(?:\\u200D[👨👩])?|👩(?:\\u200D👩)?)(?:\\u200D👦(?:\\u200D👦)?|\\u200D👧(?:\\u200D[👦👧])?)',
    '[👨👩][🏻-🏿]?\\u200D(?:[⚕⚖✈]\\uFE0F|[🌾🍳🎓🎤🎨🏫🏭💻💼🔧🔬🚀🚒🦰🦱🦲🦳])',
    `(?![🏻-🏿👰🧔\\u{1F9CD}-\\u{1F9CF}])(?:${TONED}|\\p{Emoji}\\uFE0F?)\\u200D[♀♂]\\uFE0F`,
    '\\u{1F3F3}\\uFE0F\\u200D\\u{1F308}|\\u{1F3F4}(?:[\\u{E0061}-\\u{E007A}]+\\u{E007F}|\\u200D\\u2620\\uFE0F)',
    TONED,
    // Signs that have a plain form, too.
    '[⌚⌛◽◾☔☕♈-♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛔⛪⛲⛳⛵⛺⛽❗⬛⬜⭐⭕🀄🈚🈯]\\uFE0F',
    '\\p{RGI_Emoji_Flag_Sequence}|\\p{Emoji_Keycap_Sequence}|[0-9#*]\\u20E3|(?![⚧♾])\\p{Basic_Emoji}',
  ].join('|'),
  'gv',
);

/**
 * Length as X counts (docs.x.com/fundamentals/counting-characters; twitter-text 3.1, configuration v3): after NFC,
 * letters of Latin, Cyrillic, Greek, Hebrew and Arabic weigh 1, everything else 2, among it Ethiopic; an emoji 2 in
 * one; an address 23. Never less than twitter-text says: it knows no joined emoji after Unicode 11, so those count
 * by their parts here, too, and an address whose domain it may or may not know counts as what is more.
 */
export function weightedLength(text: string): number {
  const normal = text.normalize('NFC');
  let weight = 0;
  let at = 0;
  for (const { start, end, kind, earliestEnd, most } of linksIn(normal, { bare: true })) {
    weight += plainWeight(normal.slice(at, start));
    const unlinked = plainWeight(normal.slice(start, end));
    if (kind === 'sure') weight += LINK;
    else weight += kind === 'scattered' ? unlinked + LINK * most : Math.max(unlinked, LINK + plainWeight(normal.slice(earliestEnd, end)));
    at = end;
  }
  return weight + plainWeight(normal.slice(at));
}

/** Nothing but letters that weigh 1, so no emoji but © and ®, which weigh 1 without a selector. */
const LIGHT = /^[\0-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]*$/;

function plainWeight(text: string): number {
  // Most of what is counted; several times faster.
  if (LIGHT.test(text)) return text.length;
  let weight = 0;
  const letters = text.replace(EMOJI, () => ((weight += 2), ''));
  for (const letter of letters) weight += isLight(letter.codePointAt(0)!) ? 1 : 2;
  return weight;
}

/** The ranges of weight 100 in configuration v3. */
function isLight(code: number): boolean {
  return code <= 4351 || (code >= 8192 && code <= 8205) || (code >= 8208 && code <= 8223) || (code >= 8242 && code <= 8247);
}

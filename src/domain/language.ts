const directions = new Map<string, 'ltr' | 'rtl'>();
const names = new Map<string, string>();

/** Writing direction of a language, from the platform's own tables. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  // Every page asks several times, and the tables are slow to open.
  let direction = directions.get(lang);
  if (!direction) directions.set(lang, (direction = lookUpDirection(lang)));
  return direction;
}

function lookUpDirection(lang: string): 'ltr' | 'rtl' {
  // getTextInfo is the standard's name; getters came earlier in some engines.
  const locale = new Intl.Locale(lang) as Intl.Locale & { getTextInfo?: () => { direction: string }; textInfo?: { direction: string } };
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction === 'rtl' ? 'rtl' : 'ltr';
}

/** A language's name in another language, as it stands in a sentence. */
export function languageName(lang: string, inLang: string): string {
  const key = `${lang} ${inLang}`;
  let name = names.get(key);
  if (name === undefined) names.set(key, (name = new Intl.DisplayNames([inLang], { type: 'language' }).of(lang) ?? lang));
  return name;
}

/** A language's name in itself, as it stands in a menu: Українська. */
export function ownName(lang: string): string {
  const name = languageName(lang, lang);
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

/**
 * Which of `available` a reader of `wanted` gets: their own, else the first of the site's fallback languages,
 * else the first there is. `available` must not be empty.
 */
export function chooseLanguage(wanted: string, available: readonly string[], fallback: readonly string[]): string {
  return [wanted, ...fallback].find((lang) => available.includes(lang)) ?? available[0]!;
}

/** The best of `offered` for an `Accept-Language` header (RFC 9110, section 12.5.4); the first offered when none fits. */
export function negotiateLanguage(header: string | undefined, offered: readonly string[]): string {
  const wishes = (header ?? '').split(',').slice(0, 20).map((part, order) => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { base: range.split('-')[0]!, weight: weight === undefined ? 1 : Number(weight), order };
  });
  wishes.sort((a, b) => b.weight - a.weight || a.order - b.order);
  const baseOf = (lang: string) => lang.toLowerCase().split('-')[0]!;
  const refused = wishes.filter(({ weight }) => !(weight > 0)).map(({ base }) => base);
  for (const { base } of wishes.filter(({ weight }) => weight > 0)) {
    const match = offered.find((lang) => (base === '*' ? !refused.includes(baseOf(lang)) : baseOf(lang) === base));
    if (match) return match;
  }
  return offered[0]!;
}

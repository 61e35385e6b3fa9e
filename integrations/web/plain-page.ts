import { directionOf, ownName } from '../../src/domain/language.ts';

/** The faults that have no page of their own in a site, by status. */
const WORDS = {
  400: ['This address cannot be read', 'Part of it was lost or changed on the way. Check the address, or start from the front page.'],
  404: ['There is no page at this address', 'Check the address, or start from the front page.'],
  405: ['This cannot be done here', 'Pages can be read here, nothing can be sent to this address.'],
  408: ['The question took too long', 'The connection was too slow to hear all of it. Please try again.'],
  413: ['That was too much', 'What was sent is longer than this site takes (16 KB). Shorten it and send it again.'],
  431: ['The question was too long', 'The browser sent too much beside the address. Delete the cookies of this site and try again.'],
  500: ['Something went wrong here', 'It is our fault, not yours. Please try again in a minute.'],
  503: ['The site is not ready yet', 'It is being built. Please try again in a minute.'],
} as const;

export type Fault = keyof typeof WORDS;

/** A page in a few plain words for a fault, with a link to the front page in every language. It loads nothing. */
export function plainPage(fault: Fault, languages: readonly string[]): string {
  const [title, text] = WORDS[fault];
  const links = languages.map((lang) => `<li><a href="/${lang}/" lang="${lang}" hreflang="${lang}" dir="${directionOf(lang)}">${ownName(lang)}</a></li>`);
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta name="robots" content="noindex"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p>`,
    links.length > 0 ? `<ul>${links.join('')}</ul>` : '',
    '</main></body></html>\n',
  ].join('');
}

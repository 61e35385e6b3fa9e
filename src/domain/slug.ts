const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Twice in an address that says where it was shared, and with it within the 300 characters of Bluesky. */
const LONGEST = 80;
/** Words that already are addresses inside a section. */
const RESERVED = ['page', 'feed', 'atom', 'kit', 'desk'];

/** Why a word cannot be a story's part of the address, in two sentences; undefined for one that can. */
export function slugRefusal(slug: string): { wrong: string; remedy: string } | undefined {
  if (!SLUG.test(slug)) return { wrong: `“${slug}” cannot be part of an address.`, remedy: 'Use small letters a to z, digits and single hyphens, like free-internet-for-all.' };
  if (slug.length > LONGEST) return { wrong: `“${slug}” has ${slug.length} characters, which is too long for an address that people pass on.`, remedy: `Use at most ${LONGEST}; two or three words are enough.` };
  if (RESERVED.includes(slug)) return { wrong: `“${slug}” is an address that the site needs for itself.`, remedy: `Choose another word, or add one: ${slug}-of-2026.` };
  return undefined;
}

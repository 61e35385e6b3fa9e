import type { Entity } from './figure.ts';
import { slugRefusal } from './slug.ts';
import { kindOf } from './story.ts';

/**
 * What a page of the site is about, by its address: the story and the language, each as an entity of figures. A story's
 * own pages, such as its kit, count for it. Takes a whole address or a path; what is none, or is of no story, lacks that part.
 */
export function entitiesOfPage(address: string, languages: readonly string[]): { story?: Entity; lang?: Entity } {
  const path = URL.parse(address, 'https://site.example')?.pathname ?? '';
  const [, lang = '', section = '', slug = ''] = path.split('/');
  if (!languages.includes(lang)) return {};
  const story = kindOf(section) && slugRefusal(slug) === undefined ? `story:${section}/${slug}` : undefined;
  return { ...(story && { story }), lang: `lang:${lang}` };
}

/** The code of a campaign as figures keep it; undefined for what is no code, such as Google's “(not set)”. */
export function campaignEntity(written: string): Entity | undefined {
  const code = written.trim().toLowerCase();
  return /^[a-z0-9][a-z0-9-]{0,79}$/.test(code) ? `campaign:${code}` : undefined;
}

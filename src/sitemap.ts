import type { View } from './components/view.ts';
import { lastingAddresses, storyAddress } from './domain/address.ts';
import { escapeHtml } from './domain/markup.ts';
import type { Story } from './domain/story.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const tag = (name: string, text: string) => `<${name}>${escapeHtml(text)}</${name}>`;

/** The index that names the sitemap of every language. */
export function sitemapIndex({ url, newsroom }: View): string {
  const maps = newsroom.languages.map((lang) => `<sitemap>${tag('loc', `${url}/sitemap-${lang}.xml`)}</sitemap>`);
  return `${XML}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join('')}</sitemapindex>\n`;
}

/** The pages of one language, each with its other languages (sitemaps.org, at most 50,000 addresses). */
export function sitemapFor({ url, newsroom, lang }: View): string {
  const pages = lastingAddresses(newsroom).filter(({ path }) => path.startsWith(`/${lang}/`) && path.endsWith('/'));
  const entries = pages.slice(0, 50_000).map(({ path, story }) => {
    const others = story && story.versions.length > 1 ? story.versions.map((version) => `<xhtml:link rel="alternate" hreflang="${version.lang}" href="${escapeHtml(url + storyAddress(version.lang, story))}"/>`) : [];
    const version = story?.versions.find((one) => one.lang === lang);
    const changed = version && tag('lastmod', version.updated ?? version.published);
    return `<url>${tag('loc', url + path)}${changed ?? ''}${others.join('')}</url>`;
  });
  return `${XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('\n')}</urlset>\n`;
}

/** Two days, and at most 1,000 addresses: what news search takes (Google, "News sitemap"). */
export function newsSitemap({ url, newsroom, organisation }: View): string {
  const since = new Date(Date.parse(newsroom.now) - 2 * 864e5).toISOString();
  const recent = newsroom.stories.filter((story) => story.published >= since && !['event', 'petition'].includes(story.kind));
  const entries = recent.flatMap((story: Story) =>
    story.versions.filter((version) => !version.withdrawn).map((version) => {
      const publication = `<news:publication>${tag('news:name', organisation.name)}${tag('news:language', version.lang)}</news:publication>`;
      return `<url>${tag('loc', url + storyAddress(version.lang, story))}<news:news>${publication}${tag('news:publication_date', version.published)}${tag('news:title', version.title)}</news:news></url>`;
    }),
  );
  return `${XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${entries.slice(0, 1000).join('\n')}</urlset>\n`;
}

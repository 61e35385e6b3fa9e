import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { View } from './components/view.ts';
import { feedScopes, scopeAddress, storyAddress, type FeedFile } from './domain/address.ts';
import { languageName } from './domain/language.ts';
import { escapeHtml } from './domain/markup.ts';
import { correctionsFor, originalOf, storiesOfKind, storiesOnTopic, versionFor } from './domain/newsroom.ts';
import { kindOf, type Section, type Version } from './domain/story.ts';
import { edition } from './newsroom.ts';
import { fill, formatInstant, wordsIn } from './text/text.ts';

/** Readers of feeds ask often: enough to miss nothing over a holiday, little enough for a phone. */
const LONGEST = 20;

interface FeedEntry {
  /** Address for ever, also the entry's identity. */
  address: string;
  title: string;
  summary: string;
  html: string;
  published: string;
  updated: string;
  lang: string;
  topics: string[];
}

/** Paths of one format of every feed, in every language. */
export async function feedPaths() {
  const { newsroom } = await edition();
  return newsroom.languages.flatMap((lang) => feedScopes(newsroom).map((scope) => ({ params: { lang, scope: scope || undefined } })));
}

/** A feed as text: RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1, by its file name. */
export function drawFeed(view: View, scope: string, file: FeedFile): string {
  const { lang, organisation, url } = view;
  const list = url + scopeAddress(lang, scope);
  const self = list + file;
  const title = [organisation.name, titleOf(view, scope)].filter(Boolean).join(': ');
  const description = organisation.tagline[lang]!;
  const entries = entriesOf(view, scope).slice(0, LONGEST);
  const updated = new Date(entries.map((entry) => entry.updated).sort().at(-1) ?? view.newsroom.now);
  switch (file) {
    case 'feed.xml':
      return generateRssFeed({
        title, description, link: list, language: lang, lastBuildDate: updated,
        atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
        items: entries.map((entry) => ({
          title: entry.title, link: entry.address, description: entry.summary, guid: { value: entry.address, isPermaLink: true }, pubDate: new Date(entry.published),
          categories: entry.topics.map((name) => ({ name })), dc: { languages: [entry.lang] }, content: { encoded: entry.html },
        })),
      });
    case 'atom.xml':
      return generateAtomFeed({
        id: list, title: { value: title }, subtitle: { value: description }, xml: { lang }, updated, icon: `${url}/favicon.svg`,
        links: [{ href: self, rel: 'self', type: 'application/atom+xml' }, { href: list, rel: 'alternate', type: 'text/html' }],
        authors: [{ name: organisation.name, uri: `${url}/` }],
        entries: entries.map((entry) => ({
          id: entry.address, xml: { lang: entry.lang }, title: { value: entry.title }, summary: { value: entry.summary }, content: { type: 'html', value: entry.html },
          links: [{ href: entry.address, rel: 'alternate', hreflang: entry.lang }], published: new Date(entry.published), updated: new Date(entry.updated),
          categories: entry.topics.map((term) => ({ term })),
        })),
      });
    case 'feed.json':
      return JSON.stringify(
        generateJsonFeed({
          title, description, home_page_url: list, feed_url: self, language: lang, icon: `${url}/social-card.png`, authors: [{ name: organisation.name, url: `${url}/` }],
          items: entries.map((entry) => ({
            id: entry.address, url: entry.address, title: entry.title, summary: entry.summary, content_html: entry.html, language: entry.lang,
            date_published: new Date(entry.published), date_modified: new Date(entry.updated), tags: entry.topics,
          })),
        }),
      );
  }
}

function titleOf({ lang, words, organisation }: View, scope: string): string | undefined {
  if (scope === '') return undefined;
  if (scope.startsWith('topics/')) return organisation.topics[scope.slice('topics/'.length)]?.[lang];
  return words.sections[scope as Section | 'corrections'];
}

function entriesOf(view: View, scope: string): FeedEntry[] {
  const { newsroom, lang, words, url } = view;
  if (scope === 'corrections') {
    return correctionsFor(newsroom, lang).map(({ story, version, correction }) => ({
      address: `${url}${storyAddress(lang, story)}#correction-${Date.parse(correction.at)}`,
      title: `${words.corrections.on} ${version.title}`, summary: correction.text, html: `<p>${escapeHtml(correction.text)}</p>`,
      published: correction.at, updated: correction.at, lang: version.lang, topics: [],
    }));
  }
  const kind = kindOf(scope);
  const stories = kind ? storiesOfKind(newsroom, kind) : scope.startsWith('topics/') ? storiesOnTopic(newsroom, scope.slice('topics/'.length)) : newsroom.stories;
  return stories.slice(0, LONGEST).map((story) => {
    const version = versionFor(newsroom, story, lang);
    return {
      address: url + storyAddress(version.lang, story), title: version.title, summary: version.summary, html: wholeText(view, version),
      published: version.published, updated: version.updated ?? version.published, lang: version.lang,
      topics: version.topics.map((topic) => view.organisation.topics[topic]?.[version.lang] ?? topic),
    };
  });
}

/** The text as a feed reader shows it: complete, with absolute addresses; a claim never without its verdict. */
function wholeText(view: View, version: Version): string {
  const words = wordsIn(version.lang);
  if (version.withdrawn) return `<p>${escapeHtml(`${words.story.withdrawn} ${version.withdrawn.text}`)}</p>`;
  const parts = [version.html];
  if (version.kind === 'press') parts.push(...version.quotes.map((quote) => `<blockquote><p>${escapeHtml(quote.text)}</p><p>${escapeHtml(`${quote.by}, ${quote.role}`)}</p></blockquote>`));
  if (version.kind === 'fact-check') {
    const verdict = words.factCheck.verdicts[version.verdict];
    parts.unshift(`<p><strong>${escapeHtml(version.finding)}</strong></p><p>${escapeHtml(`${words.factCheck.claim}: “${version.claim.text}” ${words.factCheck.verdict}: ${verdict.label}. ${verdict.explanation}`)}</p>`);
    parts.push(`<h2>${words.factCheck.evidence}</h2><ol>${version.evidence.map((one) => `<li><a href="${escapeHtml(one.url)}">${escapeHtml(one.title)}</a>, ${escapeHtml(one.publisher)}</li>`).join('')}</ol>`);
  }
  if (version.kind === 'petition') {
    parts.unshift(`<p>${escapeHtml(`${words.petition.target}: ${version.terms.target}`)}</p><p><strong>${escapeHtml(version.ask)}</strong></p>`);
    const dated = (at: string) => `<p><strong>${escapeHtml(formatInstant(version.lang, at, view.organisation.timeZone))}</strong></p>`;
    if (version.updates.length > 0) parts.push(`<h2>${escapeHtml(words.petition.updates)}</h2>`, ...version.updates.map(({ at, text }) => dated(at) + text));
    if (version.answer) parts.push(`<h2>${escapeHtml(words.petition.answer)}</h2>`, dated(version.answer.at) + version.answer.text, `<p>${escapeHtml(version.answer.by)}</p>`);
  }
  if (version.kind === 'event') parts.unshift(`<p>${words.event.when}: ${formatInstant(version.lang, version.starts, view.organisation.timeZone, 'full')}</p>`);
  if (version.translation.origin === 'machine') {
    const original = originalOf(view.newsroom, version);
    parts.push(`<p><em>${escapeHtml(fill(words.translation.machine, { language: languageName(original.lang, version.lang) }))}</em></p>`);
  }
  return parts.join('\n').replace(/(\s(?:href|src|srcset)=")([^"]*)/g, (_, name: string, value: string) => name + value.replace(/(^|, )\/(?=[a-z])/g, `$1${view.url}/`));
}


import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Parser from 'rss-parser';
import { describe, expect, inject, test } from 'vitest';
import { site } from '../../src/site.ts';
import { elementsOfFragment } from '../page-tree.ts';
import { filesBelow, isStory, pagesOf } from './built-site.ts';

const { client } = inject('site');
const ours = site.url.replace(/\/$/, '');
const files = filesBelow(client);
const read = (file: string) => readFileSync(join(client, file), 'utf8');
const paths = new Set(pagesOf(client).map(({ path }) => path));
const feeds = files.filter((file) => /\/(feed\.xml|atom\.xml)$/.test(file));
const jsonFeeds = files.filter((file) => file.endsWith('/feed.json'));

interface Entry {
  id: string;
  address: string;
  html: string;
  dates: string[];
}

describe('Somebody who follows us with a feed reader', () => {
  test('finds a feed of everything, of each kind, of corrections and of each topic, in every language and format', () => {
    for (const lang of site.languages) {
      for (const scope of ['', 'press/', 'fact-checks/', 'events/', 'corrections/', ...Object.keys(site.topics).map((topic) => `topics/${topic}/`)]) {
        expect(feeds, `${lang} ${scope}`).toContain(`/${lang}/${scope}feed.xml`);
        expect(feeds, `${lang} ${scope}`).toContain(`/${lang}/${scope}atom.xml`);
        expect(jsonFeeds, `${lang} ${scope}`).toContain(`/${lang}/${scope}feed.json`);
      }
    }
  });

  test.each(feeds)('can read %s', async (file) => {
    const feed = await new Parser().parseString(read(file));
    expect(feed.title).toBeTruthy();
    expect(feed.feedUrl).toBe(ours + file);
    expect(paths).toContain(new URL(feed.link!).pathname);
    soundEntries(feed.items.map((item) => ({
      id: (item as { id?: string }).id ?? item.guid!,
      address: item.link!,
      html: (item as { 'content:encoded'?: string })['content:encoded'] ?? item.content!,
      dates: [item.isoDate!],
    })));
  });

  test.each(jsonFeeds)('can read %s', (file) => {
    const feed = JSON.parse(read(file));
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: expect.stringMatching(/./), feed_url: ours + file, language: file.split('/')[1], authors: [{ name: site.name }] });
    expect(paths).toContain(new URL(feed.home_page_url).pathname);
    for (const item of feed.items) expect(item.title).toBeTruthy();
    soundEntries(feed.items.map((item: Record<string, string>) => ({ id: item['id']!, address: item['url']!, html: item['content_html']!, dates: [item['date_published']!, item['date_modified']!] })));
  });

  test('gets every story of a section, newest first, in the language asked for where it exists', () => {
    const feed = JSON.parse(read('/ar/press/feed.json')) as { items: { url: string; language: string; date_published: string }[] };
    const written = [...paths].filter((path) => path.startsWith('/nl/press/') && isStory(path)).map((path) => path.slice('/nl/'.length));
    expect(feed.items.map(({ url }) => new URL(url).pathname.replace(/^\/[a-z]+\//, '')).sort()).toEqual(written.filter((path) => !path.includes('old-call')).sort());
    const dates = feed.items.map(({ date_published }) => Date.parse(date_published));
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
    expect(feed.items.some(({ language }) => language === 'ar') && feed.items.some(({ language }) => language !== 'ar')).toBe(true);
  });

  test('never meets a claim without its verdict', () => {
    for (const item of JSON.parse(read('/nl/fact-checks/feed.json')).items) expect(item.content_html, item.url).toMatch(/Oordeel|oordeel/);
  });
});

describe('Who asks for corrections', () => {
  test.each(site.languages)('finds each one in the feed and on the page in “%s”, with a link to its place', (lang) => {
    const feed = JSON.parse(read(`/${lang}/corrections/feed.json`)) as { items: { url: string; summary: string }[] };
    const page = read(`/${lang}/corrections/index.html`);
    expect(feed.items.length).toBeGreaterThanOrEqual(2);
    for (const { url, summary } of feed.items) {
      const { pathname, hash } = new URL(url);
      expect(page).toContain(`href="${pathname}#corrections"`);
      expect(read(`${pathname}index.html`)).toContain(`id="${hash.slice(1)}"`);
      expect(summary).toBeTruthy();
    }
  });
});

/** What holds for the entries of every format. */
function soundEntries(entries: readonly Entry[]): void {
  expect(entries.length).toBeGreaterThan(0);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  for (const { id, address, html, dates } of entries) {
    expect(id).toMatch(/^https:\/\//);
    expect(paths, address).toContain(new URL(address).pathname);
    for (const date of dates) expect(Date.parse(date), `${id} ${date}`).toBeLessThanOrEqual(Date.parse('2026-11-23T10:00:00Z'));
    expect(html.trim(), id).not.toBe('');
    const relative = elementsOfFragment(html).flatMap(({ attributes }) => [attributes['href'], attributes['src'], ...(attributes['srcset'] ?? '').split(',').map((part) => part.trim().split(' ')[0])]).filter((one) => one && !/^(https?:\/\/|mailto:|tel:)/.test(one));
    expect(relative, id).toEqual([]);
  }
}

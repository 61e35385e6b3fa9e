import type { Browser, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { filesBelow } from '../site/built-site.ts';
import { openBrowser } from './reader.ts';

const { client } = inject('site');
const files = filesBelow(client).filter((file) => file.endsWith('.xml'));

/** An XML element; the name with its namespace in front, `http://www.w3.org/2005/Atom entry`. */
interface Tag {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Tag[];
}

const ATOM = 'http://www.w3.org/2005/Atom';
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(async () => browser.close());

/** Reads XML as strictly as browsers do: one slip, and there is nothing. */
async function readXml(text: string): Promise<Tag> {
  return page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, 'text/xml');
    const fault = document.querySelector('parsererror');
    if (fault) throw new Error(fault.textContent);
    const tagOf = (element: Element): Tag => ({
      name: [element.namespaceURI, element.localName].filter(Boolean).join(' '),
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      text: element.textContent,
      children: [...element.children].map(tagOf),
    });
    return tagOf(document.documentElement);
  }, text);
}

const all = (tag: Tag, name: string) => tag.children.filter((child) => child.name === name);
const one = (tag: Tag, name: string) => {
  expect(all(tag, name), name).toHaveLength(1);
  return all(tag, name)[0]!;
};

describe('A feed reader that forgives nothing', () => {
  test('refuses what is not well-formed', async () => {
    for (const slip of ['<a><b></a>', '<a>&nbsp;</a>', '<a>1 & 2</a>', '<x:a/>', '<a b="1" b="2"/>']) await expect(readXml(slip), slip).rejects.toThrow();
  });

  test.each(files.filter((file) => file.endsWith('/feed.xml')))('takes %s as RSS 2.0', async (file) => {
    const rss = await readXml(readFileSync(join(client, file), 'utf8'));
    expect([rss.name, rss.attributes['version']]).toEqual(['rss', '2.0']);
    const channel = one(rss, 'channel');
    for (const name of ['title', 'link', 'description', 'language', 'lastBuildDate']) expect(one(channel, name).text, name).toBeTruthy();
    expect(one(channel, `${ATOM} link`).attributes).toMatchObject({ rel: 'self', type: 'application/rss+xml', href: expect.stringMatching(/^https:.*feed\.xml$/) });
    for (const item of all(channel, 'item')) {
      for (const name of ['title', 'link', 'description', 'guid']) expect(one(item, name).text, name).toBeTruthy();
      expect(one(item, 'pubDate').text).toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (GMT|\+0000)$/);
      expect(one(item, 'http://purl.org/rss/1.0/modules/content/ encoded').text).toBeTruthy();
    }
  });

  test.each(files.filter((file) => file.endsWith('/atom.xml')))('takes %s as Atom', async (file) => {
    const feed = await readXml(readFileSync(join(client, file), 'utf8'));
    expect(feed.name).toBe(`${ATOM} feed`);
    const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
    one(feed, `${ATOM} id`);
    one(feed, `${ATOM} title`);
    expect(one(feed, `${ATOM} updated`).text).toMatch(moment);
    expect(one(one(feed, `${ATOM} author`), `${ATOM} name`).text).toBeTruthy();
    expect(all(feed, `${ATOM} link`).map(({ attributes }) => attributes['rel']).sort()).toEqual(['alternate', 'self']);
    for (const entry of all(feed, `${ATOM} entry`)) {
      for (const name of ['id', 'title']) expect(one(entry, `${ATOM} ${name}`).text, name).toBeTruthy();
      for (const name of ['updated', 'published']) expect(one(entry, `${ATOM} ${name}`).text, name).toMatch(moment);
      expect(one(entry, `${ATOM} link`).attributes['rel']).toBe('alternate');
      expect(one(entry, `${ATOM} content`).attributes['type']).toBe('html');
      expect(entry.attributes['xml:lang']).toMatch(/^[a-z]{2}$/);
    }
  });

  test.each(files.filter((file) => file.includes('sitemap')))('takes %s as a sitemap', async (file) => {
    const map = await readXml(readFileSync(join(client, file), 'utf8'));
    const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';
    expect(map.name).toBe(`${space} ${file.includes('index') ? 'sitemapindex' : 'urlset'}`);
    for (const entry of map.children) expect(one(entry, `${space} loc`).text).toMatch(/^https:\/\/havenlicht\.example\//);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { site } from '../../src/site.ts';
import { NOW } from '../workbench.ts';
import { filesBelow, find, pagesOf } from './built-site.ts';

const { client } = inject('site');
const ours = site.url.replace(/\/$/, '');
const files = filesBelow(client);
const read = (file: string) => readFileSync(join(client, file), 'utf8');
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!);

describe('Search engines', () => {
  test('find in the sitemap every page they may show, once, and no other', () => {
    const listed = locations(read('/sitemap-index.xml')).flatMap((address) => locations(read(new URL(address).pathname)));
    const shown = pagesOf(client).filter((page) => find(page, 'meta', { name: 'robots' })?.attributes['content'] !== 'noindex' && find(page, 'link', { rel: 'canonical' })!.attributes['href'] === ours + page.path);
    expect([...listed].sort()).toEqual(shown.map(({ path }) => ours + path).sort());
    expect(listed.length).toBeGreaterThan(100);
  });

  test('are led to the sitemaps by robots.txt, and kept from nothing', () => {
    const robots = read('/robots.txt');
    expect(robots).toContain('User-agent: *\nAllow: /\n');
    const sitemaps = [...robots.matchAll(/^Sitemap: (.*)$/gm)].map(([, address]) => address!);
    expect(sitemaps.map((address) => new URL(address).pathname)).toEqual(['/sitemap-index.xml', '/news-sitemap.xml']);
    for (const address of sitemaps) expect(files).toContain(new URL(address).pathname);
  });
});

describe('Somebody who found a weakness', () => {
  test('learns from security.txt whom to tell, until a year after the build (RFC 9116)', () => {
    const fields = new Map(read('/.well-known/security.txt').trim().split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
    expect(fields.get('Contact')).toBe(`mailto:${site.securityContact}`);
    expect(fields.get('Canonical')).toBe(`${ours}/.well-known/security.txt`);
    expect(fields.get('Preferred-Languages')).toBe('nl, en, tr, ar, uk');
    const ahead = Date.parse(fields.get('Expires')!) - Date.parse(NOW);
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThanOrEqual(366 * 864e5);
  });
});

describe('A calendar', () => {
  const calendars = files.filter((file) => file.endsWith('.ics'));

  test('is offered for each event', () => {
    expect(calendars.length).toBeGreaterThan(3);
  });

  test.each(calendars)('takes %s (RFC 5545)', (file) => {
    const text = read(file);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('\r\n')).toBe(true);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    const lines = text.replace(/\r\n[ \t]/g, '').trim().split('\r\n');
    const value = (name: string) => lines.filter((line) => new RegExp(`^${name}[;:]`).test(line)).map((line) => line.slice(line.indexOf(':') + 1));
    expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
    expect(value('VERSION')).toEqual(['2.0']);
    expect(value('PRODID')).toHaveLength(1);
    expect(value('BEGIN')).toEqual(['VCALENDAR', 'VEVENT']);
    const [, lang, , slug] = file.split('/');
    expect(value('UID')).toEqual([`events/${slug}@havenlicht.example`]);
    for (const name of ['DTSTAMP', 'DTSTART', 'DTEND']) expect(value(name)[0], name).toMatch(/^\d{8}T\d{6}Z$/);
    expect(value('DTEND')[0]! > value('DTSTART')[0]!).toBe(true);
    expect(value('SUMMARY')[0]).toBeTruthy();
    expect(value('URL')).toEqual([`${ours}/${lang}/events/${slug}/`]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { NETWORKS } from '../../src/domain/network.ts';
import { shareLink } from '../../src/domain/share-link.ts';
import { site } from '../../src/site.ts';
import { filesBelow, pagesOf, type BuiltPage } from './built-site.ts';

const { client, root } = inject('site');
const pages = pagesOf(client);
const files = new Set(filesBelow(client));
const byPath = new Map(pages.map((page) => [page.path, page]));
const ours = site.url.replace(/\/$/, '');

describe('Every address on a page', () => {
  test('leads to a page or file of this site, and to a place that is on it', () => {
    const dead = pages.flatMap((page) => deadLinksOf(page).map((address) => `${page.path} → ${address}`));
    expect(dead).toEqual([]);
  });

  test('of another site was written by the newsroom, or opens a network’s own window to pass something of ours on', () => {
    const written = new Set(
      filesBelow(join(root, 'content'))
        .filter((file) => /\.(md|yml|ts)$/.test(file))
        .flatMap((file) => [...readFileSync(join(root, 'content', file), 'utf8').matchAll(/https?:\/\/[^\s"'<>)\]}]+/g)].map(([address]) => new URL(address.replace(/[,.;]+$/, '')).href)),
    );
    const strange = pages.flatMap((page) =>
      addressesOf(page)
        .filter(({ address, plays }) => isElsewhere(address) && !passesOn(address) && !(plays ? [...written].some((known) => new URL(known).origin === new URL(address).origin) : written.has(new URL(address).href)))
        .map(({ address }) => `${page.path} → ${address}`),
    );
    expect(strange).toEqual([]);
  });
});

describe('A window for sharing', () => {
  test.each(NETWORKS.map((network) => [network, shareLink(network, { text: 'Sign this', url: `${ours}/nl/?utm_source=a&b=0` })] as const).filter(([, address]) => address?.startsWith('https:')))('of %s is known', (_, address) => {
    expect(passesOn(address!)).toBe(true);
  });

  test.each(['https://wa.me/31201234567', 'https://wa.me/?text=https%3A%2F%2Felsewhere.example%2F', `https://share.elsewhere.example/?text=${encodeURIComponent(`${ours}/`)}`, 'https://t.me/share/url'])('is not %s', (address) => {
    expect(passesOn(address)).toBe(false);
  });
});

describe('The search for dead links', () => {
  const page = (html: string): BuiltPage => ({ ...byPath.get('/nl/')!, elements: [{ name: 'a', attributes: { href: html }, text: '', parent: undefined }] });

  test.each(['/nl/press/nowhere/', 'nowhere.html', '/nl/#nowhere', '/nl', '/media/nothing.jpg', '/petitions/nothing/sign', `${ours}/nl/press/nowhere/`])('finds %s', (address) => {
    expect(deadLinksOf(page(address))).toEqual([address]);
  });

  test.each(['/nl/', '/nl/#main', '#main', '/nl/feed.xml', '/petitions/open-network-in-town/sign', '/favicon.svg', `${ours}/nl/`, 'mailto:a@example.org', 'https://elsewhere.example/'])('lets %s pass', (address) => {
    expect(deadLinksOf(page(address))).toEqual([]);
  });
});

/** Where networks have their windows for sharing. */
const WINDOWS = new Set(NETWORKS.map((network) => shareLink(network, { text: '', url: ours })).filter((address) => address?.startsWith('https:')).map((address) => placeOf(address!)));

/** True for a window for sharing that is given an address of this site, and no other. */
function passesOn(address: string): boolean {
  const { search, hash } = new URL(address);
  const given = decodeURIComponent(search + hash).match(/https?:[^\s&]+/g) ?? [];
  return WINDOWS.has(placeOf(address)) && given.length > 0 && given.every((one) => one.startsWith(`${ours}/`));
}

function placeOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

function isElsewhere(address: string): boolean {
  return /^(https?:)?\/\//.test(address) && !address.startsWith(`${ours}/`);
}

function deadLinksOf(page: BuiltPage): string[] {
  return addressesOf(page)
    .map(({ address }) => address)
    .filter((address) => !/^(mailto|tel):/.test(address) && !isElsewhere(address) && !leadsSomewhere(page, address));
}

function leadsSomewhere(page: BuiltPage, address: string): boolean {
  const url = new URL(address, `${ours}${page.path}`);
  const path = decodeURIComponent(url.pathname);
  const target = path === page.path ? page : byPath.get(path);
  // Signatures are taken by the server, for every petition that has a count.
  if (!target) return files.has(path.replace(/^(\/petitions\/[^/]+\/)sign$/, '$1count.json'));
  if (url.hash === '') return true;
  const id = decodeURIComponent(url.hash.slice(1));
  return (target === page ? byPath.get(path)! : target).elements.some(({ attributes }) => attributes['id'] === id);
}

/** Every address that a page links to, loads or names; `plays`: the page of a video's own host. */
function addressesOf(page: BuiltPage): { address: string; plays: boolean }[] {
  return page.elements.flatMap(({ name, attributes }) => {
    const plays = name === 'iframe' || name === 'video';
    const single = ['href', 'src', 'poster', 'cite', 'action'].map((key) => attributes[key]).filter((address) => address !== undefined);
    const several = (attributes['srcset'] ?? '').split(',').map((part) => part.trim().split(/\s+/)[0]!).filter(Boolean);
    const preview = name === 'meta' && /^og:(image|url)$/.test(attributes['property'] ?? '') ? [attributes['content']!] : [];
    return [...single, ...several, ...preview].map((address) => ({ address, plays }));
  });
}

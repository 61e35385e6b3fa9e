import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { elementsOf, parsePage } from '../page-tree.ts';

/** What a page may weigh on the wire, in bytes: ten packets of a new connection, so that it comes in one round trip. */
export const HEAVIEST = 14_000;
/** What half of the pages must stay below. */
export const MEDIAN = 7_000;

/** Bytes of a page on the wire: brotli at its best. */
export function bytesOnTheWire(html: string): number {
  const bytes = Buffer.from(html);
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }).length;
}

const LOADING_RELS = /\b(stylesheet|icon|preload|prefetch|preconnect|dns-prefetch|modulepreload|manifest|apple-touch-icon)\b/;

/** Everything that makes a page too heavy for an old phone: bytes, programs, and whatever another host would send. */
export function burdensOf(html: string, heaviest = HEAVIEST): string[] {
  const burdens: string[] = [];
  const bytes = bytesOnTheWire(html);
  if (bytes > heaviest) burdens.push(`weighs ${bytes} bytes, ${bytes - heaviest} too many`);
  for (const { name, attributes, text } of elementsOf(parsePage(html))) {
    if (name === 'script' && attributes['type'] !== 'application/ld+json') burdens.push('runs a script');
    if (name === 'style' && /@import|url\(\s*["']?(https?:)?\/\//i.test(text)) burdens.push('has a style that loads from another host');
    for (const address of loadedBy(name, attributes)) {
      if (/^([a-z][a-z0-9+.-]*:)?\/\//i.test(address.trim())) burdens.push(`<${name}> loads ${address}`);
    }
    for (const [attribute, value] of Object.entries(attributes)) {
      if (/^on/.test(attribute) || /^\s*javascript:/i.test(value)) burdens.push(`<${name} ${attribute}> runs a script`);
    }
  }
  return burdens;
}

/** Addresses that a browser fetches by itself for an element. */
function loadedBy(name: string, attributes: Record<string, string>): string[] {
  const addresses = ['src', 'poster', 'data', 'background'].map((key) => attributes[key]);
  if (name === 'link' && LOADING_RELS.test(attributes['rel'] ?? '')) addresses.push(attributes['href']);
  if (name === 'image' || name === 'use') addresses.push(attributes['href'], attributes['xlink:href']);
  for (const key of ['srcset', 'imagesrcset']) addresses.push(...(attributes[key] ?? '').split(',').map((part) => part.trim().split(/\s+/)[0]));
  return addresses.filter((address) => address !== undefined && address !== '') as string[];
}

/** The script files of a page, and whatever they import, each once. */
export function scriptsOf(html: string, client: string): string[] {
  const found = new Set<string>();
  const take = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    const code = readFileSync(join(client, path), 'utf8');
    for (const [, name] of code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`]([^"'`]+)["'`]/g)) take(posix.join(posix.dirname(path), name!));
  };
  for (const { name, attributes } of elementsOf(parsePage(html))) if (name === 'script' && attributes['src']) take(attributes['src']);
  return [...found];
}

/** What files weigh together on a host that only knows gzip, in bytes. */
export const zipped = (paths: readonly string[], client: string): number => paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(client, path)), { level: 9 }).length, 0);

/** The middle of a list of numbers; the higher of the two middle ones. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

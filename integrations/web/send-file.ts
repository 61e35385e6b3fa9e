import { open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { readRange, type ByteRange } from './byte-range.ts';
import { namesTag } from './entity-tag.ts';
import type { Exchange } from './exchange.ts';
import { headersOf, type FileCopy } from './file-copy.ts';
import type { Release } from './release.ts';
import type { HeaderList } from './security-headers.ts';
import type { SiteFile } from './site-files.ts';

/** Sends a copy of a file: whole, a part of it, or only word that the reader's own is still good. Throws what the disk says. */
export function sendFile(exchange: Exchange, release: Release, file: SiteFile, copy: FileCopy): Promise<void> | void {
  const { request, response, always } = exchange;
  const headers = [...always, ...headersOf(release, file), 'Cache-Control', file.cacheControl, 'ETag', copy.etag];
  if (namesTag(request.headers['if-none-match'], copy.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  if (copy.encoding !== 'identity') return sendBytes(exchange, 200, [...headers, 'Content-Encoding', copy.encoding], copy);
  headers.push('Accept-Ranges', 'bytes');
  const range = askedRange(request, copy);
  if (!range) return sendBytes(exchange, 200, headers, copy);
  if (range === 'outside') {
    response.writeHead(416, [...always, ...headersOf(release, file), 'Cache-Control', 'no-store', 'Content-Range', `bytes */${copy.size}`, 'Content-Length', '0']).end();
    return;
  }
  headers.push('Content-Range', `bytes ${range.first}-${range.last}/${copy.size}`);
  return sendBytes(exchange, 206, headers, copy, range);
}

/** Sends a page of the release as the answer to an address that has none: 404, kept nowhere. Throws what the disk says. */
export function sendNotFound(exchange: Exchange, release: Release, file: SiteFile, copy: FileCopy): Promise<void> | void {
  const packing = copy.encoding === 'identity' ? [] : ['Content-Encoding', copy.encoding];
  return sendBytes(exchange, 404, [...exchange.always, ...headersOf(release, file), 'Cache-Control', 'no-store', ...packing], copy);
}

function askedRange(request: IncomingMessage, copy: FileCopy): ReturnType<typeof readRange> {
  if (request.method !== 'GET') return undefined;
  // A part that belongs to another content than the reader has would spoil both, and a date is too coarse to tell.
  const condition = request.headers['if-range'];
  return condition === undefined || condition === copy.etag ? readRange(request.headers.range, copy.size) : undefined;
}

async function sendFromDisk({ response }: Exchange, status: number, headers: string[], copy: FileCopy, range: ByteRange): Promise<void> {
  // The open file goes on even when its release is cleared away meanwhile.
  const file = await open(copy.location, 'r');
  if (response.destroyed) return file.close();
  response.writeHead(status, headers);
  // A reader who walks away ends the connection and the file with it; there is nobody left to tell.
  await pipeline(file.createReadStream({ start: range.first, end: range.last }), response).catch(() => response.destroy());
}

function sendBytes(exchange: Exchange, status: number, headers: HeaderList, copy: FileCopy, range?: ByteRange): Promise<void> | void {
  const { request, response } = exchange;
  const { first, last } = range ?? { first: 0, last: copy.size - 1 };
  const measured = [...headers, 'Content-Length', String(last - first + 1)];
  if (request.method !== 'HEAD' && !copy.bytes) return sendFromDisk(exchange, status, measured, copy, { first, last });
  response.writeHead(status, measured).end(range ? copy.bytes?.subarray(first, last + 1) : copy.bytes);
}

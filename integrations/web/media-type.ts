const UTF8 = '; charset=utf-8';

const BY_NAME: Record<string, string> = {
  'feed.xml': `application/rss+xml${UTF8}`,
  'atom.xml': `application/atom+xml${UTF8}`,
  'feed.json': `application/feed+json${UTF8}`,
};

const BY_ENDING: Record<string, string> = {
  html: `text/html${UTF8}`,
  css: `text/css${UTF8}`,
  js: `text/javascript${UTF8}`,
  mjs: `text/javascript${UTF8}`,
  json: `application/json${UTF8}`,
  webmanifest: `application/manifest+json${UTF8}`,
  xml: `application/xml${UTF8}`,
  xsl: `application/xslt+xml${UTF8}`,
  txt: `text/plain${UTF8}`,
  md: `text/markdown${UTF8}`,
  csv: `text/csv${UTF8}`,
  ics: `text/calendar${UTF8}`,
  vtt: `text/vtt${UTF8}`,
  svg: `image/svg+xml${UTF8}`,
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  pdf: 'application/pdf',
  zip: 'application/zip',
  gz: 'application/gzip',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
};

/**
 * The media type of a file by its name, text with its charset; feeds by their whole name. Anything unknown, the
 * search index's own formats among them, is `application/octet-stream`.
 */
export function mediaTypeOf(address: string): string {
  const name = address.slice(address.lastIndexOf('/') + 1).toLowerCase();
  return BY_NAME[name] ?? BY_ENDING[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

import { lastingAddresses } from '../../src/domain/address.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';

/** Throws unless every promised page and feed is among the drawn files, each named by its address. */
export function checkThere(files: readonly string[], newsroom: Newsroom): void {
  const there = new Set(files);
  const missing = lastingAddresses(newsroom).map(({ path }) => (path.endsWith('/') ? `${path}index.html` : path)).filter((path) => !there.has(path));
  if (missing.length > 0) throw new Error(`Pages were not drawn: ${missing.slice(0, 5).join(', ')}`);
}

/** Throws when a page breaks off before its end. */
export function checkWhole(file: string, html: string): void {
  if (!html.slice(-16).includes('</html>')) throw new Error(`The page /${file} is not whole.`);
}

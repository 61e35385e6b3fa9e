import { createHash } from 'node:crypto';
import { pageSheet, readStyle } from '../files/page-sheet.ts';

/** Styles that a page carries itself, and the content policy that allows these and nothing else to load, run or be sent. */
export interface AccessSheet {
  css: string;
  policy: string;
}

/** In the order of the site's own pages, see `src/styles/sheets.ts`. */
const LAYERS = { tokens: ['tokens'], base: ['base'], parts: ['frame', 'access'] };

/** The look of the door, from the site's styles; what an organisation changes there holds here, too. */
export function accessSheet(read = readStyle): AccessSheet {
  const css = pageSheet(LAYERS, read);
  const hash = createHash('sha256').update(css).digest('base64');
  return { css, policy: `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'` };
}

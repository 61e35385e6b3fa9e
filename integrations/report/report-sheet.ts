import { readFileSync } from 'node:fs';

/** In the order of the dashboard's own pages, see `src/styles/reach-sheet.css`. */
const LAYERS = { tokens: ['tokens'], base: ['base'], parts: ['frame'], reach: ['reach'] };

/** The whole style of a report, from the site's styles, so that it needs no other file. */
export function reportSheet(read: (name: string) => string = (name) => readFileSync(new URL(`../../src/styles/${name}.css`, import.meta.url), 'utf8')): string {
  return `@layer ${Object.keys(LAYERS).join(',')};${Object.entries(LAYERS).map(([layer, names]) => `@layer ${layer}{${names.map((name) => read(name).replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ').trim()).join('')}}`).join('')}`;
}

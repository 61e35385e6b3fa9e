import { readFileSync } from 'node:fs';

/** Names of files in `src/styles` by the layer that they belong to, in the order of the layers. */
export type SheetLayers = Readonly<Record<string, readonly string[]>>;

/** A style of the site by its name, `tokens`. */
export const readStyle = (name: string): string => readFileSync(new URL(`../../src/styles/${name}.css`, import.meta.url), 'utf8');

/** The style that a page without Astro carries itself, from the site's own files: what an organisation changes there holds here, too. */
export function pageSheet(layers: SheetLayers, read: (name: string) => string = readStyle): string {
  return `@layer ${Object.keys(layers).join(',')};${Object.entries(layers).map(([layer, names]) => `@layer ${layer}{${names.map((name) => plain(read(name))).join('')}}`).join('')}`;
}

const plain = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ').trim();

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { elementsOf, parsePage, type Element } from '../page-tree.ts';

/** A page as it was built. */
export interface BuiltPage {
  /** `/nl/press/` or `/404.html`. */
  path: string;
  html: string;
  /** Every element, in order; parsed on the first question. */
  elements: Element[];
}

/** Paths of all files below a folder, with `/` in front, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .sort();
}

/** Every page of a built site. */
export function pagesOf(client: string): BuiltPage[] {
  return filesBelow(client)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(client, file), 'utf8');
      let elements: Element[] | undefined;
      return {
        path: file.replace(/index\.html$/, ''), html,
        get elements() {
          return (elements ??= elementsOf(parsePage(html)));
        },
      };
    });
}

/** Pages that bring scripts or a player with them, because somebody asked for one there. */
export function isTool(path: string): boolean {
  return /^\/[a-z-]+\/(search|press\/[^/]+\/desk|events\/[^/]+\/watch|[a-z-]+\/[^/]+\/kit)\/$/.test(path);
}

/** Pages of stories: `/nl/press/a-story/`. */
export function isStory(path: string): boolean {
  return /^\/[a-z-]+\/(press|fact-checks|petitions|events)\/(?!page\/)[^/]+\/$/.test(path);
}

/** The first element of a name, with these attributes. */
export function find(page: BuiltPage, name: string, attributes: Record<string, string> = {}): Element | undefined {
  return findAll(page, name, attributes)[0];
}

/** All elements of a name, with these attributes. */
export function findAll(page: BuiltPage, name: string, attributes: Record<string, string> = {}): Element[] {
  return page.elements.filter((element) => element.name === name && Object.entries(attributes).every(([key, value]) => element.attributes[key] === value));
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** A source file: path below the project, with `/`, and its text. */
export interface Source {
  path: string;
  text: string;
}

/**
 * What each ring may import besides itself: folders and files of the project, packages by name, `node:` for the
 * platform and `*` for every package that package.json names. A file belongs to the longest row that fits.
 */
export const RINGS: Record<string, readonly string[]> = {
  content: ['src/site.ts'],
  'src/domain': [],
  'src/text': [],
  'src/schemas': ['astro/zod', 'src/domain'],
  // Settings come out as what the domain calls an organisation.
  'src/site.ts': ['src/schemas', 'content/site.ts', 'src/domain'],
  // A chart as a drawing, a table and CSV; what the dashboard says.
  'src/charts': ['src/domain', 'src/text'],
  'src/reach': ['src/domain', 'src/text', 'src/charts'],
  'src/components': ['src/domain', 'src/text', 'src/islands'],
  'src/islands': ['src/domain', 'src/text', 'src/charts', 'react', 'react-dom', 'chart.js'],
  'src/share': ['src/domain', 'src/text', 'satori', '@resvg/resvg-js', 'bidi-js', 'harfbuzzjs', 'linebreak', 'sharp', 'uqr', 'node:'],
  // Knows the shape of the store, not its engines.
  'src/server': ['src/domain', 'src/text', 'src/reach', 'src/petition-form.ts', 'src/site.ts', 'integrations/store/ledger.ts', 'integrations/store/access.ts', 'integrations/store/history.ts', 'node:'],
  'src/layouts': ['src/domain', 'src/text', 'src/components', 'src/styles', 'src/reach', 'src/islands'],
  'src/styles': [],
  'src/pages': ['src', 'astro'],
  // Root files of src are the longer half of the route files.
  src: ['src', 'feedsmith', 'ical-generator'],
  // Syncs and lists know people by the same hashes as signing does, and our server answers requests by it.
  integrations: ['src/domain', 'src/server', 'src/reach', 'src/charts', 'src/schemas', 'src/share', 'src/text', 'src/site.ts', 'node:', '*'],
  'astro.config.mjs': ['src/site.ts', 'astro/config', '@astrojs/node', '@astrojs/react'],
};

/** Packages of other generators, with projects of their own, that the benchmark compares with. */
const APART = 'integrations/bench/peers/';

const below = (path: string, ring: string) => path === ring || path.startsWith(`${ring}/`);

/** Every file of the rings, `extensions` like `.ts`. */
export function sourcesOf(root: string, extensions: readonly string[], folders: readonly string[] = ['content', 'src', 'integrations', 'astro.config.mjs']): Source[] {
  return folders
    .flatMap((folder) => (folder.includes('.') ? [folder] : readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => posix.join(folder, name.replaceAll('\\', '/')))))
    .filter((path) => extensions.some((extension) => path.endsWith(extension)) && !path.startsWith(APART) && !path.includes('node_modules/'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Everything that a file imports: static, dynamic and type imports, exports from elsewhere, scripts of an `.astro` file. */
export function importsOf({ path, text }: Source): string[] {
  if (!path.endsWith('.astro')) return importsInCode(text);
  const [, front = '', template = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text) ?? [undefined, '', text];
  const scripts = [...template.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
  const named = scripts.flatMap(([, attributes]) => /\ssrc="([^"]+)"/.exec(attributes!)?.[1] ?? []);
  const inTemplate = [...template.matchAll(/\bimport\(\s*(['"`])(.*?)\1/g)].map(([, , name]) => name!);
  return [...importsInCode(front), ...scripts.flatMap(([, , code]) => importsInCode(code!)), ...named, ...inTemplate];
}

function importsInCode(code: string): string[] {
  const literal = ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
  // A computed name could lead anywhere; rings that are checked must not have one.
  const computed = [...code.matchAll(/\bimport\(\s*(?!['"`\s])/g)].map(() => 'a computed name');
  return [...literal, ...computed];
}

/** Imports that the table does not allow, each as a sentence. */
export function straysIn(sources: readonly Source[], packages: readonly string[]): string[] {
  return sources.flatMap((source) => importsOf(source).filter((name) => !allowed(source.path, name, packages)).map((name) => `${source.path} may not import ${name}`));
}

function allowed(path: string, name: string, packages: readonly string[]): boolean {
  const ring = Object.keys(RINGS).filter((row) => below(path, row)).sort((a, b) => b.length - a.length)[0];
  if (!ring) return false;
  const rows = RINGS[ring]!;
  // The built server and the search index have names that only a build knows.
  if (name === 'a computed name') return ['integrations', 'src/islands'].includes(ring);
  if (name.startsWith('.')) {
    const target = posix.join(posix.dirname(path), name.replace(/\?.*$/, ''));
    if (ring === 'src') return below(target, 'src');
    return below(target, ring) || rows.some((row) => below(target, row));
  }
  if (name.startsWith('node:') || builtinModules.includes(name)) return rows.includes('node:');
  const packageName = name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');
  // Parts of Astro are named one by one.
  return rows.includes(name) || (packageName !== 'astro' && rows.includes(packageName)) || (rows.includes('*') && packages.includes(packageName));
}

/** Names of the packages that package.json asks for. */
export function packagesOf(root: string, group: 'dependencies' | 'devDependencies'): string[] {
  const settings = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
  return Object.keys(settings[group] ?? {});
}

/** The text of a file at the project's root, empty when it is missing. */
export function rootFile(root: string, name: string): string {
  return existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : '';
}

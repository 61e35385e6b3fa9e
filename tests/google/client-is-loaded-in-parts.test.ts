import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importsOf, sourcesOf } from '../rings.ts';

const code = sourcesOf(fileURLToPath(new URL('../../', import.meta.url)), ['.ts', '.tsx', '.astro', '.mjs']);

test('Google’s client is never loaded as a whole, which takes a second and 100 MB', () => {
  const users = code.flatMap((source) => importsOf(source).filter((name) => /^googleapis/.test(name)).map((name) => ({ path: source.path, name })));
  expect(users.length).toBeGreaterThan(3);
  expect(users.filter(({ name }) => !/^googleapis\/build\/src\/apis\/\w+\/index\.js$/.test(name))).toEqual([]);
});

test('one file alone loads it, and only when it is needed', () => {
  const loads = /import\('googleapis|^import (?!type)[^\n]*'googleapis/m;
  expect(code.filter(({ text }) => loads.test(text)).map(({ path }) => path)).toEqual(['integrations/google/google-client.ts']);
  expect(code.filter(({ text }) => /^import (?!type)[^\n]*'googleapis/m.test(text))).toEqual([]);
});

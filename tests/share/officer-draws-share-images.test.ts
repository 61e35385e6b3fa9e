import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { share } from '../../integrations/commands/share.ts';
import { run } from '../../integrations/commands/run.ts';

let out: string;
const said: string[] = [];
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'rostrum-share-'));
  said.length = 0;
  for (const stream of ['log', 'error'] as const) vi.spyOn(console, stream).mockImplementation((line: string) => void said.push(line));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(out, { recursive: true });
});
const STORY = 'press/family-reunification-within-the-term';

test('an officer gets the pictures of a story, in the languages and sizes that she asks for', async () => {
  expect(await share([STORY, '--lang', 'nl,ar', '--size', '1200x630,1080x1350', '--only', 'story', '--out', out])).toBe(0);
  expect((await readdir(out)).sort()).toEqual(['ar-1080x1350', 'ar-1200x630', 'nl-1080x1350', 'nl-1200x630'].map((end) => `family-reunification-within-the-term-${end}.jpg`));
  const { width, height } = await sharp(await readFile(join(out, 'family-reunification-within-the-term-ar-1080x1350.jpg'))).metadata();
  expect([width, height]).toEqual([1080, 1350]);
  expect(said.join('\n')).toContain('Persbericht. Havenlicht vraagt beslissing over gezinshereniging binnen de wettelijke termijn.');
});

test('she gets the quotes and the poster of a story, as files with names that tell what they are', async () => {
  expect(await share([STORY, '--lang', 'nl', '--only', 'quote,poster', '--out', out])).toBe(0);
  const quotes = [1, 2].flatMap((quote) => ['1080x1080', '1080x1350'].map((size) => `family-reunification-within-the-term-quote-${quote}-nl-${size}.png`));
  expect((await readdir(out)).sort()).toEqual(['family-reunification-within-the-term-nl-poster.pdf', ...quotes]);
});

test('she learns that a story has no figure', async () => {
  expect(await run(['share', STORY, '--only', 'figure'])).toBe(2);
  expect(said.join('\n')).toContain('This story has nothing to draw as figure.');
});

test('she is warned that a story is not public yet', async () => {
  expect(await share(['press/embargo-sample-report', '--lang', 'nl', '--size', '1200x630', '--only', 'story', '--out', out])).toBe(0);
  expect(said[0]).toBe('content/press/embargo-sample-report/index.nl.md is not public yet. Share nothing of it before it is.');
});

test('she is told of a story that is kept from some networks, before she passes its pictures on', async () => {
  const root = join(out, 'project');
  for (const part of ['content', 'public', 'src/share', 'package.json']) await cp(fileURLToPath(new URL(`../../${part}`, import.meta.url)), join(root, part), { recursive: true });
  for (const lang of ['nl', 'ar', 'en', 'tr', 'uk', 'fa', 'ti']) {
    const file = join(root, `content/${STORY}/index.${lang}.md`);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text) await writeFile(file, text.replace('---\n', '---\nchannels: [whatsapp, email]\n'));
  }
  expect(await share([STORY, '--lang', 'nl', '--size', '1200x630', '--only', 'story', '--out', join(out, 'pictures')], root)).toBe(0);
  expect(said[0]).toBe(`content/${STORY}/index.nl.md is kept from some networks for somebody’s safety. Share it by WhatsApp, E-mail alone.`);
});

test.each([
  [[], 'Say which story, like press/free-internet.'],
  [['press/family-reunification-within-the-tem'], `There is no story “press/family-reunification-within-the-tem” in content/; did you mean ${STORY}?`],
  [['songs/x'], 'There is no story “songs/x” in content/. Write its folder, like press/free-internet;'],
  [[STORY, '--size', '1x1'], '--size is “1x1”; there are: 1200x630, 1600x900, 1280x720, 1080x1080, 1080x1350, 1080x1920.'],
  [[STORY, '--lang', 'xx'], '--lang is “xx”; there are: ar, en, nl, tr, uk.'],
  [[STORY, '--theme', 'blue'], '--theme is “blue”; there are: light, dark.'],
  [[STORY, '--only', 'song'], '--only is “song”; there are: story, quote, figure, poster.'],
  [[STORY, '--colour', 'blue'], 'There is no option “--colour” here.'],
])('she learns in a sentence what was wrong: %j', async (args, sentence) => {
  expect(await run(['share', ...args])).toBe(2);
  expect(said.join('\n')).toContain(sentence);
});

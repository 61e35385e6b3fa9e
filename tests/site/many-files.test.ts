import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundNewsroom, pressFile } from '../own-newsroom.ts';
import { copyProject, NOW, type ProjectCopy } from '../workbench.ts';

let copy: ProjectCopy;
beforeAll(async () => {
  copy = await copyProject({ content: 'none' });
  await foundNewsroom(copy);
});
afterAll(() => copy.discard());

test('A newsroom of ten thousand files is read in half a gigabyte of memory', async () => {
  const story = pressFile({}, 'A paragraph of some length, so that it is no empty file.\n\n'.repeat(10));
  for (let folder = 0; folder < 5000; folder += 100) {
    await Promise.all(Array.from({ length: 100 }, async (_, index) => {
      await copy.write(`content/press/story-${folder + index}/index.nl.md`, story);
      await copy.write(`content/press/story-${folder + index}/index.en.md`, story.replace('place:', 'translation: { origin: machine }\nplace:'));
    }));
  }
  const program = `
    import { readEdition } from './integrations/files/edition.ts';
    import { site } from './src/site.ts';
    const { versions, faults } = await readEdition({ root: process.cwd(), site, now: '${new Date(NOW).toISOString()}' });
    console.log(JSON.stringify({ versions: versions.length, faults: faults.length }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=512', '--input-type=module', '--eval', program], { cwd: copy.root });
  expect(JSON.parse(stdout)).toEqual({ versions: 10_004, faults: 0 });
});

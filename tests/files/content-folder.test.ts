import { expect, test } from 'vitest';
import { readText, unreadable } from '../../integrations/files/content-folder.ts';
import type { Fault } from '../../src/domain/fault.ts';
import { folder, told } from '../desk.ts';

test('a file that vanishes between listing and reading is told in a sentence', async () => {
  const faults: Fault[] = [];
  expect(await readText(await folder(), 'content/press/x/index.nl.md', faults)).toBeUndefined();
  expect(told(faults)).toBe('content/press/x/index.nl.md\n  The file went away while it was being read. Build again, or bring it back.');
});

test.each([
  ['EACCES', 'This computer does not let us read it. Allow it: chmod -R u+rX content/press'],
  ['EIO', 'It cannot be read (EIO). Copy it here again from where it came.'],
])('so is what the system refuses with %s', (code, sentence) => {
  expect(told([unreadable('content/press', Object.assign(new Error(code), { code }))])).toBe(`content/press\n  ${sentence}`);
});

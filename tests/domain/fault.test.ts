import { expect, test } from 'vitest';
import { describeFault, nearest, sortFaults, type Fault } from '../../src/domain/fault.ts';

const fault = (own: Partial<Fault>): Fault => ({ file: 'content/press/a/index.nl.md', stops: 'story', wrong: 'This is empty.', remedy: 'Write a text.', ...own });

test('a fault names file, line and field, then says what is wrong and what to do', () => {
  expect(describeFault(fault({ line: 5, field: 'claim.date' }))).toBe('content/press/a/index.nl.md, line 5, claim.date\n  This is empty. Write a text.');
});

test('a fault of a whole file names the file alone', () => {
  expect(describeFault(fault({}))).toBe('content/press/a/index.nl.md\n  This is empty. Write a text.');
});

test('faults come by file and by line, and the list that was given stays as it was', () => {
  const given = [fault({ file: 'b', line: 10 }), fault({ file: 'b', line: 9 }), fault({ file: 'a', line: 20 }), fault({ file: 'b' })];
  expect(sortFaults(given).map(({ file, line }) => `${file} ${line ?? '-'}`)).toEqual(['a 20', 'b -', 'b 9', 'b 10']);
  expect(given[0]!.line).toBe(10);
});

test.each([
  ['sumary', 'summary'],
  ['Title', 'title'],
  ['titel', 'title'],
  ['publish', 'published'],
  ['topic', 'topics'],
  ['place', 'place'],
])('“%s” means “%s”', (typed, meant) => expect(nearest(typed, ['title', 'summary', 'published', 'topics', 'place'])).toBe(meant));

test.each(['zzz', 'author', 'ti', '', 'x'.repeat(5000)])('“%s” means nothing that we know', (typed) => expect(nearest(typed, ['title', 'summary', 'published'])).toBeUndefined());

test('without choices there is nothing to mean', () => expect(nearest('title', [])).toBeUndefined());

import { describe, expect, test } from 'vitest';
import { decode, readStoryFile, readYaml } from '../../integrations/files/written-file.ts';
import { fieldsOf, proofread, told, written } from '../desk.ts';

const STORY = written(fieldsOf('press'), 'Één tekst.\n\nTweede alinea.\n');
const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

describe('a file that another editor saved', () => {
  test('with a byte order mark reads as without', async () => {
    const [plain, marked] = await Promise.all([proofread('press', STORY), proofread('press', `\uFEFF${STORY}`)]);
    expect(marked.told).toBe('');
    expect(marked.draft!.version).toEqual(plain.draft!.version);
  });

  test.each([['of Windows', '\r\n'], ['of old Macs', '\r']])('with the line ends %s reads as any other', async (_, end) => {
    const [plain, other] = await Promise.all([proofread('press', STORY), proofread('press', STORY.replaceAll('\n', end))]);
    expect(other.told).toBe('');
    expect(other.draft!.version).toEqual(plain.draft!.version);
  });

  test('with Windows line ends names the same lines', async () => {
    const faulty = written(fieldsOf('press', ['2026-11-17T09:00:00+01:00', 'gisteren']), 'Een.\n\n<b>\n');
    const { faults } = await proofread('press', faulty.replaceAll('\n', '\r\n'));
    expect(faults.map(({ line }) => line)).toEqual([4]);
  });

  test('in UTF-16 is refused by name', async () => {
    expect((await proofread('press', utf16(STORY))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md
        The file is written in UTF-16. Open it in your editor and save it again as UTF-8."
    `);
  });

  test('in UTF-16 without a mark is refused too', async () => {
    expect((await proofread('press', Buffer.from('---\ntitle: x', 'utf16le'))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 1
        The file holds characters that are no text. Write the text again in a new file."
    `);
  });

  test('in Latin-1 is refused with the line of the first letter that would be lost', async () => {
    expect((await proofread('press', Buffer.from(written(fieldsOf('press'), 'Een.\n\nTweeëntwintig.\n'), 'latin1'))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 9
        The file is not written in UTF-8, so letters such as é or ş would be lost. Open it in your editor and save it again as UTF-8."
    `);
  });

  test('with zeros in it is refused with their line', async () => {
    expect((await proofread('press', STORY.replace('Tweede', 'Twee\0de'))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 9
        The file holds characters that are no text. Write the text again in a new file."
    `);
  });

  test('cut off in the middle of a letter is refused', () => {
    expect(decode('x.md', Buffer.from('---\né').subarray(0, -1))).toMatchObject({ line: 2, wrong: expect.stringContaining('not written in UTF-8') });
  });

  test('and is empty says so', async () => {
    expect((await proofread('press', '')).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 1
        The fields at the top are missing. Begin the file with a line ---, then the fields, then again a line ---. “npm run new” makes such a file."
    `);
  });
});

describe('a file of 10 MB', () => {
  test('is refused by its size', async () => {
    expect((await proofread('press', Buffer.alloc(10_000_000, 'a'))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md
        The file has 10.0 MB; a text may have 1 MB. Perhaps a picture was pasted into it: take it out and put the picture into content/media."
    `);
  });

  test('is not looked at any further', () => {
    const bytes = new Proxy(new Uint8Array(10_000_000), {
      get: (target, key) => {
        if (key !== 'length') throw new Error(`The file was read: ${String(key)}`);
        return target.length;
      },
    });
    expect(decode('x.md', bytes)).toMatchObject({ stops: 'story', wrong: 'The file has 10.0 MB; a text may have 1 MB.' });
  });

  test('may have one byte less than one too many', () => {
    expect(decode('x.md', Buffer.alloc(1_000_000, 'a'))).toHaveLength(1_000_000);
    expect(decode('x.md', Buffer.alloc(1_000_001, 'a'))).toMatchObject({ stops: 'story' });
  });
});

describe('the fields at the top', () => {
  const read = (text: string) => {
    const result = readStoryFile('x.md', text);
    return Array.isArray(result) ? told(result) : result;
  };

  test('end at the first line of three hyphens; a later one belongs to the text', () => {
    expect(read('---\ntitle: x\n---\nEen.\n\n---\n\nTwee.\n')).toMatchObject({ fields: { title: 'x' }, body: 'Een.\n\n---\n\nTwee.\n', bodyLine: 4 });
  });

  test('may have blanks after the hyphens, and hyphens in a value', () => {
    expect(read('--- \ntitle: a --- b\n---\t\nEen.')).toMatchObject({ fields: { title: 'a --- b' }, body: 'Een.' });
  });

  test('may be empty', () => expect(read('---\n---\nEen.')).toMatchObject({ fields: {}, body: 'Een.' }));

  test('are lists and groups whose lines are known', () => {
    const file = readStoryFile('x.md', '---\ntitle: x\nclaim:\n  text: y\n  by: z\nevidence:\n  - title: a\n    url: b\n  - title: c\n---\n');
    if (Array.isArray(file)) throw new Error('The fields were refused.');
    expect([['title'], ['claim', 'by'], ['evidence', 0, 'url'], ['evidence', 1, 'title'], ['evidence', 1, 'url'], ['claim', 'date'], ['nothing']].map((path) => file.lineOf(path))).toEqual([2, 5, 8, 9, 9, 3, undefined]);
  });

  const BEGIN = 'Begin the file with a line ---, then the fields, then again a line ---. “npm run new” makes such a file.';
  const QUOTE = 'Put the whole text after the colon in “straight” quotation marks: "…".';
  const UNREADABLE = `We cannot read the fields here: a colon, a quotation mark or the number of spaces at the beginning is not right. ${QUOTE}`;

  test.each([
    ['missing', 'Een tekst.\n', 1, `The fields at the top are missing. ${BEGIN}`],
    ['after an empty line', '\n---\ntitle: x\n---\n', 1, `The fields at the top are missing. ${BEGIN}`],
    ['without an end', '---\ntitle: x\n\nEen tekst.\n', 1, `The fields at the top have no end. ${BEGIN}`],
    ['begun by a tab', '---\nclaim:\n\ttext: x\n---\n', 3, 'The line begins with a tab. Begin it with spaces.'],
    ['with a field twice', '---\ntitle: x\nsummary: y\ntitle: z\n---\n', 4, 'The same field stands here twice. Keep one of them.'],
    ['with an open quotation mark', '---\ntitle: "x\nsummary: y\n---\n', 3, UNREADABLE],
    ['with a colon in the text', '---\ntitle: Lezing: vier vragen\n---\n', 2, UNREADABLE],
    ['with text after a quotation mark', '---\ntitle: "Vier" vragen\n---\n', 2, UNREADABLE],
    ['with too few blanks', '---\nclaim:\n  text: x\n by: y\n---\n', 4, UNREADABLE],
    ['with a line that is no field', '---\ntitle: x\nzomaar\n---\n', 3, UNREADABLE],
    ['with an at sign at the beginning', '---\ntitle: @havenlicht\n---\n', 2, `We cannot read the fields here (Plain value cannot start with reserved character @). ${QUOTE}`],
  ])('are refused when %s', (_, text, line, sentences) => expect(read(text)).toBe(`x.md, line ${line}\n  ${sentences}`));

  test('with a reference are refused, before it can grow', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...[...'bcdefghi'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]}, `.repeat(9)}]`)].join('\n');
    const started = performance.now();
    expect(told(readYaml('x.yml', bomb) as never)).toMatchInlineSnapshot(`
      "x.yml
        The fields use & and * references. Write the value out in full, or put it in quotation marks."
    `);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('with brackets inside each other without end are refused, in few sentences', () => {
    for (const bomb of ['[', '{a: ', '- ', '? ']) {
      const faults = readYaml('x.yml', `a:\n  ${bomb.repeat(20_000)}`);
      expect(Array.isArray(faults) && faults.length > 0 && faults.length <= 10).toBe(true);
    }
  });

  test('never reach what a program is built on', () => {
    const file = readYaml('x.yml', '__proto__: { draft: false }\nconstructor: x\n');
    expect(Array.isArray(file)).toBe(false);
    expect(({} as { draft?: boolean }).draft).toBeUndefined();
  });
});

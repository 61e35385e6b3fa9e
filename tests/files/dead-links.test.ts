import { expect, test } from 'vitest';
import { readEdition } from '../../integrations/files/edition.ts';
import { fieldsOf, folder, told, written } from '../desk.ts';
import { NOW, organisation } from '../specimens.ts';

const story = (slug: string, link: string, title = 'Gratis internet') => ({ [`content/press/${slug}/index.nl.md`]: written(fieldsOf('press', ['Gratis internet', title]), `[dit](${link})\n`) });
const read = async (files: Record<string, string>) => readEdition({ root: await folder(files), site: organisation, now: NOW });

test('a link to a story that was left out names the file in which the trouble began', async () => {
  const { faults } = await read({ ...story('a', '/nl/press/b/'), ...story('b', '/nl/press/c/'), ...story('c', '#', '2026') });
  expect(told(faults)).toBe(`content/press/a/index.nl.md, line 7
  The link to “/nl/press/b/” leads to a text that is left out for now. Mend content/press/c/index.nl.md first (it is in this list).
content/press/b/index.nl.md, line 7
  The link to “/nl/press/c/” leads to a text that is left out for now. Mend content/press/c/index.nl.md first (it is in this list).
content/press/c/index.nl.md, line 2, title
  This needs a text, not “2026”. Put it in “straight” quotation marks: "…".`);
});

test('a chain of a thousand stories of which the last leads nowhere falls in seconds', async () => {
  const files = Object.assign({}, ...Array.from({ length: 1000 }, (_, index) => story(`s${index}`, `/nl/press/s${index + 1}/`)));
  const root = await folder(files);
  const started = performance.now();
  const { versions, leftOut } = await readEdition({ root, site: organisation, now: NOW });
  expect([versions.length, leftOut.length]).toEqual([0, 1000]);
  expect(performance.now() - started).toBeLessThan(6000);
});

test('a story stays while one of its languages does', async () => {
  const english = { 'content/press/b/index.en.md': written(fieldsOf('press', ['place:', 'translation: { origin: human }\nplace:']), '[this](/nl/press/nothing/)\n') };
  const { versions } = await read({ ...story('a', '/en/press/b/'), ...story('b', '#'), ...english });
  expect(versions.map(({ file }) => file).sort()).toEqual(['content/press/a/index.nl.md', 'content/press/b/index.nl.md']);
});

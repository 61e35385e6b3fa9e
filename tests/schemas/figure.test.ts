import { expect, test } from 'vitest';
import { fieldsOf, proofread, written } from '../desk.ts';

const figure = (...lines: string[]) => `\nfigure:\n${lines.map((line) => `  ${line}\n`).join('')}`;
const read = (kind: 'press' | 'fact-check', ...lines: string[]) => proofread(kind, written(fieldsOf(kind) + figure(...lines)));
const SOUND = ['value: "3,2 miljoen"', 'label: mensen telde Türkiye in 2023.', 'source: UNHCR, 2023'];

test('a release and a fact check may have a figure, with bars or without', async () => {
  for (const kind of ['press', 'fact-check'] as const) {
    expect((await read(kind, ...SOUND)).told).toBe('');
    const { draft, told } = await read(kind, ...SOUND, 'values: [230000, 3200000]', 'from: Nederland', 'to: Türkiye');
    expect(told).toBe('');
    expect(draft!.version).toMatchObject({ figure: { value: '3,2 miljoen', values: [230000, 3200000], from: 'Nederland' } });
  }
});

test.each([
  ['a number without its source', ['value: "3"', 'label: mensen.'], 'figure.source\n  This field is missing. Add it; it needs a text.'],
  ['a number that was read as one', ['value: 44.000', 'label: mensen.', 'source: Wij'], 'figure.value\n  This needs a text, not “44”. Put it in “straight” quotation marks: "…".'],
  ['words in the place of a number', ['value: heel veel', 'label: mensen.', 'source: Wij'], 'figure.value\n  “heel veel” holds no number. Write the number as readers of this language know it, like 3.2 million.'],
  ['bars that nobody could read', [...SOUND, 'values: [1, 2]', 'to: "2023"'], 'figure.from\n  Nobody could tell what the first bar stands for. Add “from:” with a year, a month or a name.'],
  ['words for bars that are not there', [...SOUND, 'from: "2022"'], 'figure.values\n  These are words for bars, and there are no bars. Add “values:” with the numbers, or take “from” and “to” out.'],
  ['a single bar', [...SOUND, 'values: [1]', 'from: "2022"', 'to: "2023"'], 'figure.values\n  There is too little here. At least 2 must be listed.'],
  ['bars without height', [...SOUND, 'values: [0, 0]', 'from: "2022"', 'to: "2023"'], 'figure.values\n  All bars would have the height 0. Take “values” out, or write the numbers.'],
  ['a bar below nothing', [...SOUND, 'values: [-1, 2]', 'from: "2022"', 'to: "2023"'], 'figure.values.1\n  There is too little here. At least 0 is needed.'],
])('%s is told in a sentence', async (_, lines, sentence) => {
  expect((await read('press', ...lines)).told).toContain(sentence);
});

test('the label of a fact check’s figure must not repeat the claim, since it goes round on a picture of its own', async () => {
  expect((await read('fact-check', 'value: "1"', 'label: land noemde de onderzoeker zelf.', 'source: Wij')).told).toBe('');
  expect((await read('fact-check', 'value: "1"', 'label: Alle vluchtelingen komen uit één land', 'source: Wij')).told).toContain('figure.label\n  The label repeats the claim, and would go round on a picture of its own. Say what the number counts.');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadData } from '../../integrations/google/load-data.ts';
import { asksQuestions, readPublicPage } from '../../integrations/google/public-page.ts';

/** A page as Google writes it, with the fields in its data. */
const page = (fields: unknown[], { email = 1, confirmation = 'Thank you', more = '' } = {}) => {
  const about: unknown[] = ['', fields, [confirmation, 1, 0, 1, 0], null, null, null, null, null, 'A form', 73, [null, null, null, 2, null, null, email]];
  const data = JSON.stringify([null, about, '/forms', 'A file', null, null, null, '', null, 0, 0, null, '', 0, 'e/1FAIpQLSabcdefghij', 0]);
  return `<!DOCTYPE html><html><head><script>var x = 1;</script></head><body>${more}<script type="text/javascript" nonce="x">var FB_PUBLIC_LOAD_DATA_ = ${data};</script></body></html>`;
};
const question = (kind: number, title: string, entry: number, { options = null, required = 0 }: { options?: unknown; required?: number } = {}) => [entry + 1, title, null, kind, [[entry, options, required]]];

describe('the page of a public form is read', () => {
  test('with every kind of question', () => {
    const options = [['Yes', null, null, null, 0], ['No', null, null, null, 0]];
    const read = readPublicPage(page([
      question(0, 'Short', 101, { required: 1 }), question(1, 'Long', 102), question(2, 'Radio', 103, { options }), question(3, 'List', 104, { options }), question(4, 'Boxes', 105, { options }),
      question(5, 'Scale', 106, { options: [['1'], ['2']] }), [7, 'A heading', 'text', 6, null], [8, 'Grid', null, 7, [[107, options, 1, ['Row one']], [108, options, 0, ['Row two']]]],
      [9, 'Page two', null, 8, null], question(9, 'Day', 109), question(10, 'Hour', 110), [11, null, null, 11, null, null, ['image', 0, [1, 2, 0]]], [12, null, null, 12, null, null, ['video', 0, [1, 2, 0], 'id']],
      question(13, 'File', 111), question(18, 'Stars', 112), question(99, 'From the future', 113),
    ], { email: 3, confirmation: 'Dank u. OK-7f3a' }))!;
    expect(read.questions.map(({ entry, kind, required, page: section }) => `${entry} ${kind}${required ? ' required' : ''} ${section}`)).toEqual([
      '101 short required 1', '102 paragraph 1', '103 radio 1', '104 dropdown 1', '105 checkbox 1', '106 scale 1', '107 grid required 1', '108 grid 1', '109 date 2', '110 time 2', '111 upload 2', '112 rating 2', '113 unknown 2',
    ]);
    expect(read).toMatchObject({ publicId: '1FAIpQLSabcdefghij', title: 'A form', confirmation: 'Dank u. OK-7f3a', email: 'typed', pages: 2, receipts: false });
    expect(read.questions[6]!.row).toBe('Row one');
    expect(read.questions[2]!.options).toEqual(['Yes', 'No']);
  });

  test.each<[string, (html: string) => string]>([
    ['as its source was copied', (html) => html.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')],
    ['with the signs of a script', (html) => html.replace('"Short"', '"Sh\\x6frt"').replace('[null,[', '[,[')],
    ['with other scripts that speak of the same', (html) => html.replace('var x = 1;', 'if (window.FB_PUBLIC_LOAD_DATA_) { f(FB_PUBLIC_LOAD_DATA_[1]); }')],
    ['assigned to the window', (html) => html.replace('var FB_PUBLIC_LOAD_DATA_ = ', 'window["FB_PUBLIC_LOAD_DATA_"]=\n')],
    ['when more follows on the line', (html) => html.replace('</script></body>', ' var y = ["]"]; //</script></body>')],
  ])('%s', (_, change) => {
    expect(readPublicPage(change(page([question(0, 'Short', 101), question(1, 'It’s [a] "trap"; </x>', 102)])))!.questions.map(({ entry, title }) => [entry, title])).toEqual([[101, 'Short'], [102, 'It’s [a] "trap"; </x>']]);
  });

  test('from the attributes of its parts when the script is gone', () => {
    const part = (field: unknown) => `<div data-params="%.@.${JSON.stringify([field, 'i1', 'i2']).slice(1).replace(/"/g, '&quot;')}"></div>`;
    expect(readPublicPage(`<html>${part(question(0, 'Naam', 201, { required: 1 }))}${part(question(1, 'Reactie', 202))}</html>`)!.questions).toMatchObject([{ entry: 201, title: 'Naam', kind: 'short', required: true }, { entry: 202, kind: 'paragraph' }]);
  });

  test('from its fields when nothing else is left', () => {
    expect(readPublicPage('<form><input type="text" required aria-label="Ad ve soyad" name="entry.301"><textarea name="entry.302"></textarea><input name="entry.301"></form>')!.questions).toMatchObject([{ entry: 301, title: 'Ad ve soyad', required: true }, { entry: 302, kind: 'paragraph' }]);
  });

  test.each(['', '<html></html>', 'FB_PUBLIC_LOAD_DATA_ = [', 'FB_PUBLIC_LOAD_DATA_ = [[]', 'FB_PUBLIC_LOAD_DATA_ = {"a": 1}', `FB_PUBLIC_LOAD_DATA_ = ${'['.repeat(100_000)}`, 'FB_PUBLIC_LOAD_DATA_ = [null,[null,"no list"]];', 'FB_PUBLIC_LOAD_DATA_ = [null,[null,[[1,"x",null,0,[["not a number",null,1]]]]]];'])('and nothing is found in %.60s', (html) => {
    expect(readPublicPage(html)).toBeUndefined();
  });

  test('whatever stands in it: no page makes the reader fail', () => {
    const json = fc.jsonValue({ maxDepth: 6 });
    fc.assert(fc.property(fc.oneof(fc.string(), json.map((value) => `var FB_PUBLIC_LOAD_DATA_ = ${JSON.stringify(value)};`), json.map((value) => `FB_PUBLIC_LOAD_DATA_ = ${JSON.stringify([null, [null, value, value, null, null, null, null, null, value, null, value]])};`)), (html) => {
      const read = readPublicPage(html);
      expect(read === undefined || read.questions.length > 0).toBe(true);
      expect(typeof asksQuestions(html)).toBe('boolean');
    }), { numRuns: 500 });
  });

  test('wherever a page is cut off', () => {
    const whole = page([question(0, 'Short', 101), question(2, 'Radio', 103, { options: [['a'], ['b']] })], { more: '<input name="entry.101">' });
    fc.assert(fc.property(fc.nat(whole.length), (end) => {
      readPublicPage(whole.slice(0, end));
      loadData(whole.slice(end));
    }));
  });

  test('also when somebody means harm: nothing makes it work without end', () => {
    const hostile = ['FB_PUBLIC_LOAD_DATA_ = ["'.repeat(40_000), '<input '.repeat(100_000), 'data-params="'.repeat(50_000), `<form${' '.repeat(300_000)}`, '&#x1'.repeat(100_000), `FB_PUBLIC_LOAD_DATA_ = [${'"\\'.repeat(200_000)}`];
    expect(hostile.map(asksQuestions)).toEqual(hostile.map(() => false));
  });

  test('with a thousand questions', () => {
    expect(readPublicPage(page(Array.from({ length: 1000 }, (_, number) => question(number % 5, `Question ${number}`, 1000 + number))))!.questions).toHaveLength(1000);
  });
});

describe('a page still asks something', () => {
  test.each<[string, string, boolean]>([
    ['the form', page([question(0, 'Name', 101)]), true], ['a field alone', '<input name="entry.5">', true], ['a form without fields that we know', '<form method="post" action="/forms/d/e/1/formResponse">', true],
    ['a confirmation', '<div>Thank you. OK-7f3a</div><a href="viewform?usp=form_confirm">Submit another response</a>', false], ['a confirmation with its data', page([], { confirmation: 'OK-7f3a' }), false],
  ])('%s', (_, html, asks) => {
    expect(asksQuestions(html)).toBe(asks);
  });
});

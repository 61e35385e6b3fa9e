import { describe, expect, test } from 'vitest';
import { renderText } from '../../integrations/files/markdown.ts';

const render = (markdown: string, line = 1) => renderText(markdown, { file: 'content/press/x/index.nl.md', line, figure: (name, alt) => (name === 'gone.jpg' ? undefined : `<figure data-name="${name}" data-alt="${alt}"></figure>`) });

describe('what staff write becomes what readers see', () => {
  test.each([
    ['a paragraph', 'Een *woord* en **nog een**.', '<p>Een <em>woord</em> en <strong>nog een</strong>.</p>'],
    ['a first-level heading, which the page has already', '# Kop', '<h2>Kop</h2>'],
    ['deeper headings', '## Twee\n\n### Drie', '<h2>Twee</h2>\n<h3>Drie</h3>'],
    ['a link', '[site](https://example.org/a?b=1&c=2)', '<p><a href="https://example.org/a?b=1&amp;c=2">site</a></p>'],
    ['a link on this site', '[petitie](/nl/press/petitie/#kop)', '<p><a href="/nl/press/petitie/#kop">petitie</a></p>'],
    ['a link with signs in it that nobody sees', '[site](https://exam\u200Bple.org/&#x202E;a)', '<p><a href="https://example.org/a">site</a></p>'],
    ['mail and telephone', '<pers@example.org> [bel](tel:+31850000012)', '<p><a href="mailto:pers@example.org">pers@example.org</a> <a href="tel:+31850000012">bel</a></p>'],
    ['a link by reference, without the words that only a mouse shows', '[a][b]\n\n[b]: https://example.org "titel"', '<p><a href="https://example.org">a</a></p>'],
    ['a table without styles of its own', '|a|b|\n|:-|-:|\n|1|2|', '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>'],
    ['a picture on a line of its own', '![Een kraam](stall.jpg)', '<figure data-name="stall.jpg" data-alt="Een kraam"></figure>'],
    ['a picture that may not be shown any more', 'Voor.\n\n![](gone.jpg)\n\nNa.', '<p>Voor.</p>\n<p>Na.</p>'],
    ['letters of every script', 'İstanbul é ş العربية ትግርኛ 😀', '<p>İstanbul é ş العربية ትግርኛ 😀</p>'],
    ['signs that mean something in HTML', '1 < 2 & 3 > 2', '<p>1 &lt; 2 &amp; 3 &gt; 2</p>'],
    ['what looks like fields', '---\ntitle: x\n---', '<hr>\n<h2>title: x</h2>'],
    ['nothing', '', ''],
  ])('%s', (_, markdown, html) => {
    const rendered = render(markdown);
    expect(rendered.html.trim().replace(/\n\n+/g, '\n')).toBe(html);
    expect(rendered.faults).toEqual([]);
  });
});

describe('what a text points to is known by line', () => {
  test('links, in the order of the text, from the line on which the text begins', () => {
    const { links } = render('[a](/nl/a/)\n\nTwee [b](https://b.example)\nen [c](#kop).\n\n[d]\n\n[d]: /nl/d/', 12);
    expect(links.map(({ url, line }) => `${line} ${url}`).sort()).toEqual(['12 /nl/a/', '14 https://b.example', '15 #kop', '19 /nl/d/']);
  });

  test('pictures', () => {
    expect(render('Een.\n\n![](a.jpg)\n\n- x\n- y\n\n![b](b.webp)', 8).pictures).toEqual([{ name: 'a.jpg', line: 10 }, { name: 'b.webp', line: 15 }]);
  });

  test('and what was taken out', () => {
    expect(render('Een.\n\n<b>x</b>\n\n[y](javascript:1)', 8).faults.map(({ line, stops }) => `${line} ${stops}`)).toEqual(['10 nothing', '10 nothing', '12 nothing']);
  });
});

describe('hidden characters', () => {
  test.each([['\u0001', 'There is a hidden control character.'], ['\uFFFE', 'There is a hidden control character.'], ['\u202E', 'There is a hidden character that turns the reading direction.']])('are refused with their line: %j', (sign, wrong) => {
    expect(render(`Een.\n\nTw${sign}ee.`, 8).faults).toMatchObject([{ line: 10, stops: 'story', wrong }]);
  });

  test('are dropped when they come as entities, so that every feed stays well-formed', () => {
    const { html, text, faults } = render('a&#1;b&#x0B;c&#x1F;d&#xFFFE;e&#x202E;f &#127; `g&#1;h` [i&#2;](/nl/)\n\n| j&#3; |\n|-|\n| k&#x202A; |');
    expect(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF\u202A-\u202E]/.test(html + text)).toBe(false);
    expect(faults).toEqual([]);
  });
});

describe('a link that cannot be', () => {
  test('becomes its plain words', () => {
    expect(render('Zie [*dit* daar](javascript:1), [a][b].\n\n[b]: data:x').html).toBe('<p>Zie <em>dit</em> daar, a.</p>\n');
  });

  test.each([
    ['posters/', 'Write it like /nl/press/posters/ for a text of ours'], ['../posters/index.nl.md', 'Write it like /nl/press/posters/ for a text of ours'], ['www.example.nl', 'Write it like https://www.example.nl'],
    ['example.org/a', 'Write it like https://example.org/a'], ['pers@example.nl', 'Write it like mailto:pers@example.nl'],
  ])('and without a beginning holds the story up: %s', (address, remedy) => {
    const { faults } = render(`Een.\n\n[x](${address})`, 8);
    expect(faults).toMatchObject([{ line: 10, stops: 'story', wrong: `The link to “${address}” does not say where it begins.` }]);
    expect(faults[0]!.remedy).toContain(remedy);
  });
});

describe('footnotes', () => {
  const draw = (markdown: string, prefix?: string) => renderText(markdown, { file: 'x', line: 1, figure: () => undefined, footnotes: { label: 'Voetnoten', back: '↩' }, ...(prefix && { prefix }) });

  test('have names of their own in every text of a page', () => {
    const names = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    const [body, note] = [draw('a[^1]\n\n[^1]: b').html, draw('a[^1]\n\n[^1]: b', 'notes-0-').html];
    expect(names(body).length).toBeGreaterThan(2);
    expect(names(body).filter((id) => names(note).includes(id))).toEqual([]);
    expect(body).toContain('Voetnoten</h2>');
  });

  test('are refused above 200, since one long note would be called back from each', () => {
    expect(draw(`${'x[^1] '.repeat(200)}\n\n[^1]: n`).faults).toEqual([]);
    expect(draw(`${'x[^1] '.repeat(201)}\n\n[^1]: n`)).toMatchObject({ html: '', faults: [{ stops: 'story', wrong: 'There are more than 200 footnotes.' }] });
  });
});

describe('pictures in the wrong place hold the story up', () => {
  test.each([
    ['in a sentence', 'Zie ![foto](a.jpg) hier.', 'A picture stands in the middle of a sentence.'],
    ['in a heading', '## ![foto](a.jpg)', 'A picture stands in the middle of a sentence.'],
    ['in a link', '[![foto](a.jpg)](https://example.org)', 'A picture stands in the middle of a sentence.'],
    ['two without an empty line', '![](a.jpg)\n![](b.jpg)', 'A picture stands in the middle of a sentence.'],
    ['by reference', '![foto][a]\n\n[a]: https://example.org/a.jpg', 'A picture is named by reference.'],
    ['of another site', '![](https://example.org/a.jpg)', '“https://example.org/a.jpg” is not the name of a picture.'],
    ['inside the text', '![](data:image/png;base64,AAAA)', '“data:image/png;base64,AAAA” is not the name of a picture.'],
    ['in a folder', '![](../../public/a.jpg)', '“../../public/a.jpg” is not the name of a picture.'],
    ['as a drawing', '![](a.svg)', '“a.svg” is not the name of a picture.'],
    ['in capitals', '![](A.JPG)', '“A.JPG” is not the name of a picture.'],
  ])('%s', (_, markdown, wrong) => {
    const { faults, html } = render(markdown);
    expect(faults.filter(({ stops }) => stops === 'story').map((fault) => fault.wrong)).toContain(wrong);
    expect(html).not.toMatch(/<img|<figure/);
  });
});

describe('a text that would take minutes', () => {
  test.each([
    ['a thousand quotes inside each other', '>'.repeat(100_000)],
    ['a thousand lists inside each other', '* + '.repeat(20_000)],
    ['numbered lists inside each other', '1. '.repeat(20_000)],
    ['quotes and lists in turn', '> - '.repeat(20_000)],
  ])('is refused with its line: %s', (_, deep) => {
    const { faults, html } = render(`Eerst.\n\n${deep}x`, 10);
    expect(html).toBe('');
    expect(faults).toMatchObject([{ line: 12, stops: 'story', wrong: 'Quotes or lists stand inside each other more than 50 deep.' }]);
  });

  test.each([
    ['open brackets', '['.repeat(100_000)], ['open pictures', '!['.repeat(50_000)], ['emphasis', '*a **a '.repeat(15_000)], ['stars', '*'.repeat(100_000)], ['ampersands', '&'.repeat(100_000)],
    ['backticks', Array.from({ length: 400 }, (_, index) => '`'.repeat(index)).join(' ')], ['half tags', '<a '.repeat(30_000)], ['links inside links', '[a]('.repeat(25_000)], ['table columns', `${'|'.repeat(50_000)}\n${'|-'.repeat(50_000)}|`],
    ['blanks before list signs', `${' \t'.repeat(20_000)}- `.repeat(2)], ['blanks in a program', `    x${' '.repeat(500_000)}x`], ['list signs without a text', '- '.repeat(49)],
  ])('is drawn in time: %s', (_, markdown) => {
    const started = performance.now();
    render(markdown);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('a line of signs that stands between parts of a text is none', () => {
    for (const line of ['-'.repeat(60), '*'.repeat(60), '|-'.repeat(60), '> > > diep']) expect(render(`Een.\n\n${line}\n\nTwee.`).faults).toEqual([]);
  });
});

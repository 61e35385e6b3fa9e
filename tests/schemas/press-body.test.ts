import { describe, expect, test } from 'vitest';
import { fieldsOf, proofread, written } from '../desk.ts';

describe('a mistake in the text of a release', () => {
  test('nothing below the fields', async () => {
    expect((await proofread('press', written(fieldsOf('press'), '\n\n'))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 7
        There is no text below the fields. Write the text below the second line ---."
    `);
  });
  test('a hidden sign that turns the reading direction, with its line', async () => {
    expect((await proofread('press', written(fieldsOf('press'), 'Een regel.\n\nEen \u202Egninekrew.\n'))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 9
        There is a hidden character that turns the reading direction. Delete the words on this line and type them again instead of pasting them."
    `);
  });
  test('a picture in the middle of a sentence', async () => {
    expect((await proofread('press', written(fieldsOf('press'), 'Kijk:\n\nzie ![foto](a.jpg) hier.\n'))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 9
        A picture stands in the middle of a sentence. Put it on a line of its own, with an empty line before and after."
    `);
  });
  test('a picture from another site', async () => {
    expect((await proofread('press', written(fieldsOf('press'), '![](https://tracker.example/a.jpg)\n'))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 7
        “https://tracker.example/a.jpg” is not the name of a picture. Put the picture into content/media and write only its file name, in small letters: ![](street-stall.jpg)."
    `);
  });
  test('a picture that is not there', async () => {
    expect((await proofread('press', written(fieldsOf('press'), 'Eerst.\n\n![](gone.jpg)\n'))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 9
        There is no picture “gone.jpg” in content/media. Put it there, or mend the name."
    `);
  });
  test('quotes inside quotes without end', async () => {
    expect((await proofread('press', written(fieldsOf('press'), 'Eerst.\n\n' + '>'.repeat(60) + ' diep\n'))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 9
        Quotes or lists stand inside each other more than 50 deep. Take the many > or list signs at the beginning of the line out."
    `);
  });
  test('HTML and links that lead nowhere are reported, and hold nothing up', async () => {
    const { draft, told } = await proofread('press', written(fieldsOf('press'), 'Een <b>vet</b> woord.\n\n[klik](javascript:alert(1))\n'));
    expect(draft!.version.html).toBe('<p>Een vet woord.</p>\n<p>klik</p>\n');
    expect(told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 7
        HTML (“<b>”) is not shown. Write it in Markdown, or take it out.
      content/press/x/index.nl.md, line 7
        HTML (“</b>”) is not shown. Write it in Markdown, or take it out.
      content/press/x/index.nl.md, line 9
        The link to “javascript:alert(1)” leads to no web page. Write the whole address, beginning with https://, or an address of this site, beginning with /."
    `);
  });

  test('three mistakes are told in one go', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['Gratis internet', '2026'], ['2026-11-17T09:00:00+01:00', 'gisteren'], ['place: Havenstad', 'plaats: Havenstad'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 2, title
        This needs a text, not “2026”. Put it in “straight” quotation marks: "…".
      content/press/x/index.nl.md, line 4, published
        “gisteren” is not a moment that exists. Write day, time and zone like 2026-11-17T09:00:00+01:00, or 2026-11-17 09:00 for the clock of Europe/Amsterdam.
      content/press/x/index.nl.md, line 1, place
        This field is missing. Add it; it needs a text.
      content/press/x/index.nl.md, line 5, plaats
        “plaats” is not a field. Take the line out, or look the field up in content/README.md."
    `);
  });
});

describe('a release that was taken back', () => {
  test('keeps its title and says why; nothing else of it is left', async () => {
    const fields = fieldsOf('press', ['place:', 'image: a.jpg\nmedia: [a.jpg]\nnotes: [Een noot.]\nwithdrawn: { at: 2026-11-20 09:00, text: Het klopte niet. }\nplace:']);
    const { draft, told } = await proofread('press', written(fields, 'Geheime tekst.\n'), { 'a.jpg': 'removed' });
    expect(told).toBe('');
    expect(JSON.stringify(draft)).not.toMatch(/Geheime|open netwerk|noot|a\.jpg/);
    expect(draft!.version).toMatchObject({ title: 'Gratis internet', summary: 'Het klopte niet.' });
  });
});

import { describe, expect, test } from 'vitest';
import { fieldsOf, proofread, written } from '../desk.ts';

describe('a press release as it should be', () => {
  test('has no faults, and gets its defaults', async () => {
    const { draft, told } = await proofread('press', written(fieldsOf('press')));
    expect(told).toBe('');
    expect(draft!.version).toMatchObject({ kind: 'press', slug: 'x', lang: 'nl', published: '2026-11-17T08:00:00.000Z', contacts: ['press'], topics: [], corrections: [], translation: { origin: 'original' }, draft: false, html: '<p>Een tekst.</p>\n', text: 'Een tekst.' });
  });

  test('may give its moments without a zone, on the clock of the organisation', async () => {
    const { draft } = await proofread('press', written(fieldsOf('press', ['2026-11-17T09:00:00+01:00', '2026-07-17 09:00'])));
    expect(draft!.version.published).toBe('2026-07-17T07:00:00.000Z');
  });
});

describe('a mistake in the fields of a release is told in a sentence', () => {
  test('a field that does not exist, with what was probably meant', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['summary:', 'sumary:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 1, summary
        This field is missing. Add it; it needs a text.
      content/press/x/index.nl.md, line 3, sumary
        “sumary” is not a field. Did you mean “summary”?"
    `);
  });
  test('a field that exists nowhere', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place: Havenstad', 'place: Havenstad\nauthor: Marit'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 6, author
        “author” is not a field. Take the line out, or look the field up in content/README.md."
    `);
  });
  test('a field that is missing', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place: Havenstad', 'topics: [internet]'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 1, place
        This field is missing. Add it; it needs a text."
    `);
  });
  test('a field that was left empty', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['Gratis internet', ''])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 2, title
        This is empty. Write a text after the colon, or take the line out."
    `);
  });
  test('a title of spaces', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['Gratis internet', '"  "'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 2, title
        This is empty. Write a text, or take the line out."
    `);
  });
  test('a number as a title', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['Gratis internet', '2026'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 2, title
        This needs a text, not “2026”. Put it in “straight” quotation marks: "…"."
    `);
  });
  test('yes or no as a title', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['Gratis internet', 'true'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 2, title
        This needs a text, not “true”. Put it in “straight” quotation marks: "…"."
    `);
  });
  test('a list as a title', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['Gratis internet', '[Gratis, internet]'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 2, title
        This needs a text, not a list. Write a text."
    `);
  });
  test('a title that is too long', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['Gratis internet', 'x'.repeat(123)])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 2, title
        This has 123 characters; there is room for 120. Make it 3 characters shorter."
    `);
  });
  test('a title over several lines', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['title: Gratis internet', 'title: |\n  Gratis\n  internet'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 2, title
        This runs over several lines. Write it on one line."
    `);
  });
  test('a date the way it is spoken', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['2026-11-17T09:00:00+01:00', '17-11-2026'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 4, published
        “17-11-2026” is not a moment that exists. Write day, time and zone like 2026-11-17T09:00:00+01:00, or 2026-11-17 09:00 for the clock of Europe/Amsterdam."
    `);
  });
  test('a day without a time', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['2026-11-17T09:00:00+01:00', '2026-11-17'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 4, published
        “2026-11-17” is not a moment that exists. Write day, time and zone like 2026-11-17T09:00:00+01:00, or 2026-11-17 09:00 for the clock of Europe/Amsterdam."
    `);
  });
  test('a day that does not exist', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['2026-11-17T09:00:00+01:00', '2026-02-30T09:00:00+01:00'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 4, published
        “2026-02-30T09:00:00+01:00” is not a moment that exists. Write day, time and zone like 2026-11-17T09:00:00+01:00, or 2026-11-17 09:00 for the clock of Europe/Amsterdam."
    `);
  });
  test('an hour that the clocks skipped', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['2026-11-17T09:00:00+01:00', '2026-03-29 02:30'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 4, published
        “2026-03-29 02:30” is not a moment that exists. Write day, time and zone like 2026-11-17T09:00:00+01:00, or 2026-11-17 09:00 for the clock of Europe/Amsterdam."
    `);
  });
  test('an embargo in a year that cannot be compared', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'embargo: 9999-12-31T23:59:59-01:00\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, embargo
        “9999-12-31T23:59:59-01:00” is not a moment that exists. Write day, time and zone like 2026-11-17T09:00:00+01:00, or 2026-11-17 09:00 for the clock of Europe/Amsterdam."
    `);
  });
  test('a topic that the site does not know', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'topics: [asylum, internet]\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, topics.1
        “asylum” is not known. Choose from topics in content/site.ts: internet, facts."
    `);
  });
  test('topics without a list', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'topics: internet\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, topics
        This needs a list (lines that begin with “- ”), not “internet”. Write a list (lines that begin with “- ”)."
    `);
  });
  test('a contact that the site does not know', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'contacts: [marit]\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, contacts.1
        “marit” is not known. Choose from contacts in content/site.ts: press, petitions."
    `);
  });
  test('a picture by its address', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'image: https://example.org/a.jpg\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, image
        “https://example.org/a.jpg” is not the name of a picture. Write only the file name of a picture in content/media, in small letters, like street-stall.jpg."
    `);
  });
  test('a picture in capitals', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'image: Foto.JPG\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, image
        “Foto.JPG” is not the name of a picture. Write only the file name of a picture in content/media, in small letters, like street-stall.jpg."
    `);
  });
  test('a picture that is not there', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'image: gone.jpg\nmedia: [gone-too.jpg]\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, image
        There is no picture “gone.jpg” in content/media. Put it there, or mend the name.
      content/press/x/index.nl.md, line 6, media.1
        There is no picture “gone-too.jpg” in content/media. Put it there, or mend the name."
    `);
  });
  test('a picture whose own record is faulty', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'image: a.jpg\nplace:'])), { 'a.jpg': 'faulty' })).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, image
        The picture “a.jpg” cannot be used yet. Mend its record in content/media first (it is in this list)."
    `);
  });
  test('draft in words', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'draft: ja\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, draft
        This needs true or false, not “ja”. Write true or false."
    `);
  });
  test('a network that does not exist', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'channels: [twitter]\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, channels.1
        “twitter” is not one of the words that can stand here. Choose: x, bluesky, mastodon, threads, facebook, instagram, linkedin, tiktok, youtube, whatsapp, telegram, email."
    `);
  });
  test('a hidden sign that turns the reading direction', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['Gratis internet', 'Gratis \u202Etenretni'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 2, title
        There is a hidden character that turns the reading direction. Delete the text and type it again instead of pasting it."
    `);
  });
  test('a hidden control sign', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['Gratis internet', '"Gratis \\x07 internet"'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 2, title
        There is a hidden control character. Delete the text and type it again instead of pasting it."
    `);
  });
});

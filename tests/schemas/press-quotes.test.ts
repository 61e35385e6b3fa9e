import { describe, expect, test } from 'vitest';
import { fieldsOf, proofread, written } from '../desk.ts';

describe('a quote needs consent', () => {
  test('none given', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'quotes:\n  - text: Te laat is te laat.\n    by: Rahel\n    role: bewoner\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 6, quotes.1.consent
        This field is missing. Look the field up in content/README.md and write it as shown there."
    `);
  });
  test('a name instead of a number', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'quotes:\n  - text: Te laat is te laat.\n    by: Rahel\n    role: bewoner\n    consent: { reference: Rahel Haile }\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 9, quotes.1.consent.reference
        “Rahel Haile” is not a reference. Write the number under which the consent is filed, like HL-2026-014; never a name."
    `);
  });
  test('a word instead of a number', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'quotes:\n  - text: Te laat is te laat.\n    by: Rahel\n    role: bewoner\n    consent: yes\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 9, quotes.1.consent
        “yes” does not fit here. Look the field up in content/README.md and write it as shown there."
    `);
  });
  test('a number and a public role are enough', async () => {
    const quotes = 'quotes:\n  - { text: Eén., by: Noor, role: directeur, consent: public-role }\n  - { text: Twee., by: Rahel, role: bewoner, consent: { reference: HL-2026-017, expires: 2026-11-23 } }\nplace:';
    const { draft, told } = await proofread('press', written(fieldsOf('press', ['place:', quotes])));
    expect(told).toBe('');
    expect(draft!.version).toHaveProperty('quotes.length', 2);
  });

  test('a consent that has ended takes the quote off the page and says so; the release goes out', async () => {
    const quotes = 'quotes:\n  - { text: Eén., by: Noor, role: directeur, consent: public-role }\n  - { text: Twee., by: Rahel, role: bewoner, consent: { reference: HL-2026-017, expires: 2026-11-22 } }\nplace:';
    const { draft, told } = await proofread('press', written(fieldsOf('press', ['place:', quotes])));
    expect(draft!.version).toHaveProperty('quotes.length', 1);
    expect(told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 7, quotes.2
        The consent HL-2026-017 has ended, so the quote was taken off the page. Delete the quote, or record a new consent."
    `);
  });
});

describe('a translation says where it comes from', () => {
  test('reviewed, but by whom and when?', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'translation: { origin: machine-reviewed, reviewedBy: Selin }\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, translation
        A reviewed translation must say who reviewed it, and when. Add reviewedBy and reviewedAt, or write “origin: machine”."
    `);
  });
  test('unchecked, yet with a reviewer', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'translation: { origin: machine, reviewedBy: Selin }\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, translation
        Somebody reviewed this translation, yet it is marked as unchecked. Write “origin: machine-reviewed”, or take reviewedBy out."
    `);
  });
  test('an origin that is none', async () => {
    expect((await proofread('press', written(fieldsOf('press', ['place:', 'translation: { origin: google }\nplace:'])))).told).toMatchInlineSnapshot(`
      "content/press/x/index.nl.md, line 5, translation.origin
        “google” is not one of the words that can stand here. Choose: original, human, machine, machine-reviewed."
    `);
  });
});

import { describe, expect, test } from 'vitest';
import { fieldsOf, proofread, written } from '../desk.ts';

describe('a fact check as it should be', () => {
  test('has no faults', async () => {
    const { draft, told } = await proofread('fact-check', written(fieldsOf('fact-check')));
    expect(told).toBe('');
    expect(draft!.version).toMatchObject({ kind: 'fact-check', verdict: 'untrue', claim: { date: '2026-09-21', appearances: [] }, evidence: [{ url: 'https://journal.example/' }] });
  });

  test('may repeat a claim that is correct', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['verdict: untrue', 'verdict: correct'], ['Onderzoekers noemen zes landen', 'Alle vluchtelingen komen uit één land'])))).told).toBe('');
  });
});

describe('a mistake in a fact check is told in a sentence', () => {
  test('a verdict that is none of our words', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['verdict: untrue', 'verdict: false'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 10, verdict
        “false” is not one of the words that can stand here. Choose: untrue, misleading, missing-context, unproven, satire, mostly-true, correct, withdrawn."
    `);
  });
  test('no evidence at all', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check').replace(/evidence:[\s\S]*/, '')))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 1, evidence
        This field is missing. Add it; it needs a list (lines that begin with “- ”)."
    `);
  });
  test('an empty list of evidence', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check').replace(/evidence:[\s\S]*/, 'evidence: []')))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 12, evidence
        There is too little here. At least 1 must be listed."
    `);
  });
  test('no claim, no verdict, no finding', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check').replace(/claim:[\s\S]*?evidence:/, 'evidence:')))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 1, claim
        This field is missing. Add it; it needs a group of lines (name: value).
      content/fact-checks/x/index.nl.md, line 1, verdict
        This field is missing. Choose: untrue, misleading, missing-context, unproven, satire, mostly-true, correct, withdrawn.
      content/fact-checks/x/index.nl.md, line 1, finding
        This field is missing. Add it; it needs a text."
    `);
  });
  test('a title that repeats the claim', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['Onderzoekers noemen zes landen', 'Komen alle vluchtelingen uit één land?'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 2, title
        The title repeats the claim; people remember what they read twice. State the fact instead, for example: “Mensen vluchtten uit veel landen.”"
    `);
  });
  test('a summary that repeats the claim, denied', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['Zes landen staan samen in één zin.', 'Niet alle vluchtelingen komen uit één land.'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 3, summary
        The summary repeats the claim; people remember what they read twice. State the fact instead, for example: “Mensen vluchtten uit veel landen.”"
    `);
  });
  test('a finding that repeats the claim', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['Mensen vluchtten uit veel landen.', 'Het klopt niet dat alle vluchtelingen komen uit één land.'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 11, finding
        The finding repeats the claim; people remember what they read twice. State what is so, in words of your own, with the figure if there is one."
    `);
  });
  test('a text that repeats the claim', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check'), 'Iemand zei:\n\nalle vluchtelingen komen uit één land.\n'))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 19
        The text repeats the claim; the page already shows it once. Speak of “the claim” or “the message”, and say what is so instead."
    `);
  });
  test('a claim of one word', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['Alle vluchtelingen komen uit één land', 'Leugens'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 6, claim.text
        The claim is too short to be checked. Write the whole sentence as it was said."
    `);
  });
  test('evidence without an archived copy', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['    archived: https://archive.example/\n', ''])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 13, evidence.1.archived
        This field is missing. Add it; it needs a text."
    `);
  });
  test('evidence that is a program', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['https://journal.example/', 'javascript:alert(1)'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 15, evidence.1.url
        “javascript:alert(1)” is not a web address. Write the whole address, beginning with https://"
    `);
  });
  test('evidence inside the page', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['https://journal.example/', 'data:text/html,hi'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 15, evidence.1.url
        “data:text/html,hi” is not a web address. Write the whole address, beginning with https://"
    `);
  });
  test('evidence without https', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['https://journal.example/', 'www.journal.example'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 15, evidence.1.url
        “www.journal.example” is not a web address. Write the whole address, beginning with https://"
    `);
  });
  test('an address with a password in it', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['https://journal.example/', 'https://user:secret@journal.example/'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 15, evidence.1.url
        The address holds a user name or password. Take out what stands between // and @."
    `);
  });
  test('an address that names another host than it seems', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['https://journal.example/', 'https://unhcr.org@evil.example/'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 15, evidence.1.url
        The address holds a user name or password. Take out what stands between // and @."
    `);
  });
  test('a day of the claim that does not exist', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['date: 2026-09-21', 'date: 2026-02-30'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 8, claim.date
        “2026-02-30” is not a day that exists. Write it as year-month-day, like 2026-11-23."
    `);
  });
  test('a day with a time', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['accessed: 2026-09-24', 'accessed: 2026-09-24T10:00:00Z'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 17, evidence.1.accessed
        “2026-09-24T10:00:00Z” is not a day that exists. Write it as year-month-day, like 2026-11-23."
    `);
  });
  test('a field that does not belong into evidence', async () => {
    expect((await proofread('fact-check', written(fieldsOf('fact-check', ['    publisher:', '    author: Solano\n    publisher:'])))).told).toMatchInlineSnapshot(`
      "content/fact-checks/x/index.nl.md, line 14, evidence.1.author
        “author” is not a field. Take the line out, or look the field up in content/README.md."
    `);
  });

  test('an address in letters of another script is fine, and is written in the form that browsers send', async () => {
    const { draft, told } = await proofread('fact-check', written(fieldsOf('fact-check', ['https://journal.example/', 'https://пример.укр/сторінка?q=так'])));
    expect(told).toBe('');
    expect(draft!.version).toHaveProperty('evidence.0.url', 'https://xn--e1afmkfd.xn--j1amh/%D1%81%D1%82%D0%BE%D1%80%D1%96%D0%BD%D0%BA%D0%B0?q=%D1%82%D0%B0%D0%BA');
  });
});

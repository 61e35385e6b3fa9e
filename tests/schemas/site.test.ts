import { describe, expect, test } from 'vitest';
import settings from '../../content/site.ts';
import { readSite } from '../../src/site.ts';

type Settings = Record<string, unknown>;
const complaints = (own: Settings) => {
  try {
    readSite({ ...settings, ...own });
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('settings as they should be', () => {
  test('are those of the sample, which says that it is one', () => {
    expect(readSite(settings)).toMatchObject({ name: 'Havenlicht', sample: true, languages: ['nl', 'en', 'tr', 'ar', 'uk'] });
  });

  test('need no fallback, profiles, help or licence', () => {
    const { fallback, help, oldAfterMonths, ...fewer } = settings;
    expect([fallback, help, oldAfterMonths].every((one) => one !== undefined)).toBe(true);
    expect(readSite(fewer)).toMatchObject({ fallback: [], profiles: [], oldAfterMonths: 12 });
  });
});

describe('a mistake in the settings is told in a sentence', () => {
  test('a language without its texts, every place at once', () => {
    expect(complaints({ languages: ['nl', 'en', 'tr', 'ar', 'uk', 'fa'] })).toMatchInlineSnapshot(`
      "Please mend these settings:
        content/site.ts, tagline.fa: The text in “fa” is missing; add it, or take fa out of “languages”.
        content/site.ts, topics.asylum.fa: The text in “fa” is missing; add it, or take fa out of “languages”.
        content/site.ts, topics.family.fa: The text in “fa” is missing; add it, or take fa out of “languages”.
        content/site.ts, topics.internet.fa: The text in “fa” is missing; add it, or take fa out of “languages”.
        content/site.ts, topics.housing.fa: The text in “fa” is missing; add it, or take fa out of “languages”.
        content/site.ts, topics.work.fa: The text in “fa” is missing; add it, or take fa out of “languages”.
        content/site.ts, topics.language.fa: The text in “fa” is missing; add it, or take fa out of “languages”.
        content/site.ts, topics.facts.fa: The text in “fa” is missing; add it, or take fa out of “languages”.
        content/site.ts, topics.volunteers.fa: The text in “fa” is missing; add it, or take fa out of “languages”.
        content/site.ts, contacts.press.role.fa: The text in “fa” is missing; add it, or take fa out of “languages”.
        content/site.ts, contacts.press.hours.fa: The text in “fa” is missing; add it, or take fa out of “languages”.
        content/site.ts, contacts.petitions.role.fa: The text in “fa” is missing; add it, or take fa out of “languages”.
        content/site.ts, help.label.fa: The text in “fa” is missing; add it, or take fa out of “languages”."
    `);
  });
  test('a language twice', () => expect(complaints({ languages: ['nl', 'en', 'tr', 'ar', 'uk', 'nl'] })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, languages: A language stands here twice."
  `));
  test('no language', () => expect(complaints({ languages: [] })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, languages: There is too little here. At least 1 must be listed.
      content/site.ts, fallback: “en” is not among “languages”.
      content/site.ts, fallback: “nl” is not among “languages”."
  `));
  test('a language by its name', () => expect(complaints({ languages: ['Nederlands'] })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, languages.0: A language is named by its code, like nl or ar."
  `));
  test('a fallback that the site does not have', () => expect(complaints({ fallback: ['de'] })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, fallback: “de” is not among “languages”."
  `));
  test('a time zone that does not exist', () => expect(complaints({ timeZone: 'Europe/Havenstad' })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, timeZone: The time zone does not exist; write it like Europe/Amsterdam."
  `));
  test('an address with a path', () => expect(complaints({ url: 'https://havenlicht.example/site' })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, url: The address must be a whole host, without a path, like https://example.org."
  `));
  test('an address that is a program', () => expect(complaints({ url: 'javascript:alert(1)' })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, url: “javascript:alert(1)” is not a web address. Write the whole address, beginning with https://"
  `));
  test('no contact for the press', () => expect(complaints({ contacts: {} })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, contacts: There must be a contact named “press”."
  `));
  test('an e-mail address that is none', () => expect(complaints({ securityContact: 'veilig' })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, securityContact: “veilig” is not an e-mail address. Write it like press@example.org."
  `));
  test('a way to help that is a program', () => expect(complaints({ help: { label: settings.tagline, to: 'javascript:alert(1)' } })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, help.to: “javascript:alert(1)” does not fit here. Look the field up in content/README.md and write it as shown there."
  `));
  test('a topic with a space in its key', () => expect(complaints({ topics: { 'free internet': settings.tagline } })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, topics.free internet: A key has small letters a to z, digits and hyphens only, like free-internet."
  `));
  test('a setting that does not exist', () => expect(complaints({ colour: 'red' })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, colour: “colour” is not a field. Take the line out, or look the field up in content/README.md."
  `));
  test('a name that is a number', () => expect(complaints({ name: 12 })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, name: This needs a text, not “12”. Put it in “straight” quotation marks: "…"."
  `));
  test('a shared network that is no network', () => expect(complaints({ sharedNetworks: [{ name: 'Library', range: '192.0.2.0/33' }] })).toMatchInlineSnapshot(`
    "Please mend these settings:
      content/site.ts, sharedNetworks.0.range: Write the network as an address or a range, like 192.0.2.0/24 or 2001:db8::/32."
  `));
  test('nothing at all', () => expect(() => readSite(undefined)).toThrowErrorMatchingInlineSnapshot(`
    [Refusal: Please mend these settings:
      content/site.ts, (top): This field is missing. Add it; it needs a group of lines (name: value).]
  `));
});

import { directionOf } from './language.ts';
import type { Contact, Organisation } from './organisation.ts';
import type { PressRelease } from './story.ts';

/** Words and dates that the text needs, in the release's language. */
export interface PressTextWords {
  release: string;
  dateline: string;
  contacts: string;
  boilerplateTitle: string;
  boilerplate?: string | undefined;
  notes: string;
  end: string;
  /** Where the text comes from, unless it is the original. */
  origin?: string | undefined;
  /** Corrections, each as one line with its date. */
  corrections: string[];
  correctionsTitle: string;
  plain(html: string): string;
}

/** A press release as plain text, for copying, for the zip and for people who search by voice or on paper. */
export function pressText(release: PressRelease, organisation: Organisation, address: string, words: PressTextWords): string {
  const people = release.contacts.map((key) => organisation.contacts[key]).filter((contact) => contact !== undefined);
  const parts = [
    words.release.toLocaleUpperCase(release.lang),
    words.origin,
    release.title,
    release.summary,
    `${words.dateline}\n\n${release.text}`,
    ...release.quotes.map((quote) => `“${quote.text}”\n– ${quote.by}, ${quote.role}`),
    words.corrections.length > 0 && `${words.correctionsTitle}\n${words.corrections.join('\n')}`,
    `– ${words.end} –`,
    `${words.contacts}\n${people.map((person) => contactLine(person, release.lang)).join('\n')}`,
    words.boilerplate && `${words.boilerplateTitle}\n${words.boilerplate}`,
    release.notes.length > 0 && `${words.notes}\n${release.notes.map((note, index) => `${index + 1}. ${words.plain(note)}`).join('\n')}`,
    inOrder(address, release.lang),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** `Name, role, phone, e-mail` on one line. */
export function contactLine(contact: Contact, lang: string): string {
  return [contact.name, contact.role[lang], contact.phone && inOrder(contact.phone, lang), inOrder(contact.email, lang)].filter(Boolean).join(directionOf(lang) === 'rtl' ? '، ' : ', ');
}

/** A number or an address that keeps its own order, on one line, inside a text from right to left (Unicode isolates). */
function inOrder(text: string, lang: string): string {
  return directionOf(lang) === 'rtl' ? `\u2066${text.replaceAll(' ', '\u00a0')}\u2069` : text;
}

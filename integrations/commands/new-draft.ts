import { dayIn, monthsAfter, type Instant } from '../../src/domain/instant.ts';
import type { Kind } from '../../src/domain/story.ts';
import { PLACEHOLDER } from '../files/untouched.ts';

const FIELDS: Record<Kind, string> = {
  press: `place: ${PLACEHOLDER.dots}
contacts: [press]
quotes: []
# quotes:
#   - text: ${PLACEHOLDER.quote}
#     by: ${PLACEHOLDER.speaker}
#     role: ${PLACEHOLDER.role}
#     consent: public-role            # or, for people outside the organisation: { reference: HL-2026-014, expires: 2031-12-31 }
notes: []                             # for journalists: sources of figures, what pictures may be used
media: []                             # pictures of content/media offered to journalists
`,
  'fact-check': `claim:
  text: ${PLACEHOLDER.claim}
  by: ${PLACEHOLDER.claimBy}
  date: {day}
  place: ${PLACEHOLDER.dots}
  appearances:
    - url: ${PLACEHOLDER.address}
      archived: ${PLACEHOLDER.address}  # save the page at an archive first
verdict: unproven                     # untrue, misleading, missing-context, unproven, satire, mostly-true, correct
finding: ${PLACEHOLDER.finding}
evidence:
  - title: ${PLACEHOLDER.dots}
    publisher: ${PLACEHOLDER.dots}
    url: ${PLACEHOLDER.address}
    archived: ${PLACEHOLDER.address}
    accessed: {day}
`,
  petition: `ask: ${PLACEHOLDER.dots}                                # what you ask, in one or two sentences; this is what people sign
updates: []
# updates:
#   - at: {moment}
#     text: ${PLACEHOLDER.dots}
# answer: { at: {moment}, by: …, text: … }
`,
  event: `starts: {moment}
# ends: {moment}
where: ${PLACEHOLDER.dots}
guests: []
# online: ${PLACEHOLDER.address}
# recording: { url: ${PLACEHOLDER.address}, minutes: 20 }
`,
};

/** `petition.yml` to fill in: what is the same in every language, and whom it asks in each. Signing begins today and ends in half a year, until somebody decides. */
export function termsDraft(now: Instant, timeZone: string, languages: readonly string[] = []): string {
  const today = dayIn(timeZone, now);
  const target = languages.length > 1 ? `                               # whom you ask, in each language\n${languages.map((lang) => `  ${lang}: ${PLACEHOLDER.dots}`).join('\n')}` : ` ${PLACEHOLDER.dots}                             # whom you ask; or by language: { nl: …, en: … }`;
  return `target:${target}
opens: ${today}                     # first and last day on which people can sign
closes: ${monthsAfter(today, 6)}
# milestones: [1000, 5000]            # otherwise 100, 200, 500, 1000 and so on
fields: [name, email]                 # also place, country, comment; ask only what you need
retention: 6                          # months after closing until names and addresses are removed
offline: []                           # signatures on paper
# offline:
#   - { date: ${today}, count: 12, note: Street stall }
# paused: true                        # while nobody can sign
# delivered: ${today}                 # the day you handed it over; it ends the signing
# form:                               # a Google Form that collects the signatures
`;
}

/** A file to fill in: every field with what belongs there, marked as a draft so that nothing goes out by accident. */
export function draftOf(kind: Kind, lang: string, original: boolean, now: Instant, timeZone: string): string {
  const wall = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(now));
  const values: Record<string, string> = { day: wall.slice(0, 10), moment: wall };
  const translation = original ? '' : 'translation: { origin: human }         # human, machine, or machine-reviewed with reviewedBy and reviewedAt\n';
  const fields = FIELDS[kind].replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
  return `---
draft: true                           # take this line out when the text may go out
title: ${PLACEHOLDER.dots}
summary: ${PLACEHOLDER.dots}                            # one or two sentences; also the text for sharing
published: ${wall}           # clock of ${timeZone}; a moment to come publishes it then
# embargo: ${wall}           # nobody sees it before
topics: []
# image: …                            # a picture of content/media
${translation}${fields}---
${PLACEHOLDER.text} ${lang}.
`;
}

import type { Instant } from '../../src/domain/instant.ts';
import type { Kind } from '../../src/domain/story.ts';

const FIELDS: Record<Kind, string> = {
  press: `place: …
contacts: [press]
quotes: []
# quotes:
#   - text: What was said, word for word
#     by: Name or pseudonym
#     role: director of …
#     consent: public-role            # or, for people outside the organisation: { reference: HL-2026-014, expires: 2031-12-31 }
notes: []                             # for journalists: sources of figures, what pictures may be used
media: []                             # pictures of content/media offered to journalists
`,
  'fact-check': `claim:
  text: The claim, word for word
  by: Who said it, or where it goes round
  date: {day}
  place: …
  appearances:
    - url: https://example.org/
      archived: https://example.org/  # save the page at an archive first
verdict: unproven                     # untrue, misleading, missing-context, unproven, satire, mostly-true, correct
finding: The fact in one sentence, without the words of the claim
evidence:
  - title: …
    publisher: …
    url: https://example.org/
    archived: https://example.org/
    accessed: {day}
`,
  event: `starts: {moment}
ends: {moment}
where: …
guests: []
# online: https://example.org/
# recording: { url: https://example.org/, minutes: 20 }
`,
};

/** A file to fill in: every field with what belongs there, marked as a draft so that nothing goes out by accident. */
export function draftOf(kind: Kind, lang: string, original: boolean, now: Instant, timeZone: string): string {
  const wall = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(now));
  const values: Record<string, string> = { day: wall.slice(0, 10), moment: wall };
  const translation = original ? '' : 'translation: { origin: human }         # human, machine, or machine-reviewed with reviewedBy and reviewedAt\n';
  const fields = FIELDS[kind].replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
  return `---
draft: true                           # take this line out when the text may go out
title: …
summary: …                            # one or two sentences; also the text for sharing
published: ${wall}           # clock of ${timeZone}; a moment to come publishes it then
# embargo: ${wall}           # nobody sees it before
topics: []
# image: …                            # a picture of content/media
${translation}${fields}---
Write the text here, in ${lang}.
`;
}

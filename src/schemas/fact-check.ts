import { z } from 'astro/zod';
import { contentWords, repeatsClaim, repetitionHarms } from '../domain/claim.ts';
import { VERDICTS } from '../domain/story.ts';
import { day, line, prose, refuse, webAddress, word } from './fields.ts';
import { figure } from './figure.ts';
import { storyFields, type Desk } from './story.ts';

const appearance = z.strictObject({ url: webAddress, archived: webAddress });

/** Front matter of `content/fact-checks/<slug>/index.<lang>.md`: the fact leads, the claim stands once. */
export function factCheckSchema(desk: Desk, lang: string) {
  return z
    .strictObject({
      ...storyFields(desk),
      claim: z.strictObject({ text: line(200), by: line(160), date: day, place: line(80), appearances: z.array(appearance).default([]) }),
      verdict: word(VERDICTS),
      finding: line(300),
      evidence: z
        .array(z.strictObject({ title: prose(200), publisher: line(120), url: webAddress, archived: webAddress, accessed: day }))
        .min(1, 'A fact check needs evidence.'),
      figure: figure.optional(),
    })
    .superRefine((check, context) => {
      if (contentWords(check.claim.text, lang).length < 2) {
        refuse(context, 'The claim is too short to be checked.', 'Write the whole sentence as it was said.', ['claim', 'text']);
      }
      if (!repetitionHarms(check.verdict)) return;
      const never = { title: 'title', summary: 'summary', finding: 'finding' } as const;
      for (const [field, name] of Object.entries(never) as [keyof typeof never, string][]) {
        if (repeatsClaim(check[field], check.claim.text, lang)) {
          const instead = field === 'finding' || repeatsClaim(check.finding, check.claim.text, lang) ? 'State what is so, in words of your own, with the figure if there is one.' : `State the fact instead, for example: “${check.finding}”`;
          refuse(context, `The ${name} repeats the claim; people remember what they read twice.`, instead, [field]);
        }
      }
      if (check.figure && repeatsClaim(check.figure.label, check.claim.text, lang)) {
        refuse(context, 'The label repeats the claim, and would go round on a picture of its own.', 'Say what the number counts.', ['figure', 'label']);
      }
    });
}

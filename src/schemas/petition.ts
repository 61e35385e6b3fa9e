import { z } from 'astro/zod';
import { instant, line, prose, webAddress } from './fields.ts';
import { datedTexts, storyFields, type Desk } from './story.ts';

/** Front matter of `content/petitions/<slug>/index.<lang>.md`; what is the same in every language stands in `petition.yml`. */
export function petitionSchema(desk: Desk) {
  return z.strictObject({
    ...storyFields(desk),
    ask: line(280),
    updates: datedTexts(desk, 2000, 'updates'),
    answer: z.strictObject({ at: instant(desk.timeZone), by: line(120), text: prose(4000), url: webAddress.optional() }).optional(),
  });
}

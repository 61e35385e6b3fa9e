import { z } from 'astro/zod';
import { prose } from './fields.ts';
import { storyFields, type Desk } from './story.ts';

/** Front matter of `content/about/index.<lang>.md`: who we are, and the texts that other pages borrow from it. */
export function aboutSchema(desk: Desk) {
  const { title, summary, published, updated, translation, draft } = storyFields(desk);
  return z.strictObject({
    title, summary, published, updated, translation, draft,
    /** Stands at the foot of every press release. */
    boilerplate: prose(800),
    /** Stands on every fact check: who we are, and what we have at stake. */
    interest: prose(600),
    /** Stands on every fact check: how claims are chosen, checked and corrected. */
    method: prose(600),
  });
}

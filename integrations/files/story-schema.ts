import type { Kind } from '../../src/domain/story.ts';
import { eventSchema } from '../../src/schemas/event.ts';
import { factCheckSchema } from '../../src/schemas/fact-check.ts';
import { petitionSchema } from '../../src/schemas/petition.ts';
import { pressSchema } from '../../src/schemas/press.ts';
import type { Desk } from '../../src/schemas/story.ts';

const makerOf = { press: pressSchema, 'fact-check': factCheckSchema, petition: petitionSchema, event: eventSchema } as const;
type StorySchema = ReturnType<(typeof makerOf)[Kind]>;

const made = new WeakMap<Desk, Map<string, StorySchema>>();

/** The schema of a kind's front matter in a language. Making one costs more than using it, so a desk's are kept. */
export function storySchema(kind: Kind, lang: string, desk: Desk): StorySchema {
  const schemas = made.get(desk) ?? new Map<string, StorySchema>();
  made.set(desk, schemas);
  const key = `${kind} ${lang}`;
  const schema = schemas.get(key) ?? makerOf[kind](desk, lang);
  schemas.set(key, schema);
  return schema;
}

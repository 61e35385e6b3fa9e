import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const texts = defineCollection({
  loader: glob({ pattern: '**/*.md', base: './src/texts' }),
  schema: z.object({ title: z.string(), description: z.string(), date: z.coerce.date() }),
});

export const collections = { texts };

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDay } from '../../src/domain/instant.ts';
import type { PublishedStory } from '../../src/domain/published-story.ts';

/** What the release in `folder` has published, oldest first; nothing when it holds no such file. Throws a sentence when the file is damaged. */
export async function readPublishedStories(folder: string): Promise<PublishedStory[]> {
  const text = await readFile(join(folder, 'server', 'publications.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  try {
    const publications = JSON.parse(text) as PublishedStory[];
    if (!publications.every(({ day, slug, titles }) => isDay(day) && typeof slug === 'string' && typeof titles === 'object')) throw new Error('a publication is not whole');
    return publications;
  } catch {
    throw new Error('server/publications.json is damaged; build the site again with npm run build.');
  }
}

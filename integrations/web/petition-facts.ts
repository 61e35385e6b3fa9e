import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PetitionFacts } from '../../src/domain/petition-facts.ts';

/**
 * Reads the public petitions of the release in `folder`, by slug; none when the release holds no such file. Throws a
 * sentence when the file is damaged.
 */
export async function readPetitionFacts(folder: string): Promise<ReadonlyMap<string, PetitionFacts>> {
  const text = await readFile(join(folder, 'server', 'petitions.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    const petitions = Object.entries(JSON.parse(text) as Record<string, PetitionFacts>);
    if (!petitions.every(([slug, facts]) => facts.slug === slug && isMoment(facts.opensAt) && isMoment(facts.closesAt) && typeof facts.texts === 'object' && Array.isArray(facts.terms.fields))) throw new Error('a petition is not whole');
    return new Map(petitions);
  } catch {
    throw new Error('server/petitions.json is damaged; build the site again with npm run build.');
  }
}

const isMoment = (text: unknown) => typeof text === 'string' && !Number.isNaN(Date.parse(text));

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDay } from '../../src/domain/instant.ts';
import type { PetitionTerms } from '../../src/domain/petition.ts';
import { readYaml } from '../files/written-file.ts';
import { Refusal } from '../refusal.ts';

/** As much of a petition's terms as lists and retention need. */
export interface ListedPetition extends Pick<PetitionTerms, 'fields' | 'closes' | 'retention'> {
  slug: string;
}

const DEFAULTS: Pick<PetitionTerms, 'fields' | 'retention'> = { fields: ['name', 'email'], retention: 6 };

/** The petitions of `content/petitions`, also drafts, by slug. A `petition.yml` that cannot be read is refused by its name. */
export async function petitionList(root: string): Promise<ListedPetition[]> {
  const folder = join(root, 'content/petitions');
  if (!existsSync(folder)) return [];
  const slugs = (await readdir(folder)).filter((slug) => existsSync(join(folder, slug, 'petition.yml'))).sort();
  return Promise.all(slugs.map(async (slug) => {
    const file = `content/petitions/${slug}/petition.yml`;
    const written = readYaml(file, await readFile(join(root, file), 'utf8'));
    const terms = Array.isArray(written) ? undefined : (written.fields as Partial<PetitionTerms>);
    if (!terms || !isDay(String(terms.closes))) throw new Refusal(`${file} cannot be read, or does not say until when people sign. “npm run build” names what is wrong.`, 2);
    return { ...DEFAULTS, ...(terms as Pick<PetitionTerms, 'closes'>), slug };
  }));
}

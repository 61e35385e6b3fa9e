import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '../../src/domain/instant.ts';
import type { PetitionTerms } from '../../src/domain/petition.ts';
import { termsSchema } from '../../src/schemas/petition-terms.ts';
import { readYaml } from '../files/written-file.ts';
import { petitionSlugs } from './petition-file.ts';

/** As much of a petition's terms as lists and retention need. */
export interface ListedPetition extends Pick<PetitionTerms, 'fields' | 'opens' | 'closes' | 'retention'> {
  slug: string;
}

/** The petitions of `content/petitions`, drafts too, by slug; `faulty` are those whose `petition.yml` says nothing that can be relied on. */
export async function petitionList(root: string, today: Day): Promise<{ petitions: ListedPetition[]; faulty: string[] }> {
  const { petitions, faulty } = await petitionTerms(root, today);
  return { petitions: petitions.map(({ slug, fields, opens, closes, retention }) => ({ slug, fields, opens, closes, retention })), faulty };
}

/** The same with all that their `petition.yml` says. */
export async function petitionTerms(root: string, today: Day): Promise<{ petitions: (Omit<PetitionTerms, 'target'> & { slug: string })[]; faulty: string[] }> {
  const list: Awaited<ReturnType<typeof petitionTerms>> = { petitions: [], faulty: [] };
  for (const slug of petitionSlugs(root)) {
    const written = readYaml('petition.yml', await readFile(join(root, 'content/petitions', slug, 'petition.yml'), 'utf8'));
    const terms = Array.isArray(written) ? undefined : termsSchema(today).safeParse(written.fields).data;
    if (terms) list.petitions.push({ slug, ...terms });
    else list.faulty.push(slug);
  }
  return list;
}

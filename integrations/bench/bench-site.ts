import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PetitionForm } from '../../src/domain/petition.ts';
import type { PetitionFacts } from '../../src/domain/petition-facts.ts';

/** The petition of the benchmarks, open for a hundred years. */
export function benchPetition(form?: PetitionForm): PetitionFacts {
  return {
    slug: 'bridge', texts: { en: { lang: 'en', title: 'The bridge', ask: 'Open the bridge.', target: 'The council', version: '1a2b3c4d' } },
    terms: { target: 'The council', opens: '2020-01-01', closes: '2120-01-01', paused: false, fields: ['name', 'email', 'place'], retention: 6, offline: [], form },
    opensAt: '2020-01-01T00:00:00.000Z', closesAt: '2120-01-01T00:00:00.000Z', anonymisedOn: '2120-07-01', timeZone: 'UTC', organisation: 'Bench', mail: 'bench@example.org',
  };
}

/** Writes a built site of two pages with this petition into an empty folder. */
export async function writeBenchSite(root: string, petition: PetitionFacts): Promise<void> {
  const release = join(root, 'release');
  const pages = { 'client/en': '<!doctype html><html lang="en"><title>Bench</title></html>', [`client/en/petitions/${petition.slug}`]: '<!doctype html><html lang="en"><title>Bench</title><main></main></html>' };
  for (const [folder, page] of Object.entries(pages)) {
    await mkdir(join(release, folder), { recursive: true });
    await writeFile(join(release, folder, 'index.html'), page);
  }
  await mkdir(join(release, 'server'));
  await writeFile(join(release, 'server/site.json'), JSON.stringify({ builtAt: '2026-11-23T10:00:00.000Z', languages: ['en'], nextChange: null, redirects: {}, policies: { '': "default-src 'none'" } }));
  await writeFile(join(release, 'server/petitions.json'), JSON.stringify({ [petition.slug]: petition }));
  await symlink('release', join(root, 'dist'));
}

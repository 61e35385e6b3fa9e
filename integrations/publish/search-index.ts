import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { SECTION_OF } from '../../src/domain/story.ts';

/** Only pages of texts are searched; reading the others as well would take a third longer. */
const SEARCHED = `*/{about,{${Object.values(SECTION_OF).join(',')}}/*}/index.html`;

/** Makes the search index from the texts of the pages, a part for each language. */
export async function writeSearchIndex(client: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: ['.notice', '.kicker', '.moment', '.boilerplate', '.toolbar', '.contacts', '.other-versions', '.press-pictures small'] });
  if (!index) throw new Error(`The search index could not be made: ${errors.join(', ')}`);
  const read = await index.addDirectory({ path: client, glob: SEARCHED });
  const folder = join(client, 'pagefind');
  const written = await index.writeFiles({ outputPath: folder });
  await pagefind.close();
  const failures = [...read.errors, ...written.errors];
  if (failures.length > 0) throw new Error(`The search index could not be made: ${failures.join(', ')}`);
  // Its ready-made search boxes are not ours.
  const boxes = (await readdir(folder)).filter((name) => /^pagefind-(ui|modular-ui|component-ui|highlight)/.test(name));
  await Promise.all(boxes.map((name) => rm(join(folder, name))));
}

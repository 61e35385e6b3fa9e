import { join } from 'node:path';
import * as pagefind from 'pagefind';

/** Makes the search index from the texts of the pages, a part for each language. */
export async function writeSearchIndex(client: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: ['.notice', '.toolbar', '.contacts', '.other-versions', '.press-pictures small'] });
  if (!index) throw new Error(`The search index could not be made: ${errors.join(', ')}`);
  await index.addDirectory({ path: client });
  const written = await index.writeFiles({ outputPath: join(client, 'pagefind') });
  await pagefind.close();
  if (written.errors.length > 0) throw new Error(`The search index could not be written: ${written.errors.join(', ')}`);
}

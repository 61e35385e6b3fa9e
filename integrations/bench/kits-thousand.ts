import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNewsroom } from '../../src/domain/newsroom.ts';
import { site } from '../../src/site.ts';
import { writeKitZips } from '../publish/kit-zip.ts';
import { placeShareFiles } from '../publish/share-files.ts';
import { drawKits } from '../share/story-kits.ts';
import { openStudio } from '../share/studio.ts';
import { PROJECT } from './rostrum.ts';
import { shareTitles } from './share-titles.ts';

/** What a build spends on everything of share kits; seconds. */
export interface KitsOfThousand {
  files: number;
  cold: number;
  unchanged: number;
}

const quote = { text: 'We do not ask for a yes, we ask for an answer in time.', by: 'Noor van Eijk', role: 'director', consent: 'public-role' as const };

// A program of its own, like a build, which begins with cold painters. Every other story has a quote.
const stories = shareTitles(Number(process.argv[2] ?? 1000)).map((story, index) => ({ ...story, summary: story.title, quotes: index % 2 === 0 ? [quote] : [] }));
const newsroom = openNewsroom('2026-11-23T10:00:00.000Z', stories, [], [...new Set(stories.map(({ lang }) => lang))], []);
const folder = await mkdtemp(join(tmpdir(), 'rostrum-bench-'));
try {
  const build = async (release: string) => {
    const started = performance.now();
    const studio = await openStudio({ root: PROJECT, site, pictures: [], folder: join(folder, 'share') });
    const { kits } = await drawKits(studio, stories, []);
    const client = join(folder, release);
    await mkdir(client);
    placeShareFiles(join(folder, 'share'), kits, client);
    writeKitZips(client, join(folder, 'kits'), newsroom, kits);
    await studio.cache.prune();
    return { seconds: Number(((performance.now() - started) / 1000).toFixed(2)), files: studio.cache.drawn + studio.cache.kept };
  };
  const cold = await build('one');
  const unchanged = await build('two');
  console.log(JSON.stringify({ files: cold.files, cold: cold.seconds, unchanged: unchanged.seconds } satisfies KitsOfThousand));
} finally {
  await rm(folder, { recursive: true, force: true });
}

import { site } from '../../src/site.ts';
import { draw } from '../../src/share/draw.ts';
import { readBrand } from '../share/brand-kit.ts';
import { peakMemory } from './own-cost.ts';
import { PROJECT } from './rostrum.ts';
import { linkCard, shareTitles } from './share-titles.ts';

// A program of its own, because memory that somebody else took would count.
const brand = await readBrand(PROJECT, site);
const started = performance.now();
for (const story of shareTitles(1000)) {
  await draw(linkCard(story, brand));
  await new Promise(setImmediate);
}
console.log(JSON.stringify({ memory: peakMemory(), seconds: Number(((performance.now() - started) / 1000).toFixed(1)) }));

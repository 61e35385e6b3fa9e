import { site } from '../../src/site.ts';
import { draw } from '../../src/share/draw.ts';
import { readBrand } from '../share/brand-kit.ts';
import { PROJECT } from './rostrum.ts';
import { linkCard, shareTitles } from './share-titles.ts';

// A program of its own, because memory that somebody else took would count.
const brand = await readBrand(PROJECT, site);
const started = performance.now();
for (const story of shareTitles(1000)) {
  await draw(linkCard(story, brand));
  await new Promise(setImmediate);
}
// Node tells the peak in units of 1024 bytes.
console.log(JSON.stringify({ memory: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6), seconds: Number(((performance.now() - started) / 1000).toFixed(1)) }));

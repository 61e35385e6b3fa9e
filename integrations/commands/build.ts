import { fileURLToPath } from 'node:url';
import { sortFaults } from '../../src/domain/fault.ts';
import { site } from '../../src/site.ts';
import { clockFrom, currentEdition } from '../files/current-edition.ts';
import { petitionCounts, petitionsAmong } from '../files/petition-counts.ts';
import { publicNumbers } from '../publish/public-numbers.ts';
import { publish } from '../publish/publish.ts';
import { reportFaults } from '../publish/report.ts';
import { signingWay } from '../publish/signing-way.ts';
import { Refusal } from '../refusal.ts';
import { drawKits } from '../share/story-kits.ts';
import { openStudio } from '../share/studio.ts';
import { readArguments } from './arguments.ts';

const HELP = `npm run build                  makes the site anew and puts it in the place of the old one
npm run build -- --strict      fails on every fault instead of leaving the faulty story out
HOSTING=static npm run build   a site for any host, without a server`;

/** `npm run build`: reads, checks, draws, checks again, swaps. Exit 1 when the old site stays. */
export async function build(args: string[], root = fileURLToPath(new URL('../../', import.meta.url))): Promise<number> {
  const { values } = readArguments(args, { help: HELP, options: { strict: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const hosting = process.env['HOSTING'] ?? 'server';
  if (hosting !== 'server' && hosting !== 'static') throw new Refusal(`HOSTING is “${hosting}”; it can be server or static.`, 2);
  const address = process.env['SITE_URL'];
  if (address !== undefined && (!URL.canParse(address) || new URL(address).pathname !== '/')) {
    throw new Refusal(`SITE_URL is “${address}”; write the whole host without a path, like https://example.org.`, 2);
  }
  const signing = signingWay(hosting);
  const started = performance.now();
  const edition = await currentEdition({ root, site, now: clockFrom(process.env) });
  edition.signing = signing;
  const numbers = await publicNumbers({ root, env: process.env, say: console.error })(petitionsAmong(edition.versions), edition.now);
  edition.counts = petitionCounts(edition.versions, numbers, edition.now, site.timeZone);
  const studio = site.shareImages ? await openStudio({ root, site, pictures: edition.pictures, counts: edition.counts, url: address }) : undefined;
  const drawing = performance.now();
  if (studio) Object.assign(edition, await drawKits(studio, edition.versions, edition.faults));
  const drawn = ((performance.now() - drawing) / 1000).toFixed(1);
  // After a long count, silence would look like a standstill.
  if (Number(drawn) >= 5) console.error('The pictures are drawn; now come the pages …');
  edition.faults = sortFaults(edition.faults);
  reportFaults(edition);
  const grave = edition.faults.filter((fault) => fault.stops === 'build' || values.strict);
  if (grave.length > 0) {
    console.error(`\nNothing was built; the site stays as it was. ${grave.length === 1 ? 'One fault stands' : `${grave.length} faults stand`} in the way: ${[...new Set(grave.map(({ file }) => file))].join(', ')}.`);
    return 1;
  }
  const outcome = await publish({ root, site, edition, hosting, numbers });
  await studio?.cache.prune();
  console.log(`\n${outcome.pages} pages, ${outcome.stories} texts in ${site.languages.length} languages, ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  if (studio) console.log(`Share kits: ${studio.cache.drawn} pictures and posters drawn, ${studio.cache.kept} unchanged, ${drawn} s.`);
  if (edition.nextStory) console.log(`The next story goes out by itself at ${edition.nextStory}.`);
  return 0;
}

import { dev as startWriting } from 'astro';
import { fileURLToPath } from 'node:url';
import { site } from '../../src/site.ts';
import { clockFrom, currentEdition, startPreview } from '../files/current-edition.ts';
import { petitionCounts, petitionsAmong } from '../files/petition-counts.ts';
import { publicNumbers } from '../publish/public-numbers.ts';
import { reportFaults } from '../publish/report.ts';
import { Refusal } from '../refusal.ts';
import { freePort } from '../web/free-port.ts';
import { readServerSettings } from '../web/server-settings.ts';
import { readArguments } from './arguments.ts';
import { KitDesk } from '../share/kit-desk.ts';
import { writingDesk } from './writing-desk.ts';

const HELP = `npm run dev    shows the site while you write, with drafts and embargoed stories, marked; every save is seen at once

PORT           4321 unless set; the next free one when it is taken and not set`;

// Whatever HOST says: what is shown here is not public yet.
const HOST = '127.0.0.1';

/** `npm run dev`: for writing, on this machine only. Runs until it is stopped. */
export async function dev(args: string[], root = fileURLToPath(new URL('../../', import.meta.url))): Promise<number> {
  const { values } = readArguments(args, { help: HELP, options: {} });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const settings = readServerSettings({ PORT: process.env['PORT'] });
  if (typeof settings === 'string') throw new Refusal(settings, 2);
  const { port } = settings;
  if (process.env['PORT']?.trim()) await freePort({ host: HOST, port }, 'npm run dev');
  const now = clockFrom(process.env);
  const kits = new KitDesk(root, site);
  const numbers = publicNumbers({ root, env: process.env, say: console.error });
  startPreview(async (edition) => kits.plan({ ...edition, counts: petitionCounts(edition.versions, await numbers(petitionsAmong(edition.versions), edition.now), edition.now, site.timeZone) }));
  reportFaults(await currentEdition({ root, site, now }));
  const server = await startWriting({ root, server: { host: HOST, port }, cacheDir: '.data/astro-dev', integrations: [writingDesk(root, kits)] });
  console.log(`\nWrite in content/ and look at http://${HOST}:${server.address.port}/  (stop with Ctrl+C)`);
  return new Promise(() => {});
}

import { dev as startWriting } from 'astro';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { site } from '../../src/site.ts';
import { clockFrom, currentEdition } from '../files/current-edition.ts';
import { reportFaults } from '../publish/report.ts';
import { writingDesk } from './writing-desk.ts';

const HELP = `npm run dev    shows the site while you write, with drafts and embargoed stories, marked; every save is seen at once`;

/** `npm run dev`: for writing, on this machine only. Runs until it is stopped. */
export async function dev(args: string[], root = fileURLToPath(new URL('../../', import.meta.url))): Promise<number> {
  if (parseArgs({ args, options: { help: { type: 'boolean' } } }).values.help) {
    console.log(HELP);
    return 0;
  }
  process.env['ROSTRUM_PREVIEW'] = 'on';
  reportFaults(await currentEdition({ root, site, now: clockFrom(process.env) }));
  const server = await startWriting({ root, cacheDir: '.data/astro-dev', integrations: [writingDesk(root)] });
  console.log(`\nWrite in content/ and look at http://127.0.0.1:${server.address.port}/  (stop with Ctrl+C)`);
  return new Promise(() => {});
}

import { dayIn } from '../../src/domain/instant.ts';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { site } from '../../src/site.ts';
import { clockFrom } from '../files/current-edition.ts';
import { GoogleFault } from '../google/google-fault.ts';
import { readFormPetitions } from '../petitions/form-petitions.ts';
import { petitionSources } from '../petitions/petition-sources.ts';
import type { SyncDesk } from '../petitions/sync.ts';
import { Refusal } from '../refusal.ts';
import { chosenSources, refresh, type Source } from '../refresh.ts';
import { openLedger } from '../store/open-ledger.ts';
import { readArguments } from './arguments.ts';
import { PROJECT, realGoogle, type GoogleWorld } from './petition/google-of.ts';

const HELP = `npm run refresh                            asks every source, and syncs every petition with its form
npm run refresh -- --only petitions        only petitions; --only <slug> for one
npm run refresh -- --json                  the outcome as JSON
npm run refresh -- --full                  compares every answer of the forms, and erases what was deleted there
npm run refresh -- --full --believe        even if very many were deleted

What was known stands when a source fails. Exit 0 when all went well, 1 when a source failed, 2 when nothing could be done.`;

/** `npm run refresh`. Exit 0 when all went well, 1 when a source failed, 2 when settings let nothing be done. */
export async function refreshAll(args: string[], root = PROJECT, google: GoogleWorld = realGoogle()): Promise<number> {
  const { values } = readArguments(args, { help: HELP, options: { only: { type: 'string' }, json: { type: 'boolean' }, full: { type: 'boolean' }, believe: { type: 'boolean' } } });
  if (values.help) {
    google.print(HELP);
    return 0;
  }
  const { petitions, unreadable } = await readFormPetitions(root, site.languages, dayIn(site.timeZone, clockFrom(google.env)), site.timeZone);
  let settings: GoogleFault | undefined;
  let desk: Promise<SyncDesk> | undefined;
  const open = () => (desk ??= openDesk(root, google));
  const sources: Source[] = [
    ...petitionSources(petitions, () => open().catch((error: unknown) => {
      if (error instanceof GoogleFault && error.trouble === 'settings') settings = error;
      throw error;
    }), { full: values.full ?? false, believe: values.believe ?? false }),
    ...unreadable.map((slug) => ({ name: `petitions/${slug}`, ask: () => Promise.reject(new Error(`content/petitions/${slug}/petition.yml has faults. “npm run build” names them.`)) })),
  ];
  const chosen = chosenSources(sources, values.only);
  if (chosen.length === 0 && values.only !== undefined && values.only !== 'petitions') throw new Refusal(`There is no source “${values.only}”. There ${sources.length === 0 ? 'are none yet: no petition has a form' : `are: ${sources.map(({ name }) => name).join(', ')}`}.`, 2);
  const rows = await refresh(chosen, ({ source, ok, says, took }) => {
    if (!values.json) google.print(`${ok ? 'well  ' : 'failed'}  ${source}  ${says}  ${took.toFixed(1)} s`);
  });
  await desk?.then(({ ledger }) => ledger.close(), () => {});
  if (values.json) google.print(JSON.stringify(rows));
  else if (rows.length === 0) google.print('No petition has a form, so there is nothing to ask.');
  const failed = rows.filter(({ ok }) => !ok).length;
  return failed === 0 ? 0 : settings && failed === rows.length ? 2 : 1;
}

async function openDesk(root: string, google: GoogleWorld): Promise<SyncDesk> {
  const forms = google.api('look');
  const ledger = await openLedger(google.env, root);
  return { ledger, forms, hashes: keyedHashes(await ledger.secret()) };
}

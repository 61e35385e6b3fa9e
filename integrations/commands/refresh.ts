import { basename } from 'node:path';
import { describeFault, type Fault } from '../../src/domain/fault.ts';
import { dayIn } from '../../src/domain/instant.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { site } from '../../src/site.ts';
import { clockFrom } from '../files/current-edition.ts';
import { typedMetrics } from '../files/typed-figures.ts';
import { GoogleFault } from '../google/google-fault.ts';
import { readFormPetitions } from '../petitions/form-petitions.ts';
import { petitionSources } from '../petitions/petition-sources.ts';
import type { SyncDesk } from '../petitions/sync.ts';
import { realDesk } from '../petitions/waiting-time.ts';
import { Refusal } from '../refusal.ts';
import { chosenSources, refresh, type Source } from '../refresh.ts';
import { allSources } from '../sources/all-sources.ts';
import { figureSources } from '../sources/figure-sources.ts';
import { ownSources } from '../sources/own-sources.ts';
import { sourceDesk } from '../sources/source-desk.ts';
import { restUnasked } from '../sources/unasked.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { readArguments } from './arguments.ts';
import { PROJECT, realGoogle, type GoogleWorld } from './petition/google-of.ts';

const HELP = `npm run refresh                            asks every source, and syncs every petition with its form
npm run refresh -- --only petitions        only petitions; --only <slug> for one, --only search-console for a source
npm run refresh -- --json                  the outcome as JSON
npm run refresh -- --full                  compares every answer of the forms, and erases what was deleted there
npm run refresh -- --full --believe        even if very many were deleted; without --full also figures that are suddenly gone

What was known stands when a source fails. Exit 0 when all went well, 1 when a source failed, 2 when nothing could be done.`;

/** What figures come from, and how long Google is waited for. */
export interface FigureWorld {
  organisation: Pick<Organisation, 'languages' | 'timeZone' | 'sources'> & Partial<Pick<Organisation, 'url'>>;
  random(): number;
  wait(milliseconds: number, signal: AbortSignal): Promise<unknown>;
}

/** `npm run refresh`. Exit 0 when all went well, 1 when a source failed, 2 when settings let nothing be done. */
export async function refreshAll(args: string[], root = PROJECT, google: GoogleWorld = realGoogle(), figures: FigureWorld = { ...realDesk, organisation: site }): Promise<number> {
  const { values } = readArguments(args, { help: HELP, options: { only: { type: 'string' }, json: { type: 'boolean' }, full: { type: 'boolean' }, believe: { type: 'boolean' } } });
  if (values.help) {
    google.print(HELP);
    return 0;
  }
  const { organisation } = figures;
  const today = dayIn(organisation.timeZone, clockFrom(google.env));
  const { petitions, unreadable } = await readFormPetitions(root, organisation.languages, today, organisation.timeZone);
  let settings = 0;
  let opened: Promise<Store> | undefined;
  const store = () => (opened ??= openStore(google.env, root));
  const noting = (source: Source): Source => ({
    ...source,
    ask: () => source.ask().catch((error: unknown) => {
      if (error instanceof GoogleFault && error.trouble === 'settings') settings += 1;
      throw error;
    }),
  });
  let desk: Promise<SyncDesk> | undefined;
  const now = () => Date.parse(clockFrom(google.env));
  const misnamed: Fault[] = [];
  await typedMetrics(root, misnamed);
  const sources: Source[] = [
    ...petitionSources(petitions, () => (desk ??= openDesk(store, google)), { full: values.full ?? false, believe: values.believe ?? false }),
    ...unreadable.map((slug) => ({ name: `petitions/${slug}`, ask: () => Promise.reject(new Error(`content/petitions/${slug}/petition.yml has faults. “npm run build” names them.`)) })),
    ...figureSources([...allSources(organisation.sources, sourceDesk(google.env, organisation, async () => (await store()).ledger, { ...figures, now })), ...(await ownSources(root, organisation, async () => (await store()).ledger, now))], async () => (await store()).history, { today, believe: values.believe ?? false, now }),
    ...misnamed.map((fault) => ({ name: `typed/${basename(fault.file)}`, ask: () => Promise.reject(new Error(describeFault(fault))) })),
  ];
  const chosen = chosenSources(sources, values.only).map(noting);
  if (chosen.length === 0 && values.only !== undefined && values.only !== 'petitions') throw new Refusal(`There is no source “${values.only}”. There ${sources.length === 0 ? 'are none yet: no petition has a form, and “sources” in content/site.ts names none' : `are: ${sources.map(({ name }) => name).join(', ')}`}.`, 2);
  const rows = await refresh(chosen, ({ source, ok, says, took }) => {
    if (!values.json) google.print(`${ok ? 'well  ' : 'failed'}  ${source}  ${says}  ${took.toFixed(1)} s`);
  });
  // What the store cannot do, rows have told, and nothing here is lost by it.
  if (values.only === undefined) await store().then(({ history }) => restUnasked(history, sources.map(({ name }) => name))).catch(() => undefined);
  await opened?.then((one) => one.close());
  if (values.json) google.print(JSON.stringify(rows));
  else if (rows.length === 0) google.print('No petition has a form, and “sources” in content/site.ts names none, so there is nothing to ask.');
  const failed = rows.filter(({ ok }) => !ok).length;
  return failed === 0 ? 0 : settings === rows.length ? 2 : 1;
}

async function openDesk(store: () => Promise<Store>, google: GoogleWorld): Promise<SyncDesk> {
  const forms = google.api('look');
  const { ledger } = await store();
  return { ledger, forms, hashes: keyedHashes(await ledger.secret()) };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { googleForms } from '../google/google-forms.ts';
import { sync } from '../petitions/sync.ts';
import { openLedger } from '../store/open-ledger.ts';
import { answeringForm } from './answering-form.ts';
import { peakMemory, timed } from './own-cost.ts';

// A program of its own, because memory that somebody else took would count.
const answers = Number(process.argv[2] ?? 1_000_000);
const { apis, end, ...form } = await answeringForm(answers);
const folder = await mkdtemp(join(tmpdir(), 'rostrum-sync-'));
try {
  const api = googleForms({ GOOGLE_ACCESS_TOKEN: 'a-token', GOOGLE_APIS_URL: apis }, 'look');
  let requests = 0;
  const forms: typeof api = { ...api, responses: (id, wish) => (requests++, api.responses(id, wish)) };
  const ledger = await openLedger({ DATA_DIR: folder }, folder);
  const desk = { ledger, forms, hashes: keyedHashes(await ledger.secret()) };
  const petition = { slug: 'a-million', form: { ...form, confirmation: 'OK' }, fields: ['name' as const, 'email' as const, 'place' as const], languages: ['nl', 'en'], open: true };
  const run = async () => {
    const asked = requests;
    const { outcome, cpu, wall } = await timed(() => sync(desk, petition));
    return { added: outcome!.added, requests: requests - asked, cpu, wall };
  };
  const first = await run();
  const again = await run();
  const { states } = await ledger.counts('a-million');
  await ledger.close();
  console.log(JSON.stringify({ answers, valid: states.valid, first, again, memory: peakMemory() }));
} finally {
  end();
  await rm(folder, { recursive: true, force: true });
}

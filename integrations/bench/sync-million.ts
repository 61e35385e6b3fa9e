import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FormQuestions } from '../../src/domain/petition.ts';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { googleForms } from '../google/google-forms.ts';
import { sync } from '../petitions/sync.ts';
import { openLedger } from '../store/open-ledger.ts';

// A program of its own, because memory that somebody else took would count.
const answers = process.argv[2] ?? '1000000';
const google = fork(fileURLToPath(new URL('million-answers.ts', import.meta.url)), [answers], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
const folder = await mkdtemp(join(tmpdir(), 'rostrum-sync-'));
try {
  const [form] = (await once(google, 'message')) as [{ apis: string; id: string; public: string; questions: FormQuestions }];
  const api = googleForms({ GOOGLE_ACCESS_TOKEN: 'a-token', GOOGLE_APIS_URL: form.apis }, 'look');
  let requests = 0;
  const forms: typeof api = { ...api, responses: (id, wish) => (requests++, api.responses(id, wish)) };
  const ledger = await openLedger({ DATA_DIR: folder }, folder);
  const desk = { ledger, forms, hashes: keyedHashes(await ledger.secret()) };
  const petition = { slug: 'a-million', form: { ...form, confirmation: 'OK' }, fields: ['name' as const, 'email' as const, 'place' as const], languages: ['nl', 'en'], open: true };
  const timed = async () => {
    const [cpu, wall, asked] = [process.cpuUsage(), performance.now(), requests];
    const report = await sync(desk, petition);
    const { user, system } = process.cpuUsage(cpu);
    return { added: report!.added, requests: requests - asked, cpu: Number(((user + system) / 1e6).toFixed(2)), wall: Number(((performance.now() - wall) / 1000).toFixed(2)) };
  };
  const first = await timed();
  const again = await timed();
  const { states } = await ledger.counts('a-million');
  await ledger.close();
  // Node tells the peak in units of 1024 bytes.
  console.log(JSON.stringify({ answers: Number(answers), valid: states.valid, first, again, memory: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6) }));
} finally {
  google.disconnect();
  await rm(folder, { recursive: true, force: true });
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayIn } from '../../src/domain/instant.ts';
import { googleReports } from '../google/google-reports.ts';
import { realDesk } from '../petitions/waiting-time.ts';
import { refreshSource } from '../sources/refresh-source.ts';
import { searchConsole } from '../sources/search-console.ts';
import { openStore } from '../store/open-store.ts';
import { peakMemory, timed } from './own-cost.ts';

// A program of its own, because memory that somebody else took would count.
const figures = process.argv[2] ?? '1000000';
const now = () => Date.parse('2026-11-23T20:00:00Z');
const today = dayIn('America/Los_Angeles', new Date(now()).toISOString());
// As many days as Search Console keeps.
const google = fork(fileURLToPath(new URL('million-figures.ts', import.meta.url)), [figures, '480', today], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
const folder = await mkdtemp(join(tmpdir(), 'rostrum-refresh-'));
try {
  const [{ apis }] = (await once(google, 'message')) as [{ apis: string }];
  const reports = googleReports({ GOOGLE_ACCESS_TOKEN: 'a-token', GOOGLE_APIS_URL: apis }, realDesk);
  let requests = 0;
  const source = searchConsole({ site: 'sc-domain:example.org' }, ['nl'], { ...reports, search: (...wish) => (requests++, reports.search(...wish)) }, now);
  const { history, close } = await openStore(process.env['DATABASE_URL'] ? process.env : { DATA_DIR: folder }, folder);
  const refreshed = async () => {
    const asked = requests;
    const { outcome, cpu, wall } = await timed(() => refreshSource(source, history, { today, now, portions: 1000, bound: 3_600_000 }));
    const { added, revised, removed } = outcome!;
    return { added, changed: revised + removed, requests: requests - asked, cpu, wall };
  };
  const first = await refreshed();
  const again = await refreshed();
  await close();
  console.log(JSON.stringify({ figures: Number(figures), first, again, memory: peakMemory() }));
} finally {
  google.disconnect();
  await rm(folder, { recursive: true, force: true });
}

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
  const timed = async (rounds: number) => {
    const [cpu, wall, asked] = [process.cpuUsage(), performance.now(), requests];
    let [added, changed] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const report = (await refreshSource(source, history, { today, now, portions: 1000, bound: 3_600_000 }))!;
      added += report.added;
      changed += report.revised + report.removed;
    }
    const { user, system } = process.cpuUsage(cpu);
    return { added, changed, requests: requests - asked, cpu: Number(((user + system) / 1e6).toFixed(2)), wall: Number(((performance.now() - wall) / 1000).toFixed(2)) };
  };
  const first = await timed(1);
  const again = await timed(1);
  await close();
  // Node tells the peak in units of 1024 bytes.
  console.log(JSON.stringify({ figures: Number(figures), first, again, memory: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6) }));
} finally {
  google.disconnect();
  await rm(folder, { recursive: true, force: true });
}

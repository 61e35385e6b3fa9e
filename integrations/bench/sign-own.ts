import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PetitionFacts } from '../../src/domain/petition-facts.ts';
import { openSigning } from '../web/open-signing.ts';
import { startServer } from '../web/server.ts';

/** The petition of the benchmark. */
const PETITION: PetitionFacts = {
  slug: 'bridge', texts: { en: { lang: 'en', title: 'The bridge', ask: 'Open the bridge.', target: 'The council', version: '1a2b3c4d' } },
  terms: { target: 'The council', opens: '2020-01-01', closes: '2120-01-01', paused: false, fields: ['name', 'email', 'place'], retention: 6, offline: [] },
  opensAt: '2020-01-01T00:00:00.000Z', closesAt: '2120-01-01T00:00:00.000Z', anonymisedOn: '2120-07-01', organisation: 'Bench', mail: 'bench@example.org',
};

// A process of its own, like the peer: the server that npm start runs, over a site of one page, until it is ended.
const [root = ''] = process.argv.slice(2);
const release = join(root, 'release');
for (const folder of ['client/en', 'server']) await mkdir(join(release, folder), { recursive: true });
await writeFile(join(release, 'client/en/index.html'), '<!doctype html><html lang="en"><title>Bench</title></html>');
await writeFile(join(release, 'server/site.json'), JSON.stringify({ builtAt: '2026-11-23T10:00:00.000Z', languages: ['en'], nextChange: null, redirects: {}, policies: { '': "default-src 'none'" } }));
await writeFile(join(release, 'server/petitions.json'), JSON.stringify({ bridge: PETITION }));
await symlink('release', join(root, 'dist'));
const signing = await openSigning({ root, env: { DATA_DIR: join(root, 'data') }, now: Date.now, log: (line) => console.error(line) }, { trustProxy: 1, siteUrl: undefined });
const server = await startServer({ root, host: '127.0.0.1', port: 0, trustProxy: 1, signing: signing.room });
process.send!({ address: server.address, path: '/petitions/bridge/sign' });
process.once('disconnect', () => process.exit());

import { join } from 'node:path';
import { openRooms } from '../web/open-rooms.ts';
import { startServer } from '../web/server.ts';
import { benchPetition, writeBenchSite } from './bench-site.ts';

// A process of its own, like the peer: the server that npm start runs, over a site of one petition, until it is ended.
const [root = ''] = process.argv.slice(2);
await writeBenchSite(root, benchPetition());
const rooms = await openRooms({ root, env: { DATA_DIR: join(root, 'data'), RELAY: 'off' }, now: Date.now, log: (line) => console.error(line) }, { trustProxy: 1, siteUrl: undefined });
const server = await startServer({ root, host: '127.0.0.1', port: 0, trustProxy: 1, signing: rooms.signing });
process.send!({ address: server.address, path: '/petitions/bridge/sign' });
process.once('disconnect', () => process.exit());

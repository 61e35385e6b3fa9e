import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** What the bare server uses of Fastify. */
interface Fastify {
  register(plugin: unknown): Fastify;
  post(path: string, answer: (request: { body: Record<string, string> }, reply: { code(status: number): { header(name: string, value: string): { send(): void } } }) => Promise<unknown>): Fastify;
  listen(where: { host: string; port: number }): Promise<string>;
}

// The bare peer: Fastify, its form plugin and one table. A signature is answered when it is on disk, and all that wait
// at the same time share a commit, as with us; it judges nothing, counts nothing and forgets who signed twice.
const [root = '', ground = ''] = process.argv.slice(2);
const load = async (name: string) => (await import(pathToFileURL(createRequire(join(ground, 'package.json')).resolve(name)).href)) as { default: unknown };
const makeServer = (await load('fastify')).default as () => Fastify;
const forms = (await load('@fastify/formbody')).default;

const database = new DatabaseSync(join(root, 'peer.sqlite'));
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE signatures (ref TEXT PRIMARY KEY, name TEXT, email TEXT, place TEXT, updates INTEGER, lang TEXT, source TEXT, bucket TEXT, at INTEGER) STRICT, WITHOUT ROWID');
const insert = database.prepare('INSERT OR IGNORE INTO signatures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
let waiting: { row: (string | number)[]; stored(): void }[] = [];

function commit(): void {
  const group = waiting;
  waiting = [];
  database.exec('BEGIN IMMEDIATE');
  for (const { row } of group) insert.run(...row);
  database.exec('COMMIT');
  for (const { stored } of group) stored();
}

const server = makeServer();
server.register(forms);
server.post('/sign', async ({ body }, reply) => {
  await new Promise<void>((stored) => {
    const word = (name: string) => body[name] ?? '';
    waiting.push({ row: [word('ref'), word('name'), word('email'), word('place'), Number(word('updates') === 'yes'), word('lang'), word('source'), word('bucket'), Date.now()], stored });
    if (waiting.length === 1) setImmediate(commit);
  });
  reply.code(303).header('Location', '/thanks').send();
  return reply;
});
process.send!({ address: await server.listen({ host: '127.0.0.1', port: 0 }), path: '/sign' });
process.once('disconnect', () => process.exit());

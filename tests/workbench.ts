import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const COPIED = ['src', 'integrations', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** The moment that all test builds show. */
export const NOW = '2026-11-23T10:00:00Z';

/** How a command ended; `said` is what it printed, both streams together. */
export interface Outcome {
  code: number | null;
  said: string;
}

export interface BuildOptions {
  strict?: boolean;
  env?: Record<string, string>;
}

/**
 * A copy of the project in a temporary folder, to be changed and built without touching the original. Real copies,
 * not links, because the bundler follows links to where they lead. `content` says whose texts come along.
 */
export async function copyProject({ content = 'sample', pictures }: { content?: 'sample' | 'none'; pictures?: string } = {}): Promise<ProjectCopy> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'rostrum-')));
  for (const name of content === 'sample' ? [...COPIED, 'content'] : COPIED) await cp(join(PROJECT, name), join(root, name), { recursive: true });
  await rm(join(root, 'integrations/bench'), { recursive: true, force: true });
  // Addresses that this checkout has promised belong to its own content.
  if (content === 'none') await rm(join(root, 'content'), { recursive: true, force: true });
  await symlink(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  // Pictures that another copy has drawn already need not be drawn again.
  if (pictures) for (const kept of ['pictures', 'share']) await cp(join(pictures, '..', kept), join(root, '.data', kept), { recursive: true });
  return new ProjectCopy(root);
}

export class ProjectCopy {
  root: string;
  /** Folder of the site that is live. */
  client: string;

  constructor(root: string) {
    this.root = root;
    this.client = join(root, 'dist/client');
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true });
    await writeFile(join(this.root, path), content);
  }

  async read(path: string): Promise<string> {
    return readFile(join(this.root, path), 'utf8');
  }

  /** Changes a text file; a change that changes nothing is a mistake of the test. */
  async edit(path: string, change: (text: string) => string): Promise<void> {
    const before = await this.read(path);
    const after = change(before);
    if (after === before) throw new Error(`The edit of ${path} changed nothing.`);
    await this.write(path, after);
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.root, path), { recursive: true });
  }

  /** Starts a build and gives the process, to be watched or killed. */
  startBuild({ strict = false, env = {} }: BuildOptions = {}): ChildProcess {
    const { HOSTING: _, SITE_URL: __, NODE_OPTIONS: ___, ...inherited } = process.env;
    return spawn(process.execPath, ['integrations/commands/rostrum.mjs', 'build', ...(strict ? ['--strict'] : [])], {
      cwd: this.root,
      env: { ...inherited, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ROSTRUM_NOW: NOW, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async build(options: BuildOptions = {}): Promise<Outcome> {
    return outcomeOf(this.startBuild(options));
  }

  async discard(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}

/** Waits for a process and gathers what it prints. */
export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part: string) => (said += part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

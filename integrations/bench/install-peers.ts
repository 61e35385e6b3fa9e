import { spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { PEER_FILES } from './contender.ts';

/** The environment of every program of the benchmark: this Node first, no settings of the person who measures. */
export function cleanEnvironment(from: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { PATH: `${dirname(process.execPath)}${delimiter}${from['PATH'] ?? ''}`, HOME: from['HOME'], ASTRO_TELEMETRY_DISABLED: '1' };
}

/** Installs what we compare with, listed in `files`, into `folder` unless this very list is there; needs the npm registry. */
export async function installPeers(folder: string, say: (line: string) => void, files: string = PEER_FILES): Promise<void> {
  const lock = await readFile(join(files, 'package-lock.json'), 'utf8');
  const done = join(folder, 'installed.json');
  if ((await readFile(done, 'utf8').catch(() => '')) === lock) return;
  say(`Installing what we compare with into ${folder}; this happens once and needs the npm registry.`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await copyFile(join(files, file), join(folder, file));
  // What npm and its settings need (proxy, registry) is in the whole environment.
  const env = { ...process.env, ...cleanEnvironment() };
  const npm = spawn('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  const code = await new Promise<number | null>((resolve, reject) => npm.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Refusal('What we compare with could not be installed (npm’s words are above). Check that this machine reaches the npm registry, then try again.');
  await writeFile(done, lock);
}

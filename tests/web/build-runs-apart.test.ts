import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startBuild } from '../../integrations/web/build-child.ts';
import { projectFolder } from './release-folder.ts';

describe('a build in a process of its own', () => {
  const program = async (text: string) => {
    const root = await projectFolder();
    await mkdir(join(root, 'integrations/commands'), { recursive: true });
    await writeFile(join(root, 'integrations/commands/rostrum.mjs'), text);
    return root;
  };

  test('gives the reason when it fails', async () => {
    const root = await program(`if (process.argv[2] !== 'build') throw 1; console.error('No more room on the disk.'); process.exitCode = 3;`);
    expect(await startBuild(root, 'background').outcome).toEqual({ ok: false, reason: 'No more room on the disk.' });
  });

  test('runs in the project’s folder and lets the readers of the site go first', async () => {
    const root = await program(`import { getPriority } from 'node:os'; import { writeFileSync } from 'node:fs'; setTimeout(() => writeFileSync('priority', String(getPriority())), 50);`);
    expect(await startBuild(root, 'background').outcome).toEqual({ ok: true });
    expect(Number(await readFile(join(root, 'priority'), 'utf8'))).toBeGreaterThanOrEqual(10);
  });

  test('can be stopped', async () => {
    const build = startBuild(await program('setInterval(() => {}, 1000);'), 'background');
    build.stop();
    expect(await build.outcome).toEqual({ ok: false, reason: 'The build was ended by SIGTERM.' });
  });
});

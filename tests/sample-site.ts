import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from '../integrations/web/server.ts';
import { copyProject } from './workbench.ts';

/** The sample site, built once for all site tests; nobody may change it. */
export interface SampleSite {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  address: string;
  /** The project copy it was built in. */
  root: string;
  client: string;
  server: string;
  /** Drawn pictures, for copies that show the same ones. */
  pictures: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    site: SampleSite;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const copy = await copyProject();
  // The sample has moved nothing so far; one old address shows what then happens.
  await copy.write('content/redirects.yml', 'press/old-call-for-internet: press/free-internet-outside-the-centre\n');
  const outcome = await copy.build({ strict: true });
  if (outcome.code !== 0) {
    await copy.discard();
    throw new Error(`The sample site could not be built:\n${outcome.said}`);
  }
  const server = await startServer({ root: copy.root, host: '127.0.0.1', port: 0, trustProxy: 0 });
  project.provide('site', { address: server.address, root: copy.root, client: copy.client, server: join(copy.root, 'dist/server'), pictures: join(copy.root, '.data/pictures') });
  return async () => {
    await server.close();
    await copy.discard();
  };
}

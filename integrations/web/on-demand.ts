import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';

/** Astro's part for pages made on request: answers, or calls `next`, with an error when it failed. Pages find `locals` as `Astro.locals`. */
export type OnDemand = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void, locals?: object) => unknown;

/** Loads that part of a release from its `server/entry.mjs`; throws one sentence when it cannot be used. */
export async function loadOnDemand(entry: string): Promise<OnDemand> {
  // Astro's entry would open a server of its own.
  process.env['ASTRO_NODE_AUTOSTART'] = 'disabled';
  const module: { handler?: unknown } = await import(pathToFileURL(entry).href).catch((error: unknown) => {
    throw new Error(`server/entry.mjs cannot be loaded (${error instanceof Error ? error.name : 'unknown'}); build the site again with npm run build.`);
  });
  if (typeof module.handler !== 'function') throw new Error('server/entry.mjs exports no handler; build the site again with npm run build.');
  return module.handler as OnDemand;
}

import type { Instant } from '../../src/domain/instant.ts';
import type { StoreCondition } from './store-condition.ts';

/** What the watchman of a server wants to know. */
export interface Condition {
  /** When the release that is served was built; undefined when there is none. */
  published: Instant | undefined;
  /** Why no release could be loaded; used when there is none. */
  refused?: string | undefined;
  /** Why the last scheduled build failed; undefined when it went well. */
  failedBuild?: string | undefined;
  /** How the store of signatures is; undefined where nobody signs. */
  store?: StoreCondition | undefined;
}

/** The answer to `/healthz`: 503 without a site, or when signatures cannot be stored; 200 otherwise, also when a newer site could not be built. */
export function healthAnswer(condition: Condition): { status: 200 | 503; body: string } {
  const { published, refused, failedBuild, store } = condition;
  if (!published) return { status: 503, body: JSON.stringify({ ok: false, reason: discreet(refused ?? 'No site was built yet; run npm run build.') }) };
  const failure = failedBuild === undefined ? {} : { lastBuild: 'failed', reason: discreet(failedBuild) };
  if (store && 'fault' in store) return { status: 503, body: JSON.stringify({ ok: false, reason: discreet(store.fault), published, store: 'refuses', ...failure }) };
  return { status: 200, body: JSON.stringify({ ok: true, published, ...(store && { store: 'ok', waiting: store.waiting, refreshed: store.refreshed ?? null }), ...failure }) };
}

/**
 * The first line of a reason as anybody may read it: content files and quoted words are left out, for they may name a
 * story that is still under embargo. The whole reason stands in the server's own output.
 */
function discreet(reason: string): string {
  const line = reason.split('\n').map((text) => text.trim()).find(Boolean) ?? '';
  return line.replace(/["“„«‘'`][^"“”„«»‘’'`]*["”»’'`]/g, '“…”').replace(/[^\s(]*[/\\][^\s),;:]*(?=[\s),;:.]|$)/g, (path) => (/^(npm|server|client)\b/.test(path) ? path : '…')).slice(0, 300);
}

import { Refusal } from '../refusal.ts';
import { readServerSettings } from './server-settings.ts';

/** Where people reach the site: SITE_URL, or where the server listens. Refused in a sentence when either makes no sense. */
export function siteRoot(env: Readonly<Record<string, string | undefined>>): string {
  const written = publicAddress(env);
  if (written) return written;
  const settings = readServerSettings(env);
  if (typeof settings === 'string') throw new Refusal(settings, 2);
  const { host, port } = settings;
  // A server that listens everywhere has no address of its own that a browser could open.
  const open = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${open.includes(':') ? `[${open}]` : open}:${port}`;
}

/** What is to be said of `siteRoot` when neither SITE_URL nor PORT tells where the server is; undefined when one does. */
export function rootDoubt(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env['SITE_URL']?.trim() || env['PORT']?.trim()) return undefined;
  return 'This is the address of a server on port 4321 of this machine. If yours is reached elsewhere, set PORT or SITE_URL as for the server, and invite again.';
}

/** SITE_URL without a slash at its end; undefined when it is not set. */
export function publicAddress(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const written = env['SITE_URL']?.trim();
  if (!written) return undefined;
  if (!/^https?:\/\//.test(written) || !URL.canParse(written)) throw new Refusal(`SITE_URL is “${written}”, which is no address of a site: write it like https://example.org, or leave it out.`, 2);
  return written.replace(/\/+$/, '');
}

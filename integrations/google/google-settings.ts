import { readFileSync } from 'node:fs';
import { GoogleFault } from './google-fault.ts';

/** Who we are to Google: a token for an hour, a service account, or a person who permitted us to act for them until further notice. */
export type Credentials = { token: string } | { email: string; key: string } | { client: string; secret: string; refresh: string };

/** Where Google is. */
export interface GooglePlaces {
  /** Root of all APIs, ending with `/`; undefined for Google's own. */
  apis: string | undefined;
  /** Root of public forms, without a `/` at the end. */
  forms: string;
}

/** Our client for signing in with Google, as the Google Cloud console shows it. */
export interface OAuthClient {
  id: string;
  secret: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads GOOGLE_APIS_URL and GOOGLE_FORMS_URL. Throws a `GoogleFault` (`settings`) for what is no address. */
export function googlePlaces(env: Environment): GooglePlaces {
  const apis = address(env, 'GOOGLE_APIS_URL');
  return { apis: apis && `${apis}/`, forms: address(env, 'GOOGLE_FORMS_URL') ?? 'https://docs.google.com/forms' };
}

/**
 * Reads GOOGLE_APPLICATION_CREDENTIALS (the key file of a service account) or else GOOGLE_ACCESS_TOKEN. Throws a `GoogleFault`
 * (`settings`) when there is neither, or the file is no such key; the message never quotes the file.
 */
export function googleCredentials(env: Environment, read: (path: string) => string = (path) => readFileSync(path, 'utf8')): Credentials {
  const file = env['GOOGLE_APPLICATION_CREDENTIALS']?.trim();
  const token = env['GOOGLE_ACCESS_TOKEN']?.trim();
  if (!file && !token) {
    throw new GoogleFault('settings', 'There are no credentials for Google. Set GOOGLE_APPLICATION_CREDENTIALS to the key file of a service account, or GOOGLE_ACCESS_TOKEN to a token.');
  }
  if (!file) {
    if (!/^[\x21-\x7e]+$/.test(token!)) throw new GoogleFault('settings', 'GOOGLE_ACCESS_TOKEN is no token: it may hold no blanks and no letters beyond a–z. Copy it again.');
    return { token: token! };
  }
  return keyIn('GOOGLE_APPLICATION_CREDENTIALS', file, read);
}

/**
 * Reads GOOGLE_OAUTH_CLIENT_ID and GOOGLE_OAUTH_CLIENT_SECRET; undefined when neither is set. Throws a `GoogleFault` (`settings`) for half
 * of them, and for what cannot be such an id.
 */
export function oauthClient(env: Environment): OAuthClient | undefined {
  const [id, secret] = [env['GOOGLE_OAUTH_CLIENT_ID']?.trim(), env['GOOGLE_OAUTH_CLIENT_SECRET']?.trim()];
  if (!id && !secret) return undefined;
  if (!id || !secret) throw new GoogleFault('settings', `GOOGLE_OAUTH_CLIENT_${id ? 'SECRET' : 'ID'} is missing: signing in with Google needs both. Copy it from “Clients” in the Google Cloud console, or leave both out.`);
  if (/[^\x21-\x7e]/.test(id + secret)) throw new GoogleFault('settings', 'GOOGLE_OAUTH_CLIENT_ID or GOOGLE_OAUTH_CLIENT_SECRET holds blanks or letters beyond a–z. Copy both again.');
  return { id, secret };
}

/** Reads GOOGLE_PERSON_CREDENTIALS, a person's permission, for what no service account may do; all else is as above, and so it is without that setting. */
export function personCredentials(env: Environment, read: (path: string) => string = (path) => readFileSync(path, 'utf8')): Credentials {
  const file = env['GOOGLE_PERSON_CREDENTIALS']?.trim();
  return file ? keyIn('GOOGLE_PERSON_CREDENTIALS', file, read) : googleCredentials(env, read);
}

function keyIn(setting: string, file: string, read: (path: string) => string): Credentials {
  const wrong = (what: string) => new GoogleFault('settings', `${setting} names ${file}, ${what}. ${setting === 'GOOGLE_PERSON_CREDENTIALS' ? 'Make it with “gcloud auth application-default login” and the scopes of YouTube' : 'Download the service account’s key as JSON from Google Cloud'} and write its path there.`);
  let text: string;
  try {
    text = read(file);
  } catch (error) {
    throw wrong(`which cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`);
  }
  let key: { type?: unknown; client_email?: unknown; private_key?: unknown; client_id?: unknown; client_secret?: unknown; refresh_token?: unknown } | null;
  try {
    key = JSON.parse(text) as typeof key;
  } catch {
    throw wrong('which is no JSON');
  }
  // The file that Google’s own tools write for a person.
  if (key?.type === 'authorized_user' && typeof key.client_id === 'string' && typeof key.client_secret === 'string' && typeof key.refresh_token === 'string') return { client: key.client_id, secret: key.client_secret, refresh: key.refresh_token };
  if (setting === 'GOOGLE_PERSON_CREDENTIALS') throw wrong('which is not the permission of a person');
  if (key?.type !== 'service_account' || typeof key.client_email !== 'string' || typeof key.private_key !== 'string') throw wrong('which is not the key of a service account');
  return { email: key.client_email, key: key.private_key };
}

function address(env: Environment, name: string): string | undefined {
  const written = env[name]?.trim();
  if (!written) return undefined;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new GoogleFault('settings', `${name} is “${written}”, which is no address of a server. Write it like https://example.org, or leave it out.`);
  }
  return written.replace(/\/+$/, '');
}

import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { page, redirect, type Reply } from './reply.ts';

/** Who signs in at the stand-in from now on, and what it then says wrongly. */
export interface SignIn {
  email: string;
  verified: boolean;
  /** The person presses “Cancel”. */
  denies?: boolean | undefined;
  /** Claims of the token that differ from what they should be. */
  claims?: Readonly<Record<string, unknown>> | undefined;
  /** The token is signed with another key. */
  forged?: boolean | undefined;
}

/** The stand-in's accounts: sign-in by authorisation code, as https://developers.google.com/identity/openid-connect/openid-connect describes it. */
export interface Accounts {
  signIn: SignIn;
  /** The one client it knows. */
  client: { id: string; secret: string };
  /** Undefined for a path of something else. */
  answer(request: { method: string; path: string; query: URLSearchParams; type: string; body: string }): Reply | undefined;
}

interface Code {
  back: string;
  challenge: string;
  nonce: string;
  by: SignIn;
  ends: number;
}

const CODE_LASTS = 600_000;

/** Accounts of a stand-in; keys are made at first use. */
export function accounts(now: () => number = Date.now): Accounts {
  const codes = new Map<string, Code>();
  let keys: Record<'own' | 'foreign', { publicKey: KeyObject; privateKey: KeyObject }> | undefined;
  const pairs = () => (keys ??= { own: generateKeyPairSync('rsa', { modulusLength: 2048 }), foreign: generateKeyPairSync('rsa', { modulusLength: 2048 }) });
  const desk: Accounts = {
    signIn: { email: 'director@havenlicht.example', verified: true },
    client: { id: 'stand-in.apps.googleusercontent.com', secret: 'stand-in-secret' },
    answer({ method, path, query, type, body }) {
      if (path === '/o/oauth2/v2/auth' && method === 'GET') return authorise(query);
      if (path === '/token' && method === 'POST') return type.startsWith('application/x-www-form-urlencoded') ? trade(new URLSearchParams(body)) : refused(400, 'invalid_request');
      if (path === '/oauth2/v1/certs' && method === 'GET') return { status: 200, headers: { 'Cache-Control': 'public, max-age=3600' }, json: { own: pairs().own.publicKey.export({ type: 'spki', format: 'pem' }) } };
      return undefined;
    },
  };

  function authorise(query: URLSearchParams): Reply {
    const wish = Object.fromEntries(query);
    const back = wish['redirect_uri'] ?? '';
    const wrong = [...query.keys()].length !== Object.keys(wish).length ? 'a parameter twice'
      : wish['client_id'] !== desk.client.id ? 'client_id'
      : !URL.canParse(back) || new URL(back).hash || new URL(back).search ? 'redirect_uri'
      : wish['response_type'] !== 'code' ? 'response_type'
      : !['openid', 'email'].every((scope) => wish['scope']?.split(' ').includes(scope)) ? 'scope'
      : wish['code_challenge_method'] !== 'S256' || !/^[\w-]{43}$/.test(wish['code_challenge'] ?? '') ? 'code_challenge'
      : !wish['nonce'] ? 'nonce' : undefined;
    if (wrong) return page(400, 'Error 400: invalid_request', `<p>${wrong}</p>`);
    const state = wish['state'] ?? '';
    if (desk.signIn.denies) return redirect(`${back}?${new URLSearchParams({ error: 'access_denied', state }).toString()}`);
    const code = `4/${randomBytes(24).toString('base64url')}`;
    codes.set(code, { back, challenge: wish['code_challenge']!, nonce: wish['nonce']!, by: desk.signIn, ends: now() + CODE_LASTS });
    return redirect(`${back}?${new URLSearchParams({ state, code, scope: 'openid email', prompt: 'none' }).toString()}`);
  }

  function trade(sent: URLSearchParams): Reply {
    if (sent.get('client_id') !== desk.client.id || sent.get('client_secret') !== desk.client.secret) return refused(401, 'invalid_client');
    if (sent.get('grant_type') !== 'authorization_code') return refused(400, 'unsupported_grant_type');
    const code = codes.get(sent.get('code') ?? '');
    codes.delete(sent.get('code') ?? '');
    const verifier = sent.get('code_verifier') ?? '';
    const fits = code && code.ends > now() && code.back === sent.get('redirect_uri') && createHash('sha256').update(verifier).digest('base64url') === code.challenge;
    if (!fits) return refused(400, 'invalid_grant');
    return { status: 200, headers: { 'Cache-Control': 'no-store' }, json: { access_token: 'ya29.stand-in', expires_in: 3599, scope: 'openid https://www.googleapis.com/auth/userinfo.email', token_type: 'Bearer', id_token: idToken(code) } };
  }

  function idToken({ nonce, by }: Code): string {
    const issued = Math.floor(now() / 1000);
    const claims = { iss: 'https://accounts.google.com', azp: desk.client.id, aud: desk.client.id, sub: '110169484474386276334', email: by.email, email_verified: by.verified, nonce, iat: issued, exp: issued + 3600, ...by.claims };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'RS256', kid: 'own', typ: 'JWT' })}.${part(claims)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), pairs()[by.forged ? 'foreign' : 'own'].privateKey).toString('base64url')}`;
  }
  return desk;
}

const refused = (status: number, error: string): Reply => ({ status, json: { error, error_description: 'Bad Request' } });

import type { GoogleDoor, Proof } from '../../src/server/google-sign-in.ts';
import { openGoogleIdentity } from './google-client.ts';
import { googlePlaces, oauthClient } from './google-settings.ts';

/** https://accounts.google.com/.well-known/openid-configuration */
const AUTHORISE = 'https://accounts.google.com/o/oauth2/v2/auth';

/** Sign-in with Google as the environment sets it up; undefined without GOOGLE_OAUTH_CLIENT_ID. Throws a `GoogleFault` for half a setting. */
export function googleSignIn(env: Readonly<Record<string, string | undefined>>, log: (line: string) => void = () => {}): GoogleDoor | undefined {
  const client = oauthClient(env);
  if (!client) return undefined;
  const { apis } = googlePlaces(env);
  const authorise = apis ? `${apis}o/oauth2/v2/auth` : AUTHORISE;
  let identity: ReturnType<typeof openGoogleIdentity> | undefined;
  return {
    address({ state, nonce, challenge, back }) {
      const wish = { client_id: client.id, redirect_uri: back, response_type: 'code', scope: 'openid email', state, nonce, code_challenge: challenge, code_challenge_method: 'S256', prompt: 'select_account' };
      return `${authorise}?${new URLSearchParams(wish).toString()}`;
    },
    async proof(code, verifier, back) {
      try {
        const google = await (identity ??= openGoogleIdentity(client, { apis }));
        const { tokens } = await google.getToken({ code, codeVerifier: verifier, redirect_uri: back });
        const ticket = await google.verifyIdToken({ idToken: tokens.id_token ?? '', audience: client.id });
        return proofIn(ticket.getPayload());
      } catch (error) {
        // Its words quote the token, which names the person; its number is enough for whoever set the client up.
        log(`Signing in with Google failed${statusOf(error)}. Check GOOGLE_OAUTH_CLIENT_ID, its secret and the redirect address in the Google Cloud console if this goes on.`);
        return undefined;
      }
    },
  };
}

function proofIn(payload: { email?: string | undefined; email_verified?: boolean | undefined; nonce?: string | undefined } | undefined): Proof | undefined {
  const { email, email_verified: verified, nonce } = payload ?? {};
  return email === undefined ? undefined : { email, verified: verified === true, nonce: nonce ?? '' };
}

function statusOf(error: unknown): string {
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof status === 'number') return ` (answer ${status})`;
  return typeof code === 'string' && /^[A-Z_]{3,30}$/.test(code) ? ` (${code})` : '';
}

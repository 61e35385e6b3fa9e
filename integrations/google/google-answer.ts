import { GoogleFault } from './google-fault.ts';
import { retryAfter } from './retry-after.ts';

/** What the client throws: `status` for answers, `code` alone for the network, a parsed error or an HTML text as the body. */
interface ClientError {
  status?: number;
  code?: string | number;
  name?: string;
  cause?: { code?: string | number };
  response?: { data?: unknown; headers?: Pick<Headers, 'get'> | Record<string, string> };
}

interface ErrorBody {
  error?: { message?: unknown; details?: { reason?: unknown }[]; errors?: { reason?: unknown }[] };
}

/** What to do where that depends on the service; whole sentences. */
export interface Remedies {
  off: string;
  forbidden: string;
  missing: string;
  /** Follows Google's own words about what is wrong. */
  refused: string;
}

const FORM_REMEDIES: Remedies = {
  off: 'Open “APIs & Services” there and switch on the Google Forms, Drive and Sheets APIs.',
  forbidden: 'Share it as an editor with the account in GOOGLE_APPLICATION_CREDENTIALS, or use a token of an account that may see it.',
  missing: 'Use the id from its edit address, …/forms/d/<id>/edit; the one after /d/e/ is another.',
  refused: '',
};

/**
 * The fault behind an error of the client. `what` names the thing that was asked for in the middle of a sentence, such as “the form 1AbC…”.
 * Google's own words are only used for what it finds wrong about a request, shortened and without addresses of people.
 */
export function faultOf(error: unknown, what: string, now: number, remedies: Remedies = FORM_REMEDIES): GoogleFault {
  if (error instanceof GoogleFault) return error;
  const { status, code, name, cause, response } = error as ClientError;
  if (status === undefined || typeof status !== 'number') {
    const reason = [code, cause?.code, name].find((one) => one !== undefined && one !== 'Error');
    return new GoogleFault('unreachable', `Google did not answer when asked for ${what} (${reason ?? 'no reason given'}). Check the connection of this machine; it is tried again.`);
  }
  const body = (typeof response?.data === 'object' ? response.data : undefined) as ErrorBody | undefined;
  const reasons = [...(body?.error?.details ?? []), ...(body?.error?.errors ?? [])].map(({ reason }) => String(reason));
  const wait = retryAfter(headerOf(response?.headers, 'retry-after'), now);
  const limited = reasons.some((reason) => /rate|quota|dailyLimit/i.test(reason));
  if (status === 429 || (status === 403 && limited)) return new GoogleFault('busy', `Google has had too many requests from us and wants a pause (asked for ${what}). It is tried again.`, wait);
  if (status >= 500 || status === 408) return new GoogleFault('busy', `Google has trouble of its own (answer ${status}, asked for ${what}). It is tried again.`, wait);
  // An answer that is no JSON does not come from the API but from something on the way to it.
  if (!body?.error && (status < 400 || status === 403)) return new GoogleFault('busy', `Something answered in Google’s place with a page (${status}, asked for ${what}). It is tried again.`, wait);
  if (status === 401) return new GoogleFault('signed-out', `Google does not accept our credentials (asked for ${what}). Take a new GOOGLE_ACCESS_TOKEN (it lives for an hour), or check GOOGLE_APPLICATION_CREDENTIALS and the clock of this machine.`);
  if (status === 403 && reasons.some((reason) => reason === 'SERVICE_DISABLED' || reason === 'accessNotConfigured')) return new GoogleFault('off', `The API for ${what} is switched off in our Google Cloud project. ${remedies.off}`);
  if (status === 403 && reasons.some((reason) => /SCOPE_INSUFFICIENT|insufficientPermissions/.test(reason))) return new GoogleFault('forbidden', `Our GOOGLE_ACCESS_TOKEN was not made for ${what}. Make one with the scope of that API, or use GOOGLE_APPLICATION_CREDENTIALS.`);
  if (status === 403) return new GoogleFault('forbidden', `Google does not let us at ${what}. ${remedies.forbidden}`);
  if (status === 404) return new GoogleFault('missing', `Google knows nothing of ${what}. ${remedies.missing}`);
  if (status === 400) return new GoogleFault('refused', `Google finds our request for ${what} wrong: ${[plain(body?.error?.message), remedies.refused].filter(Boolean).join(' ')}`);
  return new GoogleFault('odd', `Google answered ${status} when asked for ${what}, which we do not understand. Try again later, and look at it in a browser.`);
}

/** Nothing that looks like an address or a long secret is passed on. */
function plain(message: unknown): string {
  const text = typeof message === 'string' ? message : 'it gives no reason.';
  return text.replace(/\s+/g, ' ').replace(/\S+@\S+/g, '…').replace(/[\w.~+/-]{60,}/g, '…').slice(0, 300);
}

/** The client brings a `Headers` of its own. */
function headerOf(headers: Pick<Headers, 'get'> | Record<string, string> | undefined, name: string): string | null | undefined {
  return typeof headers?.get === 'function' ? headers.get(name) : (headers as Record<string, string> | undefined)?.[name];
}

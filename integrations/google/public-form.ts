import { googlePlaces } from './google-settings.ts';
import { GoogleFault } from './google-fault.ts';
import { retryAfter } from './retry-after.ts';

/** What a public form answered; redirects are not followed. */
export interface PublicAnswer {
  status: number;
  /** Where it sends us, as written. */
  location: string | undefined;
  /** Milliseconds that it asks us to wait. */
  wait: number | undefined;
  /** At most the first 4 MB. */
  body: string;
}

/** A form as everybody reaches it, without an account. Both reject with a `GoogleFault` (`unreachable`) when nothing or only half an answer came. */
export interface PublicForms {
  /** Below which all forms are, `https://docs.google.com/forms`. */
  root: string;
  page(publicId: string): Promise<PublicAnswer>;
  submit(publicId: string, entries: URLSearchParams): Promise<PublicAnswer>;
}

/** Milliseconds until a request is given up. */
const TIMEOUT = 20_000;
/** Real pages have 100 to 500 kB; what is longer is cut. */
const LONGEST = 4_000_000;

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Public forms at GOOGLE_FORMS_URL. */
export function publicForms(env: Readonly<Record<string, string | undefined>>, ask: Fetch = fetch, timeout = TIMEOUT): PublicForms {
  const { forms } = googlePlaces(env);
  const at = (publicId: string, page: string) => `${forms}/d/e/${encodeURIComponent(publicId)}/${page}`;
  return {
    root: forms,
    page: (publicId) => answerOf(ask, at(publicId, 'viewform'), { method: 'GET' }, timeout),
    submit: (publicId, entries) => answerOf(ask, at(publicId, 'formResponse'), { method: 'POST', body: entries }, timeout),
  };
}

async function answerOf(ask: Fetch, url: string, init: RequestInit, timeout: number): Promise<PublicAnswer> {
  try {
    const response = await ask(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    const { status, headers } = response;
    return { status, location: headers.get('location') ?? undefined, wait: retryAfter(headers.get('retry-after'), Date.now()), body: await textOf(response) };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    throw new GoogleFault('unreachable', `The form did not answer (${cause?.code ?? name}). Check the connection of this machine; it is tried again.`);
  }
}

async function textOf(response: Response): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    // Leaving the loop lets the rest go unread.
    if (text.length > LONGEST) return text.slice(0, LONGEST);
  }
  return text + decoder.decode();
}

// What could watch a reader or charge one; the list travels with every answer, so it names nothing that is harmless.
const SWITCHED_OFF = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics'];

/** Header names and values in turn, as `writeHead` takes them. */
export type HeaderList = readonly string[];

/** What every answer carries, whatever it is. */
export const EVERYWHERE: HeaderList = [
  'X-Content-Type-Options', 'nosniff',
  'X-Frame-Options', 'DENY',
  'Referrer-Policy', 'same-origin',
  'Permissions-Policy', SWITCHED_OFF.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy', 'same-origin',
];

/** The content policy of an answer that is words alone: nothing may load, run or be sent. */
export const WORDS_ALONE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** For whoever asks over https through a proxy we trust: stay with https for a year. */
export const STAY_WITH_HTTPS: HeaderList = ['Strict-Transport-Security', 'max-age=31536000'];

/** The content policy of a file that is not a page, for when somebody opens it by itself. */
export function filePolicy(type: string): string {
  // A worker lives under the policy of its own script: the search could not read its index under a sandbox.
  if (type.startsWith('text/javascript')) return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
  // A player that the browser makes around the file loads that file itself.
  if (/^(video|audio)\//.test(type)) return "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox";
  // Browsers refuse to show a PDF under a sandbox.
  if (type === 'application/pdf') return "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'";
  return "default-src 'none'; style-src 'unsafe-inline'; sandbox";
}

const FOR_OTHER_SITES = /^(image|video|audio)\/|^text\/(calendar|vtt)|json|rss|atom/;
const FOR_OTHER_SCRIPTS = /json|rss|atom/;

/** The security headers of an answer of this media type under this content policy. */
export function securityHeaders(type: string, policy: string): HeaderList {
  return [
    ...EVERYWHERE,
    'Content-Security-Policy', policy,
    'Cross-Origin-Resource-Policy', FOR_OTHER_SITES.test(type) ? 'cross-origin' : 'same-origin',
    ...(FOR_OTHER_SCRIPTS.test(type) ? ['Access-Control-Allow-Origin', '*'] : []),
  ];
}

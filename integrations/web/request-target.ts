/** What a request asks for: the path decoded once and in NFC, the query as it came with its `?`, or empty. */
export interface Target {
  path: string;
  query: string;
}

/** Reads a request target; undefined for one that is no address: broken percent-encoding, or no leading slash. */
export function readTarget(raw: string): Target | undefined {
  // A proxy may send the whole address (RFC 9112, section 3.2.2); which host it names changes nothing here.
  const own = raw.startsWith('/') ? raw : raw.replace(/^https?:\/\/[^/?#]*(?=\/)/i, '');
  const at = own.indexOf('?');
  const path = decodePath(at < 0 ? own : own.slice(0, at));
  return path?.startsWith('/') ? { path, query: at < 0 ? '' : own.slice(at) } : undefined;
}

/** A path decoded once and in NFC; an encoded slash stays encoded, for it separates nothing. Undefined when broken. */
export function decodePath(path: string): string | undefined {
  if (!/[^\x21-\x7e]|%/.test(path)) return path;
  try {
    return decodeURIComponent(path.replace(/%(?=2f|5c|00)/gi, '%25')).normalize('NFC');
  } catch {
    return undefined;
  }
}

/** A decoded path as it may stand in a `Location` header. */
export const encodePath = (path: string): string => encodeURI(path).replace(/[?#]/g, encodeURIComponent);

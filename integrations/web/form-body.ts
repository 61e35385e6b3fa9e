import type { IncomingMessage } from 'node:http';

/** The most fields that anybody may send. */
export const MOST_FIELDS = 100;

/** What a form sent, by the names of the fields that were asked for. */
export type FormFields = Readonly<Record<string, string | undefined>>;

/** True for the one kind of body that a form without files sends; browsers name no other letters than UTF-8 for ours. */
export function isFormBody(request: Pick<IncomingMessage, 'headers'>): boolean {
  return /^application\/x-www-form-urlencoded\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?;?$/i.test(request.headers['content-type']?.trim() ?? '');
}

/**
 * The fields of a form body that are wanted, by name; of a name that comes twice, the first. `too-many` above a hundred; `broken` when
 * percent signs lead nowhere or the bytes are no UTF-8, for half a name must not be kept as if it were whole.
 */
export function readForm(body: Buffer, wanted: ReadonlySet<string>): FormFields | 'too-many' | 'broken' {
  const text = body.toString('latin1');
  const fields: Record<string, string> = {};
  let at = 0;
  for (let seen = 0; at < text.length; ) {
    const next = text.indexOf('&', at);
    const end = next < 0 ? text.length : next;
    if (end > at) {
      if (++seen > MOST_FIELDS) return 'too-many';
      const middle = text.indexOf('=', at);
      const written = text.slice(at, middle < 0 || middle > end ? end : middle);
      const name = wanted.has(written) ? written : decode(written);
      const value = middle < 0 || middle > end ? '' : decode(text.slice(middle + 1, end));
      if (name === undefined || value === undefined) return 'broken';
      if (wanted.has(name) && !Object.hasOwn(fields, name)) fields[name] = value;
    }
    at = end + 1;
  }
  return fields;
}

function decode(part: string): string | undefined {
  if (!/[%+\x80-\xff]/.test(part)) return part;
  try {
    // Bytes above 7F that came without a percent sign are put behind one, so that one rule judges all.
    return decodeURIComponent(part.replaceAll('+', ' ').replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`));
  } catch {
    return undefined;
  }
}

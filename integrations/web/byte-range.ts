/** The first and the last byte that a reader asks for, counted from 0, both included. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * Reads a `Range` header (RFC 9110, section 14) for a content of `size` bytes. Undefined means the whole content:
 * no range, another unit, a malformed header, or several ranges at once, which nobody who plays a video asks for.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'outside' | undefined {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  if (match[1] === '') {
    const count = Number(match[2]);
    return count === 0 || size === 0 ? 'outside' : { first: Math.max(0, size - count), last: size - 1 };
  }
  const first = Number(match[1]);
  const last = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (match[2] !== '' && Number(match[2]) < first) return undefined;
  return first >= size ? 'outside' : { first, last };
}

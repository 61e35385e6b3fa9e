/** What can be asked about a petition beside its pages. */
export interface PetitionDoor {
  slug: string;
  to: 'sign' | 'count' | 'receipts';
  /** Of receipts: the first two hex digits; `''` otherwise. */
  prefix: string;
}

const DOOR = /^\/petitions\/([a-z\d-]{1,200})\/(?:(sign)\/?|(count)\.json|receipts\/([\da-f]{2})\.json)$/;

/** The door that a path leads to; undefined for a path that is none. A slash after `sign` changes nothing, for a form sent there could not be sent on. */
export function petitionDoor(path: string): PetitionDoor | undefined {
  if (!path.startsWith('/petitions/')) return undefined;
  const [, slug, sign, count, prefix] = DOOR.exec(path) ?? [];
  return slug === undefined ? undefined : { slug, to: sign ? 'sign' : count ? 'count' : 'receipts', prefix: prefix ?? '' };
}

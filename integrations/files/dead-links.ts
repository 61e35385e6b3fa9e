import { linkableAddresses } from '../../src/domain/address.ts';
import type { Fault } from '../../src/domain/fault.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import { idOf } from '../../src/domain/story.ts';
import type { Draft } from './story-file.ts';

type Link = Draft['links'][number];

/** Where links may lead besides to the stories themselves. */
export interface Surroundings {
  newsroomOf(drafts: readonly Draft[]): Newsroom;
  /** Files in `public/`. */
  publicFiles: ReadonlySet<string>;
  /** The address that an old one leads to by now; the same for all others. */
  nowAt(path: string): string;
  /** A file with faults of the story at this place, `press/free-internet`. */
  faultyFile(place: string): string | undefined;
}

/** Leaves out stories that link to nowhere on this site, until no link leads to one of them. */
export function withoutDeadLinks(drafts: readonly Draft[], around: Surroundings, faults: Fault[]): Draft[] {
  let kept = [...drafts];
  /** By place of a story that was left out, the file in which the trouble began. */
  const causes = new Map<string, string>();
  for (;;) {
    const dropped = dropRound(kept, around, causes, faults);
    if (dropped.size === 0) return kept;
    kept = kept.filter((draft) => !dropped.has(draft));
  }
}

/** One look at all links. Stories that link to what was just left out fall at once: a chain of a thousand would else need a thousand looks. */
function dropRound(drafts: readonly Draft[], around: Surroundings, causes: Map<string, string>, faults: Fault[]): Set<Draft> {
  const newsroom = around.newsroomOf(drafts);
  const addresses = linkableAddresses(newsroom);
  const below = Map.groupBy(addresses, placeOf);
  const versions = new Map(newsroom.stories.map((story) => [idOf(story), story.versions.length]));
  const linking = linksByPlace(drafts, around);
  const dropped = new Set<Draft>();
  const pending = [...drafts].reverse();
  while (pending.length > 0) {
    const draft = pending.pop()!;
    if (dropped.has(draft)) continue;
    const dead = draft.links.filter(({ url }) => !leadsSomewhere(url, addresses, around));
    if (dead.length === 0) continue;
    dropped.add(draft);
    const causeOf = ({ url }: Link) => causes.get(placeOf(around.nowAt(pathOf(url)))) ?? around.faultyFile(placeOf(around.nowAt(pathOf(url))));
    faults.push(...dead.map((link) => deadLink(draft.version.file, link, causeOf(link), addresses)));
    const place = idOf(draft.version);
    causes.set(place, dead.map(causeOf).find(Boolean) ?? draft.version.file);
    versions.set(place, versions.get(place)! - 1);
    if (versions.get(place)! > 0) continue;
    for (const path of below.get(place) ?? []) addresses.delete(path);
    pending.push(...(linking.get(place) ?? []));
  }
  return dropped;
}

/** A fault for a link of this site, or of who we are, that leads nowhere. */
export function deadLink(file: string, { url, line }: Link, cause: string | undefined, addresses: ReadonlySet<string>): Fault {
  if (cause) return { file, line, stops: 'story', wrong: `The link to “${url}” leads to a text that is left out for now.`, remedy: `Mend ${cause} first (it is in this list).` };
  const slashed = `${pathOf(url)}/`;
  const remedy = addresses.has(slashed) ? `Write it with a slash at the end: ${slashed}` : 'Mend the address, or wait with this link until that story is public.';
  return { file, line, stops: 'story', wrong: `The link to “${url}” leads nowhere on this site.`, remedy };
}

/** True for a link to another site, and for one to an address or a file of this one. */
export function leadsSomewhere(url: string, addresses: ReadonlySet<string>, { publicFiles, nowAt }: Pick<Surroundings, 'publicFiles' | 'nowAt'>): boolean {
  if (!url.startsWith('/')) return true;
  const path = pathOf(url);
  return addresses.has(nowAt(path)) || publicFiles.has(path);
}

function linksByPlace(drafts: readonly Draft[], around: Surroundings): Map<string, Draft[]> {
  const linking = new Map<string, Draft[]>();
  for (const draft of drafts) {
    for (const place of new Set(draft.links.map(({ url }) => placeOf(around.nowAt(pathOf(url)))))) {
      const list = linking.get(place);
      if (list) list.push(draft);
      else linking.set(place, [draft]);
    }
  }
  return linking;
}

const pathOf = (url: string) => url.replace(/[?#].*$/, '');
/** `/nl/press/x/x.txt` stands at `press/x`. */
const placeOf = (path: string) => path.split('/').slice(2, 4).join('/');

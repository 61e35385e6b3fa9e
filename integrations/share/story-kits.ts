import type { Fault } from '../../src/domain/fault.ts';
import type { Kit } from '../../src/domain/kit.ts';
import { shareImageId, type ShareImage } from '../../src/domain/share-image.ts';
import type { Version } from '../../src/domain/story.ts';
import { CardRefusal } from '../../src/share/refusal.ts';
import { LINK_SIZE } from '../../src/share/size.ts';
import { progress } from './progress.ts';
import type { Studio, Work } from './studio.ts';

/** The pictures and posters of an edition, by address; the link picture of a story is one of its kit’s. */
export interface KitFiles {
  kits: Kit[];
  shareImages: ShareImage[];
}

/** What those who may not be passed on lack: a text that was taken back must not travel further. */
const shown = (versions: readonly Version[]) => versions.filter((version) => !version.withdrawn);

/** Photographs are packed on other threads while the next card is drawn. */
const PAINTERS = 3;

/** Draws the kit of every text. What is refused is left out, and staff are told once for each field. */
export async function drawKits(studio: Studio, versions: readonly Version[], faults: Fault[]): Promise<KitFiles> {
  const open = shown(versions);
  const line = progress('Share kits', open.length);
  const files: KitFiles = { kits: [], shareImages: [] };
  for (const version of open) {
    const refused = new Map<Work, CardRefusal>();
    const works = studio.kitWorksOf(version);
    const waiting = works.values();
    const painter = async () => {
      for (const work of waiting) {
        try {
          await studio.cache.keep(work.name, work.draw);
        } catch (refusal) {
          if (!(refusal instanceof CardRefusal)) throw refusal;
          refused.set(work, refusal);
        }
      }
    };
    await Promise.all(Array.from({ length: PAINTERS }, painter));
    faults.push(...faultsOf(version, works, refused));
    collect(files, version, works.filter((work) => !refused.has(work)));
    line.step();
  }
  line.done();
  return files;
}

/** The kits of all texts as they will be, and what draws each of their files, by name; nothing is drawn yet. */
export function planKits(studio: Studio, versions: readonly Version[]): KitFiles & { works: ReadonlyMap<string, Work> } {
  const files: KitFiles = { kits: [], shareImages: [] };
  const works = new Map<string, Work>();
  for (const version of shown(versions)) {
    const planned = studio.kitWorksOf(version);
    for (const work of planned) works.set(work.name, work);
    collect(files, version, planned);
  }
  return { ...files, works };
}

function collect({ kits, shareImages }: KitFiles, version: Version, works: readonly Work[]): void {
  const id = shareImageId(version);
  const src = ({ name }: Work) => `/share/${name}`;
  const poster = works.find(({ shows }) => shows === 'poster');
  const images = works.flatMap((work) => (work.shows === 'poster' ? [] : [{ shows: work.shows, size: work.size, src: src(work), width: work.width, height: work.height, alt: work.alt }]));
  const link = images.find(({ shows, size }) => shows === 'story' && size === LINK_SIZE);
  kits.push({ id, images, poster: poster && { src: src(poster), alt: poster.alt } });
  if (link) shareImages.push({ id, src: link.src, width: link.width, height: link.height, alt: link.alt });
}

/** One fault for each field that something was refused for: the sentence about the size in which most is wrong, and all sizes that are missing. */
function faultsOf(version: Version, works: readonly Work[], refusals: ReadonlyMap<Work, CardRefusal>): Fault[] {
  // In the order of the works, whichever painter was first.
  const refused = works.filter((work) => refusals.has(work)).map((work) => ({ work, refusal: refusals.get(work)! }));
  return [...Map.groupBy(refused, ({ refusal }) => refusal.field)].map(([field, group]) => {
    const { refusal } = group.toSorted((a, b) => b.refusal.excess - a.refusal.excess)[0]!;
    const missing = group.map(({ work: { shows, size } }) => (shows === 'poster' ? 'the poster' : shows === 'story' ? size : `the ${shows} in ${size}`));
    return { file: version.file, field, stops: 'nothing', wrong: `${refusal.wrong} Left out: ${missing.join(', ')}.`, remedy: refusal.remedy };
  });
}

import { idOf, type Version } from './story.ts';

/** The picture that networks show beside a link to a story; addresses are site-absolute, sizes in pixels. */
export interface ShareImage {
  /** Story and language, `press/free-internet/nl`. */
  id: string;
  src: string;
  width: number;
  height: number;
  /** In the language of the story. */
  alt: string;
}

/** The name of a version's share image. */
export function shareImageId(version: Version): string {
  return `${idOf(version)}/${version.lang}`;
}

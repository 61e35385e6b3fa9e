import type { Kit } from '../domain/kit.ts';
import type { Newsroom } from '../domain/newsroom.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PetitionCount } from '../domain/petition.ts';
import type { Picture } from '../domain/picture.ts';
import type { ShareImage } from '../domain/share-image.ts';
import type { SigningWay } from '../domain/signing.ts';
import type { Words } from '../text/words.ts';

/** What every part of a page is drawn from: the reader's language, the edition, the organisation. */
export interface View {
  lang: string;
  words: Words;
  organisation: Organisation;
  newsroom: Newsroom;
  pictures: ReadonlyMap<string, Picture>;
  shareImages: ReadonlyMap<string, ShareImage>;
  kits: ReadonlyMap<string, Kit>;
  /** By petition. */
  counts: ReadonlyMap<string, PetitionCount>;
  /** Where forms are sent. */
  signing: SigningWay;
  preview: boolean;
  /** Public address of the site, without a slash at the end. */
  url: string;
}

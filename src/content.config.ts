import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { aboutLoader, editionLoader, pictureLoader, versionLoader } from '../integrations/files/loaders.ts';
import type { About } from './domain/newsroom.ts';
import type { Picture } from './domain/picture.ts';
import type { ShareImage } from './domain/share-image.ts';
import type { Version } from './domain/story.ts';

// Everything was checked on reading, with better sentences than a collection could give; here only types are told.
const told = <T>() => z.custom<T>();

export const collections = {
  edition: defineCollection({ loader: editionLoader, schema: told<{ now: string; preview: boolean; shareImages: ShareImage[] }>() }),
  versions: defineCollection({ loader: versionLoader, schema: told<Version>() }),
  about: defineCollection({ loader: aboutLoader, schema: told<About>() }),
  pictures: defineCollection({ loader: pictureLoader, schema: told<Picture>() }),
};

import type { AstroIntegration } from 'astro';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';
import { site } from '../../src/site.ts';
import { clockFrom, currentEdition } from '../files/current-edition.ts';
import { drawPictures } from '../files/pictures.ts';

const TYPES: Record<string, string> = { '.webp': 'image/webp', '.jpg': 'image/jpeg' };

/** While writing, pictures are drawn when a page first asks for them; the search index exists only after a build. */
export function writingDesk(root: string): AstroIntegration {
  return {
    name: 'rostrum-writing-desk',
    hooks: {
      // As a Vite plugin, because Astro's own hook comes after the rule that asks for a slash at the end.
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [{ name: 'rostrum-pictures', configureServer: (server) => void server.middlewares.use('/media', (request, response, next) => void answer(root, request, response, next)) }] } });
      },
    },
  };
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
  const cache = join(root, '.data/pictures');
  const name = basename((request.url ?? '').split('?')[0]!);
  const { pictures } = await currentEdition({ root, site, now: clockFrom(process.env) });
  const picture = pictures.find(({ webp, jpeg, card, full }) => [...webp, jpeg, card, full].some(({ src }) => basename(src) === name));
  if (!picture) return next();
  await drawPictures(root, [picture], cache, join(root, '.data/dev'));
  response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream');
  response.end(await readFile(join(cache, name)));
}

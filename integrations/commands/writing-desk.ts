import type { AstroIntegration } from 'astro';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';
import { site } from '../../src/site.ts';
import { clockFrom, currentEdition } from '../files/current-edition.ts';
import { followChanges } from '../files/edition-watch.ts';
import { drawPictures } from '../files/pictures.ts';
import type { KitDesk } from '../share/kit-desk.ts';

const TYPES: Record<string, string> = { '.webp': 'image/webp', '.jpg': 'image/jpeg', '.png': 'image/png', '.pdf': 'application/pdf' };

/**
 * While writing, a saved text is read again and shown, and pictures, those of share kits too, are drawn when a page
 * first asks for them. The search index and the files to download exist only after a build.
 */
export function writingDesk(root: string, kits: KitDesk): AstroIntegration {
  return {
    name: 'rostrum-writing-desk',
    hooks: {
      // Pictures by a Vite plugin, because Astro's own hook comes after the rule that asks for a slash at the end.
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [{
              name: 'rostrum-pictures',
              configureServer: ({ middlewares }) => {
                middlewares.use('/media', (request, response, next) => void answerWithPicture(root, request, response, next));
                middlewares.use('/share', (request, response, next) => void answerWithShareFile(kits, request, response, next));
              },
            }],
          },
        });
      },
      'astro:server:setup': ({ server }) => {
        const show = () => {
          // Astro keeps the paths of pages, and what they are drawn from, until it hears this.
          for (const environment of Object.values(server.environments)) environment.hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload' });
        };
        followChanges(server.watcher, root, show, (sentences) => console.error(sentences));
      },
    },
  };
}

/** Answers with a picture of the current edition, drawn if need be; always answers, also when it cannot be drawn, and never throws. */
export async function answerWithPicture(root: string, request: IncomingMessage, response: ServerResponse, next: () => void, tell: (sentence: string) => void = console.error): Promise<void> {
  await answerWith(request, response, next, tell, async (name) => {
    const cache = join(root, '.data/pictures');
    const { pictures } = await currentEdition({ root, site, now: clockFrom(process.env) });
    const picture = pictures.find(({ webp, jpeg, card, full }) => [...webp, jpeg, card, full].some(({ src }) => basename(src) === name));
    if (!picture) return undefined;
    await drawPictures(root, [picture], cache, join(root, '.data/dev'));
    return readFile(join(cache, name));
  });
}

/** The same for pictures and posters of share kits. */
export async function answerWithShareFile(kits: Pick<KitDesk, 'fileOf'>, request: IncomingMessage, response: ServerResponse, next: () => void, tell: (sentence: string) => void = console.error): Promise<void> {
  await answerWith(request, response, next, tell, (name) => kits.fileOf(name));
}

async function answerWith(request: IncomingMessage, response: ServerResponse, next: () => void, tell: (sentence: string) => void, find: (name: string) => Promise<Uint8Array | undefined>): Promise<void> {
  const name = basename((request.url ?? '').split('?')[0]!);
  try {
    const bytes = await find(name);
    if (!bytes) return next();
    response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream');
    response.end(bytes);
  } catch (error) {
    tell(`The picture ${name} cannot be shown: ${error instanceof Error ? error.message : String(error)}`);
    if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('This picture cannot be shown; the window in which npm run dev runs says why.\n');
  }
}

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.css': 'text/css', '.xml': 'text/xml', '.txt': 'text/plain; charset=utf-8', '.jpg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp', '.wasm': 'application/wasm' };

/** Serves the live site of a project with its policies, for tests alone. */
export async function serveFolder(root: string): Promise<{ address: string; close(): Promise<void> }> {
  const facts = JSON.parse(await readFile(join(root, 'dist/server/site.json'), 'utf8')) as { policies: Record<string, string>; redirects: Record<string, string> };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://x').pathname);
    const moved = facts.redirects[path];
    if (moved) return void response.writeHead(301, { Location: moved }).end();
    const policy = facts.policies[path] ?? facts.policies['']!;
    const file = path.endsWith('/') ? `${path}index.html` : path;
    try {
      const body = await readFile(join(root, 'dist/client', file));
      response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy }).end(body);
    } catch {
      const page = await readFile(join(root, 'dist/client', path.split('/')[1] ?? '', '404/index.html')).catch(() => readFile(join(root, 'dist/client/404.html')));
      response.writeHead(404, { 'Content-Type': TYPES['.html'], 'Content-Security-Policy': policy }).end(page);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

import { sendFault, type Exchange } from './exchange.ts';
import type { OnDemand } from './on-demand.ts';
import { hasBody, readBody } from './request-body.ts';
import { securityHeaders, type HeaderList } from './security-headers.ts';
import type { SiteFacts } from './site-facts.ts';

/**
 * Has a page made on request. `passed` when Astro knows no such page, so that nothing was sent; throws what Astro
 * throws. The body is read before, at most 16 KB of it, and stands in `request.body`, where Astro looks first.
 * Pages behind a door get what is known of the reader as `locals`, and `more` headers take the place of others.
 */
export async function answerOnDemand(exchange: Exchange, astro: OnDemand, facts: SiteFacts, locals: object = {}, more: HeaderList = []): Promise<'answered' | 'passed'> {
  const { request, response, always } = exchange;
  if (hasBody(request)) {
    if (request.headers.expect !== undefined) response.writeContinue();
    const body = await readBody(request);
    if (body === 'too-long') {
      await sendFault(exchange, 413, facts.languages);
      return 'answered';
    }
    Object.assign(request, { body });
  }
  const headers = [...always, ...securityHeaders('text/html', facts.policies.get('')!), 'Cache-Control', 'no-store', ...more];
  for (let at = 0; at < headers.length; at += 2) response.setHeader(headers[at]!, headers[at + 1]!);
  const passed = await new Promise<boolean>((resolve, reject) => {
    response.once('close', () => resolve(false));
    const next = (error?: unknown) => (error === undefined ? resolve(true) : reject(error));
    Promise.resolve(astro(request, response, next, locals)).catch(reject);
  }).finally(() => {
    if (!response.headersSent) response.getHeaderNames().forEach((name) => response.removeHeader(name));
  });
  return passed ? 'passed' : 'answered';
}

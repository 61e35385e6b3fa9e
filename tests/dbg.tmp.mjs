import { openBrowser, openReader } from '/work/main/tests/browser/reader.ts';
import { startServer } from '/work/main/integrations/web/server.ts';
const server = await startServer({ root: '/tmp/t2a', host: '127.0.0.1', port: 0, trustProxy: 0 });
const b = await openBrowser();
for (const bypassCSP of [false, true]) {
const r = await openReader(b, { bypassCSP });
const p = await r.context.newPage();
p.on('requestfailed', (q) => console.log('failed', q.url(), q.failure()?.errorText));
p.on('console', (m) => console.log('console', m.type(), m.text()));
await p.goto(server.address + '/nl/search/?q=internet');
await p.waitForTimeout(4000);
console.log(await p.locator('#search-state').textContent(), await p.locator('#search-results li').count());
console.log(r.requests, r.complaints, r.elsewhere);
}
await b.close(); await server.close();

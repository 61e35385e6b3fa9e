import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

/** A real browser from the package registry; it asks nobody for anything. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-zygote', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** Somebody at a browser: what it asked for, and what it complained about. */
export interface Reader {
  context: BrowserContext;
  /** Addresses of all requests so far. */
  requests: string[];
  /** Requests to other hosts; they are recorded and go nowhere. */
  elsewhere: string[];
  /** Errors of pages and refusals of their policies. */
  complaints: string[];
}

/** A fresh browser window; requests to other hosts than our own are written down and refused. */
export async function openReader(browser: Browser, options: BrowserContextOptions = {}): Promise<Reader> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  // Long for a busy machine, short for somebody who waits for a test that fails.
  context.setDefaultTimeout(15_000);
  const reader: Reader = { context, requests: [], elsewhere: [], complaints: [] };
  context.on('request', (request) => void reader.requests.push(request.url()));
  context.on('console', (message) => void (message.type() === 'error' && reader.complaints.push(`${message.page()?.url()}: ${message.text()}`)));
  context.on('weberror', (error) => void reader.complaints.push(`${error.page()?.url()}: ${error.error().message}`));
  await context.route((url) => url.hostname !== '127.0.0.1' && url.protocol !== 'file:', (route) => {
    reader.elsewhere.push(route.request().url());
    return route.abort();
  });
  return reader;
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { googleForms } from '../../integrations/google/google-forms.ts';
import { startStandIn, type StandIn } from '../../integrations/google/stand-in/stand-in.ts';
import { createForm, openForm } from '../../integrations/petitions/create-form.ts';
import { policyFor } from '../../integrations/publish/policy.ts';
import { receiptOf } from '../../integrations/store/records/seal.ts';
import { readPetitionFacts } from '../../integrations/web/petition-facts.ts';
import { petitionForm } from '../../src/petition-form.ts';
import { wordsIn } from '../../src/text/text.ts';
import { serve, type Site } from '../web/asking.ts';
import { projectFolder, writeRelease } from '../web/release-folder.ts';
import { openBrowser, openReader } from './reader.ts';
import { fillIn, kept, sign, SLUG, state } from './signing-server.ts';

const { root, client } = inject('site');
const PATH = `/en/petitions/${SLUG}/`;

let browser: Browser;
let google: StandIn;
let site: Site;
let ref: string;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  google = await startStandIn();
  const api = googleForms({ GOOGLE_ACCESS_TOKEN: 'a-token', GOOGLE_APIS_URL: google.apis }, 'make');
  const form = await createForm(api, { title: 'Decide', description: '', lang: 'en', fields: ['name', 'email', 'place'] }, 'OK-7f3a9c21');
  await openForm(api, form.id);
  ref = form.questions.ref;
  // The page as a build for a host without a server of ours makes it.
  const facts = (await readPetitionFacts(join(root, 'dist'))).get(SLUG)!;
  const built = await readFile(join(client, PATH, 'index.html'), 'utf8');
  const drawn = petitionForm({ words: wordsIn('en'), lang: 'en', facts: { ...facts, terms: { ...facts.terms, form } }, way: { hosting: 'static', forms: google.forms } });
  const html = built.replace(/<!--form-->[\s\S]*<!--\/form-->/, () => `<!--form-->${drawn}<!--/form-->`);
  const scripts = await readdir(join(client, '_astro'));
  const files = Object.fromEntries(await Promise.all(scripts.filter((name) => name.endsWith('.js')).map(async (name) => [`_astro/${name}`, await readFile(join(client, '_astro', name))])));
  const folder = await projectFolder((end) => ends.push(end));
  const policy = policyFor(PATH, html, { scripts: true, fetches: true, forms: new URL(google.forms).origin });
  await writeRelease(folder, 'one', { files: { ...files, [`${PATH.slice(1)}index.html`]: html }, facts: { policies: { '': "default-src 'none'", [PATH]: policy } } });
  site = await serve(folder, {}, (end) => ends.push(end));
});
afterAll(async () => {
  await browser.close();
  await google.close();
  for (const end of ends.reverse()) await end();
});

const answers = () => [...google.book.forms.values()][0]!.rows;

async function comeAndFillIn(page: Page): Promise<void> {
  await page.goto(site.address + PATH);
  await fillIn(page, 'noor@example.org');
}

describe('A supporter of a petition on a host without a server of ours', () => {
  test('reads “sent”, and “counted” only when the receipt is out', async () => {
    const { context, complaints } = await openReader(browser);
    const page = await context.newPage();
    let receipts: string[] = [];
    await page.route('**/receipts/*.json', (route) => route.fulfill({ json: { asOf: new Date().toISOString(), refs: receipts } }));
    await comeAndFillIn(page);
    await sign(page);
    await state(page).getByText(wordsIn('en').signing.device.sent).waitFor();
    const [answer] = answers();
    const given = answer!.answers![ref]!.textAnswers!.answers![0]!.value!;
    expect(answers()).toHaveLength(1);
    // Until somebody has seen it arrive, this is the only copy that is certain.
    expect(await kept(page)).toContain('noor@example.org');
    await page.reload();
    await state(page).getByText(wordsIn('en').signing.device.sent).waitFor();
    receipts = [receiptOf(given)];
    await page.reload();
    await state(page).getByText(wordsIn('en').signing.device.counted).waitFor();
    expect(answers()).toHaveLength(1);
    expect(await kept(page)).not.toMatch(/noor|Bakker/i);
    // Pictures and the count are not part of this site.
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
    await context.close();
  });

  test('whose form takes nothing never reads a thank-you, nor that it is counted', async () => {
    const { context } = await openReader(browser);
    const page = await context.newPage();
    google.faults.rules = [{ at: 'submit', fault: 'form-again' }];
    const before = answers().length;
    await comeAndFillIn(page);
    await sign(page);
    await state(page).getByText(wordsIn('en').signing.device.sent).waitFor();
    expect(answers()).toHaveLength(before);
    expect(await page.getByText(/thank|^Your signature is counted/i).filter({ visible: true }).allTextContents()).toEqual([]);
    google.faults.rules = [];
    await context.close();
  });

  test('whose form was closed meanwhile reads that it was sent, never a thank-you, and a week later that it is not confirmed and what can be done', async () => {
    // Nothing stands between this browser and the form: under Playwright's own, a request that outlives its page hangs when it is sent on.
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    google.faults.rules = [{ at: 'submit', fault: 'closed' }];
    const before = answers().length;
    await comeAndFillIn(page);
    await sign(page);
    await state(page).getByText(wordsIn('en').signing.device.sent).waitFor();
    expect(google.asked.at(-1)).toMatch(/^GET .*\/closedform$/);
    expect(answers()).toHaveLength(before);
    expect(await page.getByText(/thank|^Your signature is counted/i).filter({ visible: true }).allTextContents()).toEqual([]);
    google.faults.rules = [];
    await page.addInitScript((week) => {
      const now = Date.now;
      Date.now = () => now() + week;
    }, 7 * 24 * 3_600_000);
    await page.reload();
    await state(page).getByText(wordsIn('en').signing.device.lost).waitFor();
    expect([answers().length, await kept(page)]).toEqual([before, expect.not.stringContaining('noor')]);
    await context.close();
  });

  test.each(['too-many', 'outage'] as const)('whose form answers “%s”, which no script can see, is sent once more with the same sign when no list shows it', async (fault) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    google.faults.rules = [{ at: 'submit', fault }];
    const before = answers().length;
    await comeAndFillIn(page);
    await sign(page);
    await state(page).getByText(wordsIn('en').signing.device.sent).waitFor();
    google.faults.rules = [];
    const [own] = JSON.parse(await kept(page)) as { ref: string }[];
    let later = 5;
    await page.route('**/receipts/*.json', (route) => route.fulfill({ json: { asOf: new Date(Date.now() + later * 3_600_000).toISOString(), refs: [] } }));
    const list = () => page.waitForResponse('**/receipts/*.json');
    await Promise.all([list(), page.reload()]);
    expect(answers()).toHaveLength(before);
    later = 7;
    await page.reload();
    await expect.poll(() => answers().slice(before).map((answer) => answer.answers![ref]!.textAnswers!.answers![0]!.value)).toEqual([own!.ref]);
    // The next list, made before that, is no reason to send it a third time.
    await Promise.all([list(), page.reload()]);
    await state(page).getByText(wordsIn('en').signing.device.sent).waitFor();
    expect(answers()).toHaveLength(before + 1);
    await page.getByRole('button', { name: wordsIn('en').signing.device.forget }).click();
    expect(await kept(page)).toBe('');
    await context.close();
  });

  test('whose line to the form is cut keeps the signature, and it is sent with the same sign when the line is back', async () => {
    const { context } = await openReader(browser);
    const page = await context.newPage();
    const before = answers().length;
    google.faults.rules = [{ at: 'submit', fault: 'drop-before' }];
    await comeAndFillIn(page);
    await sign(page);
    await page.getByRole('button', { name: wordsIn('en').signing.device.again }).waitFor();
    expect([answers().length, /noor/.test(await kept(page))]).toEqual([before, true]);
    google.faults.rules = [];
    await page.getByRole('button', { name: wordsIn('en').signing.device.again }).click();
    await state(page).getByText(wordsIn('en').signing.device.sent).waitFor();
    expect([answers().length, /noor/.test(await kept(page))]).toEqual([before + 1, true]);
    await context.close();
  });
});

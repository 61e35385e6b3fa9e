import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { PetitionForm } from '../../src/domain/petition.ts';
import { receiptOf } from '../../integrations/store/records/seal.ts';
import { STORE_FILE } from '../../integrations/store/open-ledger.ts';
import { googleWithForm } from '../petitions/form-desk.ts';
import { copyProject, NOW, outcomeOf, type Outcome, type ProjectCopy } from '../workbench.ts';
import { filesBelow } from './built-site.ts';

const SLUG = 'open-network-in-town';
const PAPER = 4967;
const sample = inject('site');

let copy: ProjectCopy;
let desk: Awaited<ReturnType<typeof googleWithForm>>;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  desk = await googleWithForm({}, (end) => void ends.push(end));
  copy = await copyProject({ pictures: sample.pictures });
  await copy.edit(`content/petitions/${SLUG}/petition.yml`, (terms) => `${terms}form: ${JSON.stringify(desk.form satisfies PetitionForm)}\n`);
});
afterAll(async () => {
  await copy.discard();
  for (const end of ends) await end();
});

function fillIn(name: string, email: string, ref: string): void {
  const { questions } = desk.form;
  desk.google.book.take(desk.entry, { [questions.name]: [name], [questions.email]: [email], [questions.consent]: ['yes'], [questions.ref]: [ref] });
}

/** As on a machine that keeps nothing between two runs but what the last site said. */
async function publish(env: Record<string, string> = {}): Promise<{ refreshed: Outcome; built: Outcome }> {
  await rm(join(copy.root, '.data', STORE_FILE, '..'), { recursive: true, force: true });
  const kept = join(copy.root, 'kept');
  if (existsSync(copy.client)) {
    await cp(join(copy.client, 'petitions'), kept, { recursive: true });
    for (const gone of ['dist', '.releases']) await rm(join(copy.root, gone), { recursive: true });
    await cp(kept, join(copy.client, 'petitions'), { recursive: true });
  }
  const settings = { ...process.env, ...desk.env, HOSTING: 'static', ROSTRUM_NOW: NOW, ...env };
  const refreshed = await outcomeOf(spawn(process.execPath, ['integrations/commands/rostrum.mjs', 'refresh'], { cwd: copy.root, env: settings, stdio: ['ignore', 'pipe', 'pipe'] }));
  return { refreshed, built: await copy.build({ env: { HOSTING: 'static', ...env } }) };
}

const count = () => JSON.parse(readFileSync(join(copy.client, 'petitions', SLUG, 'count.json'), 'utf8')) as Record<string, unknown>;
const receipts = () => {
  const folder = join(copy.client, 'petitions', SLUG, 'receipts');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return { files: files.length, refs: files.flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { refs: string[] }).refs).sort() };
};

describe('Without a server of ours, a refresh and a build', () => {
  const [zwaantje, again, yusuf] = [randomUUID(), randomUUID(), randomUUID()];

  test('publish what the form holds: the number, in file and page, and the receipts', async () => {
    fillIn('Zwaantje Kwispelaar', 'zwaantje.kwispelaar@mail.example', zwaantje);
    fillIn('Zwaantje Kwispelaar', 'zwaantje.kwispelaar@mail.example', again);
    fillIn('يوسف حداد', 'yusuf.haddad@mail.example', yusuf);
    const { refreshed, built } = await publish();
    expect([refreshed.code, built.code], refreshed.said + built.said).toEqual([0, 0]);
    expect(count()).toEqual({ petition: SLUG, count: PAPER + 2, online: 2, offline: PAPER, milestone: 5000, asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string });
    // A repetition has a receipt as well, or a missing one would tell who signed before.
    expect(receipts()).toEqual({ files: 256, refs: [zwaantje, again, yusuf].map(receiptOf).sort() });
    expect(readFileSync(join(copy.client, `en/petitions/${SLUG}/index.html`), 'utf8')).toMatch(/<strong>4,969<\/strong> signatures/);
  });

  test('let no name, no address and no whole sign of a signature into the site', () => {
    const told = filesBelow(join(copy.root, 'dist')).filter((file) => /\.(html|json|xml|txt|js|css)$/.test(file) && /zwaantje|kwispelaar|yusuf\.haddad|يوسف حداد/i.test(readFileSync(join(copy.root, 'dist', file), 'utf8')));
    expect(told).toEqual([]);
    expect(filesBelow(copy.client).filter((file) => file.startsWith('/petitions/') && [zwaantje, yusuf].some((ref) => readFileSync(join(copy.client, file), 'utf8').includes(ref)))).toEqual([]);
  });

  test('leave numbers and receipts as they were when Google cannot be asked, and the site comes out all the same', async () => {
    const before = [count(), receipts()];
    desk.entry.shared = false;
    fillIn('Late Comer', 'late@mail.example', randomUUID());
    const { refreshed, built } = await publish();
    expect([refreshed.code, built.code]).toEqual([1, 0]);
    expect([count(), receipts()]).toEqual(before);
  });
});

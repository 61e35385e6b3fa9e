import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connect } from '../../integrations/commands/petition/connect.ts';
import { create } from '../../integrations/commands/petition/create.ts';
import { doctor } from '../../integrations/commands/petition/doctor.ts';
import { realGoogle, type GoogleWorld } from '../../integrations/commands/petition/google-of.ts';
import { google as standInCommand } from '../../integrations/commands/google.ts';
import { refreshAll } from '../../integrations/commands/refresh.ts';
import { placeQuestions } from '../../integrations/petitions/question-guess.ts';
import { QUESTIONS, type QuestionName } from '../../integrations/petitions/question-words.ts';
import { startStandIn } from '../../integrations/google/stand-in/stand-in.ts';
import { openLedger } from '../../integrations/store/open-ledger.ts';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { envOf, signature } from './form-desk.ts';
import { folder } from '../desk.ts';
import { onTestFinished } from 'vitest';

const TERMS = `# Who we ask
target: The mayor   # of Havenstad
opens: 2026-10-06
closes: 2027-09-30
fields: [name, email, place] # no more than needed
`;

/** An officer with a project of one petition, and a stand-in for Google. */
async function officer(terms = TERMS, env: Record<string, string | undefined> = {}) {
  const google = await startStandIn({ seed: 11 });
  onTestFinished(() => google.close());
  const root = await folder({
    'content/petitions/open-library/petition.yml': terms,
    'content/petitions/open-library/index.nl.md': '---\ntitle: De bibliotheek op zondag\nsummary: Voor iedereen.\n---\nTekst.\n',
  });
  const lines: string[] = [];
  const world: GoogleWorld = { ...realGoogle({ ...envOf(google), DATA_DIR: join(root, '.data'), ROSTRUM_NOW: '2026-11-23T10:00:00Z', ...env } as NodeJS.ProcessEnv), print: (line) => void lines.push(line) };
  const said = () => lines.splice(0).join('\n');
  const run = async (command: typeof create, ...args: string[]) => {
    const code = await command(args, root, world).catch((error: Error & { exitCode?: number }) => (lines.push(error.message), error.exitCode));
    return { code, said: said() };
  };
  return { google, root, world, run, terms: () => readFile(join(root, 'content/petitions/open-library/petition.yml'), 'utf8'), only: () => [...google.book.forms.values()][0]! };
}

describe('an officer makes a form', () => {
  test('that is filled, published for everybody, and written into petition.yml beside her comments', async () => {
    const { run, terms, only } = await officer();
    const made = await run(create, 'open-library');
    expect(made.code, made.said).toBe(0);
    expect(made.said).toMatch(new RegExp(`Open http://127\\.0\\.0\\.1:\\d+/forms/d/${only().form.formId}/edit, go to Settings`));
    expect(await terms()).toMatch(/^# Who we ask\ntarget: The mayor {1,3}# of Havenstad\n[^]*# no more than needed\nform:\n {2}id: 1[\w-]{43}\n {2}public: 1FAIpQL[\w-]{49}\n {2}confirmation: OK-[\da-f]{8}\n {2}questions:\n/);
    expect(only()).toMatchObject({ permissions: [{ type: 'anyone', role: 'reader', view: 'published' }], form: { info: { title: 'De bibliotheek op zondag', description: 'Voor iedereen.' }, publishSettings: { publishState: { isPublished: true, isAcceptingResponses: true } } } });
    expect(only().form.items.map(({ title }) => title)).toEqual(['Naam', 'E-mailadres', 'Woonplaats', 'Toestemming', 'Nieuws per e-mail', 'Taal', 'Bron', 'Groep', 'Kenmerk', 'Versie']);
  });

  test('only once the petition is written, since everybody can see it', async () => {
    const { run, root, google } = await officer();
    const [terms, text] = [join(root, 'content/petitions/open-library/petition.yml'), join(root, 'content/petitions/open-library/index.nl.md')];
    const written = await readFile(terms, 'utf8');
    for (const target of ['…', '{ nl: De burgemeester, ar: … }']) {
      await writeFile(terms, written.replace('The mayor', target));
      expect(await run(create, 'open-library')).toMatchObject({ code: 1, said: expect.stringContaining('petition.yml, line 2: “…” still stands here from the template. Write the petition first') as string });
    }
    await writeFile(terms, written);
    await writeFile(text, '---\ntitle: …\nsummary: …\n---\nText.\n');
    expect((await run(create, 'open-library')).said).toContain('has no text with a title yet.');
    expect(google.book.forms.size).toBe(0);
  });

  test('and learns the one step that Google lets no program do, until the doctor is content', async () => {
    const { run, terms, only, google } = await officer();
    const token = /OK-[\da-f]{8}/.exec((await run(create, 'open-library')).said + (await terms()))![0];
    const before = await run(doctor, 'open-library');
    // Under the name by which forms are reached here, and not Google's own.
    const editor = `${google.forms}/d/${only().form.formId}/edit`;
    expect(before.said).toContain(`Open ${editor}, go to Settings`);
    // Whoever tries it out without Google finds there what to do instead.
    expect(await (await fetch(editor)).text()).toContain(`curl -X PATCH ${google.apis}/stand-in/forms/${only().form.formId} -d`);
    expect(before).toMatchObject({ code: 1, said: expect.stringMatching(new RegExp(`^content/petitions/open-library/petition\\.yml, form\\.confirmation: [^\\n]*Settings → Presentation → Confirmation message[^\\n]*${token}$`)) as string });
    only().confirmation = `Dank u wel. ${token}`;
    expect(await run(doctor)).toEqual({ code: 0, said: 'open-library: the form is well.' });
  });

  test('once: a second form is not made by mistake', async () => {
    const { run, google } = await officer();
    await run(create, 'open-library');
    expect(await run(create, 'open-library')).toMatchObject({ code: 1, said: expect.stringMatching(/names a form already/) as string });
    expect(google.book.forms.size).toBe(1);
  });

  test('and publishes it later when Google fails in between', async () => {
    const { run, google, terms, only, world } = await officer();
    const api = world.api;
    world.api = (purpose) => ({ ...api(purpose), publish: () => Promise.reject(new Error('Google is away.')) });
    const half = await run(create, 'open-library');
    expect(half).toMatchObject({ code: 1, said: expect.stringMatching(/could not be published\. Google is away\.\nThen run “npm run petition -- create open-library --publish”/) as string });
    expect(await terms()).toContain(only().form.formId);
    world.api = api;
    expect((await run(create, 'open-library', '--publish')).code).toBe(0);
    expect([google.book.forms.size, only().form.publishSettings?.publishState?.isPublished]).toEqual([1, true]);
  });

  test('of a service account only with somebody who can open it', async () => {
    const { run, google } = await officer(TERMS, { GOOGLE_APPLICATION_CREDENTIALS: '/key.json' });
    expect(await run(create, 'open-library')).toMatchObject({ code: 2, said: expect.stringMatching(/--editor/) as string });
    expect(google.book.forms.size).toBe(0);
  });

  test('for a petition that is there, with credentials', async () => {
    const { run } = await officer(TERMS, { GOOGLE_ACCESS_TOKEN: undefined });
    expect(await run(create, 'open-librari')).toMatchObject({ code: 2, said: expect.stringMatching(/did you mean open-library/) as string });
    expect(await run(create, 'open-library')).toMatchObject({ code: 2, said: expect.stringMatching(/no credentials/) as string });
    expect(await run(create)).toMatchObject({ code: 2 });
  });
});

describe('an officer connects a form that is there', () => {
  /** A form in another project, with its page. */
  async function withForm() {
    const desk = await officer();
    await desk.run(create, 'open-library');
    const [first] = [...desk.google.book.forms.values()];
    first!.confirmation = 'Bedankt! OK-zondag7';
    return { ...desk, form: first!, address: `https://docs.google.com/forms/d/e/${first!.publicId}/viewform?usp=sf_link`, empty: () => desk.root };
  }

  test('by its public address, and is told what stands where', async () => {
    const { run, terms, form, address, root } = await withForm();
    await (await import('node:fs/promises')).writeFile(join(root, 'content/petitions/open-library/petition.yml'), TERMS);
    form.form.items.push({ itemId: '0000aaaa', title: 'Schoenmaat', questionItem: { question: { questionId: '0000bbbb', choiceQuestion: { type: 'RADIO', options: [{ value: '38' }] } } } });
    const { code, said } = await run(connect, 'open-library', address);
    expect(code, said).toBe(0);
    expect(said).toMatch(/email {6}[\da-f]{8} {2}“E-mailadres”/);
    expect(said).toMatch(/no place for “Schoenmaat” \(radio\)/);
    expect(said).toMatch(/edit id is still missing/);
    const id = form.form.formId;
    expect((await run(connect, 'open-library', address, '--force', '--id', `https://docs.google.com/forms/d/${id}/edit#settings`)).code).toBe(0);
    expect(await terms()).toContain('confirmation: OK-zondag7');
    expect(await run(doctor, 'open-library')).toEqual({ code: 0, said: 'open-library: the form is well.' });
  });

  test('by a page that she saved', async () => {
    const { run, terms, google, form, root } = await withForm();
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(root, 'content/petitions/open-library/petition.yml'), TERMS);
    const page = await (await fetch(`${google.forms}/d/e/${form.publicId}/viewform`)).text();
    await writeFile(join(root, 'saved.html'), page);
    expect((await run(connect, 'open-library', join(root, 'saved.html'))).code).toBe(0);
    expect(await terms()).toContain(`public: ${form.publicId}`);
  });

  test('by its edit address, when the API may look', async () => {
    const { run, terms, form, root } = await withForm();
    await (await import('node:fs/promises')).writeFile(join(root, 'content/petitions/open-library/petition.yml'), TERMS);
    expect((await run(connect, 'open-library', `https://docs.google.com/forms/d/${form.form.formId}/edit`)).code).toBe(0);
    expect(await terms()).toMatch(new RegExp(`id: ${form.form.formId}\n {2}public: ${form.publicId}`));
  });

  test('and nothing that is there already is written over by mistake', async () => {
    const { run, terms, address } = await withForm();
    const before = await terms();
    expect(await run(connect, 'open-library', address)).toMatchObject({ code: 1, said: expect.stringMatching(/--force/) as string });
    expect(await terms()).toBe(before);
  });

  test('and learns which question she has to add', async () => {
    const { run, form, address } = await withForm();
    form.form.items = form.form.items.filter(({ title }) => title !== 'Kenmerk');
    expect(await run(connect, 'open-library', address, '--force')).toMatchObject({ code: 1, said: expect.stringMatching(/Could not be placed: ref\. Add/) as string });
  });

  test.each([['a closed form', /closed/, (form: { form: { publishSettings?: unknown } }) => (form.form.publishSettings = { publishState: { isPublished: true, isAcceptingResponses: false } })], ['one behind a sign-in', /sign in/, (form: { oneResponse: boolean }) => (form.oneResponse = true)]])('%s is told from an open one', async (_, words, plant) => {
    const { run, form, address } = await withForm();
    plant(form as never);
    expect(await run(connect, 'open-library', address, '--force')).toMatchObject({ code: 1, said: expect.stringMatching(words) as string });
  });

  test.each(['https://example.org/form', 'nothing.html', 'https://forms.gle/abc'])('and %s is no form', async (where) => {
    const { run } = await officer();
    expect(await run(connect, 'open-library', where)).toMatchObject({ code: 2, said: expect.stringMatching(/neither a file nor the address/) as string });
  });
});

describe('what was signed before there was a form', () => {
  async function withSignatures(count: number) {
    const desk = await officer();
    const ledger = await openLedger(desk.world.env, desk.root);
    const hashes = keyedHashes(await ledger.secret());
    await ledger.signAll(Array.from({ length: count }, (_, number) => signature(number, hashes, { relay: false })));
    await ledger.close();
    return { ...desk, relay: async () => {
      const again = await openLedger(desk.world.env, desk.root);
      const { relay } = await again.counts('open-library');
      await again.close();
      return relay;
    } };
  }

  test('stays in the ledger, for its signers were not told of Google, and an officer who makes a form learns how many they are', async () => {
    const { run, relay } = await withSignatures(3);
    const { code, said } = await run(create, 'open-library');
    expect([code, said]).toEqual([0, expect.stringMatching(/\n\n3 earlier signatures are not at the form and will not be passed on to it\. Those who gave them were not told that Google keeps signatures too[^\n]*export open-library <file\.csv>” writes them with all others\.$/)]);
    expect(said).not.toMatch(/Signer|mail\.example/);
    expect(await relay()).toMatchObject({ none: 3, waiting: 0 });
  });

  test('is told of as well when she connects one', async () => {
    const { run, google, root } = await withSignatures(1);
    await run(create, 'open-library');
    await writeFile(join(root, 'content/petitions/open-library/petition.yml'), TERMS);
    const { said } = await run(connect, 'open-library', `${google.forms}/d/e/${[...google.book.forms.values()][0]!.publicId}/viewform`);
    expect(said).toMatch(/\nOne earlier signature is not at the form and will not be passed on to it\. Whoever gave it was not told/);
  });

  test('is not spoken of where there is none, and no store is made to look', async () => {
    const { run, root } = await officer();
    expect((await run(create, 'open-library')).said).not.toMatch(/earlier/);
    expect(existsSync(join(root, '.data'))).toBe(false);
  });

  test('does not keep her from having a form when the store is out of reach', async () => {
    const { run } = await officer(TERMS, { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' });
    expect(await run(create, 'open-library')).toMatchObject({ code: 0, said: expect.stringMatching(/Whether there are earlier signatures cannot be seen now\./) as string });
  });
});

describe('questions are placed by their titles', () => {
  test.each(['nl', 'en', 'tr', 'ar', 'uk', 'fa', 'ti'])('of a form in %s', (lang) => {
    const questions = (Object.keys(QUESTIONS) as QuestionName[]).map((name) => ({ name, title: QUESTIONS[name].titles[lang]! }));
    expect(questions.every(({ title }) => title)).toBe(true);
    const placed = placeQuestions([...questions].reverse());
    expect([...placed].map(([name, question]) => [name, question.name]).filter(([name, meant]) => name !== meant)).toEqual([]);
    expect(placed.size).toBe(questions.length);
  });

  test('as people write them', () => {
    const titles = ['Wat is je naam? *', 'Your e-mail address (we will not share it)', 'In which city do you live?', 'I agree that you keep my name and e-mail', 'Houd mij op de hoogte per e-mail', 'Why do you sign?', 'REF (leave empty)'];
    const placed = placeQuestions(titles.map((title) => ({ title })));
    expect(Object.fromEntries([...placed].map(([name, { title }]) => [name, title.slice(0, 12)]))).toMatchObject({ name: 'Wat is je na', email: 'Your e-mail ', place: 'In which cit', consent: 'I agree that', updates: 'Houd mij op ', comment: 'Why do you s', ref: 'REF (leave e' });
  });

  test('whatever the titles are, each question is placed once at most', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('Name', 'naam', 'E-mail', 'ref', '')), { maxLength: 30 }), (titles) => {
      const placed = [...placeQuestions(titles.map((title, number) => ({ title, number }))).values()];
      expect(new Set(placed.map(({ number }) => number)).size).toBe(placed.length);
    }));
  });
});

describe('an officer refreshes', () => {
  test('and sees a row for every petition with a form', async () => {
    const { run, google, only } = await officer();
    expect(await run(refreshAll as never)).toEqual({ code: 0, said: 'No petition has a form, and “sources” in content/site.ts names none, so there is nothing to ask.' });
    await run(create, 'open-library');
    const questions = Object.fromEntries(only().form.items.map(({ title, questionItem }) => [title, questionItem!.question!.questionId!]));
    google.book.take(only(), { [questions['Naam']!]: ['Kim de Vries'], [questions['E-mailadres']!]: ['kim@mail.example'], [questions['Toestemming']!]: ['ja'] });
    expect(await run(refreshAll as never)).toMatchObject({ code: 0, said: expect.stringMatching(/^well {4}petitions\/open-library {2}1 answer looked at: 1 new\. {2}\d+\.\d s$/) as string });
    const { said } = await run(refreshAll as never, '--json', '--only', 'open-library');
    expect(JSON.parse(said)).toMatchObject([{ source: 'petitions/open-library', ok: true, says: '1 answer looked at, nothing new.' }]);
  });

  test('exit 1 when a form cannot be read, 2 when nothing could be asked or the source is unknown', async () => {
    const { run, only, world } = await officer();
    await run(create, 'open-library');
    only().shared = false;
    expect(await run(refreshAll as never)).toMatchObject({ code: 1, said: expect.stringMatching(/^failed {2}petitions\/open-library {2}Google does not let us/) as string });
    expect(await run(refreshAll as never, '--only', 'nothing')).toMatchObject({ code: 2, said: expect.stringMatching(/There is no source “nothing”/) as string });
    const signedOut = realGoogle({ ...world.env, GOOGLE_ACCESS_TOKEN: undefined } as NodeJS.ProcessEnv);
    world.api = signedOut.api;
    expect(await run(refreshAll as never)).toMatchObject({ code: 2, said: expect.stringMatching(/no credentials/) as string });
  });
});

test('the stand-in is a command, which says how to use it and stops when told to', async () => {
  const lines: string[] = [];
  expect(await standInCommand(['--port', '0'], async () => undefined, (line) => void lines.push(line))).toBe(0);
  expect(lines.join('\n')).toMatch(/export GOOGLE_APIS_URL=http:\/\/127\.0\.0\.1:\d+ GOOGLE_FORMS_URL=http:\/\/127\.0\.0\.1:\d+\/forms GOOGLE_ACCESS_TOKEN=any/);
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { refreshAll } from '../../integrations/commands/refresh.ts';
import { googleForms } from '../../integrations/google/google-forms.ts';
import { publicForms } from '../../integrations/google/public-form.ts';
import { openStore } from '../../integrations/store/open-store.ts';
import { NOT_ASKED } from '../../src/domain/figure.ts';
import { LANGUAGES, plantedGoogle, TODAY, TOKEN } from './planted-google.ts';

async function officer() {
  const { google, settings } = await plantedGoogle();
  const root = await mkdtemp(join(tmpdir(), 'rostrum-officer-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const said: string[] = [];
  const env: Record<string, string | undefined> = { GOOGLE_ACCESS_TOKEN: TOKEN, GOOGLE_APIS_URL: google.apis, GOOGLE_FORMS_URL: google.forms, DATA_DIR: join(root, 'data'), ROSTRUM_NOW: `${TODAY}T10:00:00Z` };
  const organisation = { languages: LANGUAGES, timeZone: 'Europe/Amsterdam', sources: settings };
  const run = async (...args: string[]) => {
    said.length = 0;
    const code = await refreshAll(args, root, { env, api: (purpose) => googleForms(env, purpose), forms: () => publicForms(env), print: (line) => void said.push(line) }, { organisation, random: () => 0, wait: async () => undefined });
    return { code, said: said.join('\n') };
  };
  return { google, env, run, root, organisation };
}

describe('an officer refreshes figures', () => {
  test('and sees a row for every source; a second time nothing is new', async () => {
    const { run, env, root } = await officer();
    const first = await run();
    expect([first.code, first.said.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2).join(' '))]).toEqual([0, ['well search-console', 'well analytics', 'well youtube', 'well sheets/gifts', 'well sheets/hours', 'well forms/volunteers']]);
    expect(first.said).toMatch(/sheets\/gifts {2}40 new, complete through 2026-11-22\./);
    const again = JSON.parse((await run('--json')).said) as { says: string; ok: boolean }[];
    expect(again.every(({ ok, says }) => ok && says.startsWith('Nothing new'))).toBe(true);
    const { history, close } = await openStore({ DATA_DIR: env['DATA_DIR'] }, root);
    expect(await history.isEmpty()).toBe(false);
    await close();
  });

  test('one by one, or all of a kind', async () => {
    const { run } = await officer();
    expect((await run('--only', 'search-console')).said.split('\n')).toHaveLength(1);
    expect((await run('--only', 'sheets')).said.split('\n')).toHaveLength(2);
    await expect(run('--only', 'search')).rejects.toThrow(/There is no source “search”\. There are: search-console, analytics/);
  });

  test('and one that fails leaves the others alone', async () => {
    const { run, google } = await officer();
    google.reports.analytics.get('301234567')!.shared = false;
    const { code, said } = await run();
    expect([code, said.match(/^failed/gm), said.match(/^well/gm)?.length]).toEqual([1, ['failed'], 5]);
    expect(said).toMatch(/failed {2}analytics {2}Google does not let us at the Analytics property 301234567\. Give the account of our credentials the role Viewer/);
  });

  test('and is told what is missing when there are no credentials', async () => {
    const { run, env } = await officer();
    delete env['GOOGLE_ACCESS_TOKEN'];
    const { code, said } = await run();
    expect([code, said.match(/There are no credentials for Google\. Set GOOGLE_APPLICATION_CREDENTIALS/g)?.length]).toEqual([2, 6]);
  });

  test('and is told of a file whose name is nothing that can be counted, as by the build', async () => {
    const { run, root } = await officer();
    await mkdir(join(root, 'content/figures'), { recursive: true });
    await writeFile(join(root, 'content/figures/donaties.yml'), 'source: x\n');
    const { code, said } = await run();
    expect([code, said.match(/^failed.*$/gm)]).toEqual([1, ['failed  typed/donaties.yml  content/figures/donaties.yml']]);
    expect(said).toContain('This is not the name of what can be counted, so nobody reads it. Name it after one of views,');
  });

  test('and what is not named any more troubles nobody, while its figures stay', async () => {
    const { run, env, root, google, organisation } = await officer();
    await run();
    google.reports.analytics.get('301234567')!.shared = false;
    expect((await run()).code).toBe(1);
    const look = async () => {
      const { history, close } = await openStore({ DATA_DIR: env['DATA_DIR'] }, root);
      await history.setStanding({ source: 'bank', askedAt: 1, ok: false, says: 'Imported.' });
      const [standings, views] = [await history.standings(), await history.series({ from: '2026-01-01', to: TODAY, metrics: ['views'], about: { entity: '' }, by: 'month' })];
      await close();
      return { views, says: Object.fromEntries(standings.map(({ source, ok, says }) => [source, `${ok} ${says}`])) };
    };
    const before = await look();
    organisation.sources = { ...organisation.sources, analytics: undefined, sheets: [] };
    await run('--only', 'search-console');
    expect((await look()).says).toMatchObject({ analytics: expect.stringMatching(/^false Google does not let us/) as string });
    expect((await run()).code).toBe(0);
    const after = await look();
    expect(after.says).toMatchObject({ analytics: `true ${NOT_ASKED}`, 'sheets/gifts': `true ${NOT_ASKED}`, bank: 'false Imported.', youtube: expect.stringMatching(/^true Nothing new/) as string });
    expect([after.views.length > 0, after.views]).toEqual([true, before.views]);
  });

  test('and is told that there is nothing to ask where no source is named', async () => {
    const { run, organisation } = await officer();
    organisation.sources = undefined as never;
    expect(await run()).toEqual({ code: 0, said: expect.stringMatching(/“sources” in content\/site\.ts names none/) as string });
  });
});

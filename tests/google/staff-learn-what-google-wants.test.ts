import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { faultOf } from '../../integrations/google/google-answer.ts';
import { GoogleFault, type GoogleTrouble } from '../../integrations/google/google-fault.ts';
import { googleForms } from '../../integrations/google/google-forms.ts';
import { googleCredentials, googlePlaces } from '../../integrations/google/google-settings.ts';
import { patiently } from '../../integrations/google/patience.ts';
import { retryAfter } from '../../integrations/google/retry-after.ts';
import type { FaultKind } from '../../integrations/google/stand-in/fault-box.ts';
import { envOf, googleWithForm } from '../petitions/form-desk.ts';

const TOKEN = 'ya29.a-very-secret-token';

/** Asks with a clock that only notes how long was waited. */
async function asking(seed = 1) {
  const world = await googleWithForm({ seed });
  const waits: number[] = [];
  const api = googleForms({ ...envOf(world.google), GOOGLE_ACCESS_TOKEN: TOKEN }, 'look', { random: () => 0.5, wait: async (milliseconds) => waits.push(milliseconds) }, 2_000);
  return { ...world, api, waits, fault: (call: Promise<unknown>) => call.then(() => undefined, (error: unknown) => error as GoogleFault) };
}

describe('what passes by itself is tried again', () => {
  test.each<FaultKind>(['too-many', 'outage', 'sorry', 'page-instead', 'drop-before', 'drop-after'])('after “%s”', async (fault) => {
    const { api, form, google, waits } = await asking();
    google.faults.rules = [{ at: 'api', fault, times: 3 }];
    expect((await api.form(form.id)).formId).toBe(form.id);
    expect(waits).toEqual([1125, 2250, 4500]);
  });

  test('as late as Google asks', async () => {
    const { api, form, google, waits } = await asking();
    google.faults.rules = [{ at: 'list', fault: 'too-many-wait', times: 2 }];
    await api.responses(form.id, {});
    expect(waits).toEqual([7000, 7000]);
  });

  test('up to a minute, and then somebody is told', async () => {
    const { api, form, google, waits, fault } = await asking();
    google.faults.rules = [{ at: 'api', fault: 'too-many' }];
    expect(await fault(api.form(form.id))).toMatchObject({ trouble: 'busy', message: expect.stringMatching(/too many requests/) as string });
    expect(waits.map((wait) => Math.floor(wait / 1125))).toEqual([1, 2, 4, 8, 16, 32, 64]);
  });

  test('but a new form is not made twice when the first may be there', async () => {
    const { google, fault, env } = await asking();
    const api = googleForms(env, 'make', { random: () => 0, wait: async () => undefined });
    const before = google.book.forms.size;
    google.faults.rules = [{ at: 'api', fault: 'drop-after', times: 1 }];
    expect((await fault(api.create('Once')))?.message).toMatch(/may have been made all the same/);
    expect(google.book.forms.size).toBe(before + 1);
    google.faults.rules = [{ at: 'api', fault: 'too-many', times: 1 }];
    await api.create('After a pause');
    expect(google.book.forms.size).toBe(before + 2);
  });
});

describe('what does not pass is told at once, with what to do', () => {
  test.each<[GoogleTrouble, RegExp, (world: Awaited<ReturnType<typeof asking>>) => void]>([
    ['missing', /knows nothing of the form .*edit address/, ({ google, form }) => void google.book.forms.delete(form.id)],
    ['forbidden', /Share it as an editor/, ({ entry }) => (entry.shared = false)],
    ['off', /switched off in our Google Cloud project/, ({ google }) => (google.book.off = true)],
    ['refused', /finds our request .* wrong/, ({ google }) => (google.faults.rules = [{ at: 'api', fault: 'refused' }])],
  ])('%s', async (trouble, words, plant) => {
    const world = await asking();
    plant(world);
    const fault = await world.fault(world.api.form(world.form.id));
    expect(fault).toMatchObject({ name: 'GoogleFault', trouble, message: expect.stringMatching(words) as string });
    expect(world.waits).toEqual([]);
  });

  test('a token that is not valid any more', () => {
    expect(faultOf({ status: 401, response: { data: { error: { message: `Invalid token ${TOKEN}` } } } }, 'the form x', 0)).toMatchObject({ trouble: 'signed-out', message: expect.not.stringContaining(TOKEN) as string });
  });

  test('without a token, an address or an answer in the message', () => {
    const { message } = faultOf({ status: 400, response: { data: { error: { message: `Bad value kim@mail.example in ${'k'.repeat(80)}` } } } }, 'the form x', 0);
    expect(message).not.toMatch(/kim@|kkkk/);
  });
});

describe('settings', () => {
  const key = () => generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }).privateKey;
  const fileWith = async (text: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-key-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'key.json'), text);
    return join(folder, 'key.json');
  };

  test('a key file signs in without asking Google for a token when the APIs are elsewhere', async () => {
    const { google, form } = await asking();
    const file = await fileWith(JSON.stringify({ type: 'service_account', client_email: 'desk@project.example', private_key: key() }));
    const api = googleForms({ ...envOf(google), GOOGLE_ACCESS_TOKEN: undefined, GOOGLE_APPLICATION_CREDENTIALS: file }, 'look');
    expect((await api.form(form.id)).formId).toBe(form.id);
  });

  test.each<[string, () => Promise<Record<string, string>>, RegExp]>([
    ['none', async () => ({}), /no credentials for Google/],
    ['a key file that is not there', async () => ({ GOOGLE_APPLICATION_CREDENTIALS: '/nowhere/key.json' }), /\/nowhere\/key\.json, which cannot be read \(ENOENT\)/],
    ['a key file that is no JSON', async () => ({ GOOGLE_APPLICATION_CREDENTIALS: await fileWith('-----BEGIN') }), /which is no JSON/],
    ['a key file of another kind', async () => ({ GOOGLE_APPLICATION_CREDENTIALS: await fileWith('{"type":"authorized_user","refresh_token":"secret"}') }), /not the key of a service account/],
    ['a token with a blank', async () => ({ GOOGLE_ACCESS_TOKEN: 'two words' }), /is no token/],
  ])('credentials: %s', async (_, env, words) => {
    const given = await env();
    let message = '';
    try {
      googleCredentials(given);
    } catch (error) {
      message = (error as GoogleFault).message;
    }
    expect(message).toMatch(words);
    expect(message).not.toMatch(/secret|BEGIN/);
  });

  test.each(['ftp://x', 'localhost', 'http://a:b@c', 'http://a/?q'])('an address that is none: %s', (address) => {
    expect(() => googlePlaces({ GOOGLE_APIS_URL: address })).toThrow(/GOOGLE_APIS_URL is “.*”/);
  });

  test('slashes at the end of addresses do not matter', () => {
    expect(googlePlaces({ GOOGLE_APIS_URL: 'http://127.0.0.1:1///', GOOGLE_FORMS_URL: 'http://127.0.0.1:1/forms/' })).toEqual({ apis: 'http://127.0.0.1:1/', forms: 'http://127.0.0.1:1/forms' });
    expect(googlePlaces({}).forms).toBe('https://docs.google.com/forms');
  });
});

test('Retry-After is believed in seconds and as a date, within an hour', () => {
  expect([retryAfter('7', 0), retryAfter('Thu, 01 Jan 1970 00:00:30 GMT', 10_000), retryAfter('99999999', 0), retryAfter('soon', 0), retryAfter('-1', 0), retryAfter(null, 0)]).toEqual([7000, 20_000, 3_600_000, undefined, undefined, undefined]);
});

test('a mistake of ours is not tried again', async () => {
  let tries = 0;
  await expect(patiently(() => (tries++, Promise.reject(new TypeError('ours'))))).rejects.toThrow('ours');
  expect(tries).toBe(1);
});

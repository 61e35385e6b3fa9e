import { describe, expect, test } from 'vitest';
import { googleWithForm } from '../petitions/form-desk.ts';

async function desk() {
  const world = await googleWithForm();
  const { google, form } = world;
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = { authorization: 'Bearer a-token' }) => {
    const response = await fetch(`${google.apis}${path}`, { method, headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { body: JSON.stringify(body) }), redirect: 'manual' });
    return { status: response.status, body: (await response.json()) as { error?: { code: number; status: string; message: string }; nextPageToken?: string; responses?: unknown[] } };
  };
  const submit = (entries: Record<string, string>, type = 'application/x-www-form-urlencoded') =>
    fetch(`${google.forms}/d/e/${form.public}/formResponse`, { method: 'POST', redirect: 'manual', headers: { 'content-type': type }, body: new URLSearchParams(entries).toString() });
  const entry = (name: keyof typeof form.questions) => `entry.${Number.parseInt(form.questions[name]!, 16)}`;
  const whole = { [entry('name')]: 'Kim', [entry('email')]: 'kim@mail.example', [entry('consent')]: 'yes' };
  return { ...world, call, submit, entryName: entry, whole };
}

describe('the stand-in’s APIs refuse what Google’s refuse', () => {
  test('a request without a token', async () => {
    const { call, form } = await desk();
    expect(await call('GET', `/v1/forms/${form.id}`, undefined, {})).toMatchObject({ status: 401, body: { error: { code: 401, status: 'UNAUTHENTICATED' } } });
  });

  test.each<[string, string, string, unknown]>([
    ['more than a title for a new form', 'POST', '/v1/forms', { info: { title: 'x' }, items: [] }],
    ['a new form with a description', 'POST', '/v1/forms', { info: { title: 'x', description: 'y' } }],
    ['a new form without a title', 'POST', '/v1/forms', {}],
    ['no change at all', 'POST', '/v1/forms/ID:batchUpdate', { requests: [] }],
    ['two changes in one', 'POST', '/v1/forms/ID:batchUpdate', { requests: [{ deleteItem: {}, moveItem: {} }] }],
    ['a question without a place', 'POST', '/v1/forms/ID:batchUpdate', { requests: [{ createItem: { item: { questionItem: { question: { textQuestion: {} } } } } }] }],
    ['a question beyond the end', 'POST', '/v1/forms/ID:batchUpdate', { requests: [{ createItem: { location: { index: 99 }, item: { questionItem: { question: { textQuestion: {} } } } } }] }],
    ['a file question', 'POST', '/v1/forms/ID:batchUpdate', { requests: [{ createItem: { location: { index: 0 }, item: { questionItem: { question: { fileUploadQuestion: {} } } } } }] }],
    ['settings without a mask', 'POST', '/v1/forms/ID:batchUpdate', { requests: [{ updateSettings: { settings: {} } }] }],
    ['a confirmation message', 'POST', '/v1/forms/ID:batchUpdate', { requests: [{ updateSettings: { settings: { confirmationMessage: 'x' }, updateMask: '*' } }] }],
    ['a way of collecting addresses that is none', 'POST', '/v1/forms/ID:batchUpdate', { requests: [{ updateSettings: { settings: { emailCollectionType: 'responderInput' }, updateMask: 'emailCollectionType' } }] }],
    ['an old revision', 'POST', '/v1/forms/ID:batchUpdate', { requests: [{ deleteItem: { location: { index: 0 } } }], writeControl: { requiredRevisionId: 'old' } }],
    ['accepting without publishing', 'POST', '/v1/forms/ID:setPublishSettings', { publishSettings: { publishState: { isPublished: false, isAcceptingResponses: true } } }],
    ['half a state', 'POST', '/v1/forms/ID:setPublishSettings', { publishSettings: { publishState: { isPublished: true } } }],
    ['a published view for writers', 'POST', '/drive/v3/files/ID/permissions', { type: 'anyone', role: 'writer', view: 'published' }],
    ['a permission for nobody', 'POST', '/drive/v3/files/ID/permissions', { role: 'reader' }],
    ['a filter in words', 'GET', '/v1/forms/ID/responses?filter=yesterday', undefined],
    ['a filter with a zone', 'GET', `/v1/forms/ID/responses?filter=${encodeURIComponent('timestamp > 2026-11-23T10:00:00+01:00')}`, undefined],
    ['a filter by another sign', 'GET', `/v1/forms/ID/responses?filter=${encodeURIComponent('timestamp < 2026-11-23T10:00:00Z')}`, undefined],
    ['a page token of somebody else', 'GET', '/v1/forms/ID/responses?pageToken=abc', undefined],
    ['an unknown wish', 'GET', '/v1/forms/ID/responses?orderBy=time', undefined],
  ])('%s', async (_, method, path, body) => {
    const { call, form, entry } = await desk();
    const before = structuredClone(entry.form);
    expect(await call(method, path.replace('ID', form.id), body)).toMatchObject({ status: 400, body: { error: { code: 400, status: 'INVALID_ARGUMENT', message: expect.any(String) as string } } });
    expect(entry.form).toEqual(before);
  });

  test('a page token with another filter', async () => {
    const { call, form, submit, whole } = await desk();
    for (let number = 0; number < 3; number++) await submit(whole);
    const first = await call('GET', `/v1/forms/${form.id}/responses?pageSize=2`);
    expect(first.body.responses).toHaveLength(2);
    const token = encodeURIComponent(first.body.nextPageToken!);
    expect((await call('GET', `/v1/forms/${form.id}/responses?pageSize=2&pageToken=${token}`)).body.responses).toHaveLength(1);
    expect((await call('GET', `/v1/forms/${form.id}/responses?pageSize=2&pageToken=${token}&filter=${encodeURIComponent('timestamp >= 2026-01-01T00:00:00Z')}`)).status).toBe(400);
  });

  test('a form that begins its life unpublished, and one published without permission for everybody', async () => {
    const { call, google, submit, form, entry } = await desk();
    const made = (await call('POST', '/v1/forms', { info: { title: 'New' } })).body as unknown as { publishSettings: unknown; items: unknown[] };
    expect(made).toMatchObject({ publishSettings: { publishState: { isPublished: false } }, items: [] });
    entry.permissions = [];
    expect((await fetch(`${google.forms}/d/e/${form.public}/viewform`, { redirect: 'manual' })).headers.get('location')).toMatch(/^https:\/\/accounts\.google\.com\//);
    expect((await submit({})).status).toBe(302);
  });
});

describe('the stand-in’s public form', () => {
  test('takes a whole answer and says so with the form’s own words', async () => {
    const { submit, whole, entry } = await desk();
    const answer = await submit(whole);
    expect([answer.status, (await answer.text()).includes('OK-7f3a9c21'), entry.rows.length]).toEqual([200, true, 1]);
  });

  test('refuses missing answers, unknown questions, unknown fields and other content', async () => {
    const { submit, whole, entry, entryName } = await desk();
    const { [entryName('name')]: _, ...nameless } = whole;
    const statuses = [await submit(nameless), await submit({ ...whole, 'entry.1': 'x' }), await submit({ ...whole, surprise: 'x' }), await submit(whole, 'application/json')].map(({ status }) => status);
    expect([statuses, entry.rows.length]).toEqual([[400, 400, 400, 400], 0]);
  });

  test('sends people away when it is closed', async () => {
    const { submit, whole, entry } = await desk();
    entry.form.publishSettings = { publishState: { isPublished: true, isAcceptingResponses: false } };
    expect((await submit(whole)).headers.get('location')).toMatch(/\/closedform$/);
    expect(entry.rows).toEqual([]);
  });

  test('asks for the second page before it takes anything', async () => {
    const { submit, whole, entry } = await desk();
    entry.form.items.push({ itemId: '0000aaaa', pageBreakItem: {} });
    expect((await (await submit(whole)).text()).includes('FB_PUBLIC_LOAD_DATA_')).toBe(true);
    expect(entry.rows).toEqual([]);
  });
});

describe('the stand-in’s switches', () => {
  test('are reached over the network, for other programs', async () => {
    const { google, form, submit, whole } = await desk();
    const put = (body: unknown) => fetch(`${google.apis}/stand-in/faults`, { method: 'PUT', body: JSON.stringify(body) });
    expect((await put([{ at: 'submit', fault: 'too-many', times: 1 }])).status).toBe(200);
    expect([(await submit(whole)).status, (await submit(whole)).status]).toEqual([429, 200]);
    expect(await (await put([{ at: 'submit', fault: 'empty' }])).json()).toMatchObject({ error: expect.stringMatching(/must be one of/) as string });
    await fetch(`${google.apis}/stand-in/forms/${form.id}`, { method: 'PATCH', body: JSON.stringify({ confirmation: 'By hand' }) });
    expect(await (await submit(whole)).text()).toContain('By hand');
    expect(await (await fetch(`${google.apis}/stand-in`)).json()).toMatchObject({ forms: [{ id: form.id, answers: 2 }], struck: { 'too-many': 1 } });
  });

  test('make the same chances for the same seed', async () => {
    const ids = async (seed: number) => [...(await googleWithForm({ seed })).google.book.forms.keys()];
    expect(await ids(5)).toEqual(await ids(5));
    expect(await ids(5)).not.toEqual(await ids(6));
  });
});

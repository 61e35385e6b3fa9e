import { afterEach, describe, expect, test, vi } from 'vitest';
import { clockFrom, currentEdition, forgetEdition } from '../../integrations/files/current-edition.ts';
import { fieldsOf, folder, put, written } from '../desk.ts';
import { NOW, organisation } from '../specimens.ts';

const noon = () => new Date('2026-06-01T12:00:00Z');

describe('the moment to build for', () => {
  test('is the clock’s, unless it is fixed', () => expect(clockFrom({}, noon)).toBe('2026-06-01T12:00:00.000Z'));
  test('is the fixed one, in one form', () => {
    expect(clockFrom({ ROSTRUM_NOW: '2026-11-23T11:00:00+01:00' }, noon)).toBe(NOW);
    expect(clockFrom({ ROSTRUM_NOW: '2026-11-23 10:00' }, noon)).toBe(NOW);
  });
  test('is the clock’s when the setting is empty', () => expect(clockFrom({ ROSTRUM_NOW: '' }, noon)).toBe('2026-06-01T12:00:00.000Z'));
  test.each(['tomorrow', '2026-02-30T10:00:00Z', '1764000000'])('is refused as “%s”', (now) => {
    expect(() => clockFrom({ ROSTRUM_NOW: now }, noon)).toThrow(`ROSTRUM_NOW is “${now}”, which is not a moment. Write it like 2026-11-23T10:00:00Z.`);
  });
});

describe('the edition of a process', () => {
  afterEach(() => {
    forgetEdition();
    vi.unstubAllEnvs();
  });
  const story = (title: string) => ({ 'content/press/x/index.nl.md': written(fieldsOf('press', ['Gratis internet', title])) });

  test('is read once, until it is forgotten', async () => {
    const options = { root: await folder(story('Eén')), site: organisation, now: NOW };
    expect((await currentEdition(options)).versions[0]!.title).toBe('Eén');
    await put(options.root, story('Twee'));
    expect((await currentEdition(options)).versions[0]!.title).toBe('Eén');
    forgetEdition();
    expect((await currentEdition(options)).versions[0]!.title).toBe('Twee');
  });

  test.each([[undefined, 0], ['off', 0], ['1', 0], ['on', 1]])('with the preview switched “%s” has %i of one draft', async (preview, shown) => {
    vi.stubEnv('ROSTRUM_PREVIEW', preview);
    const root = await folder({ 'content/press/x/index.nl.md': written(fieldsOf('press', ['place:', 'draft: true\nplace:'])) });
    expect((await currentEdition({ root, site: organisation, now: NOW })).versions).toHaveLength(shown);
  });
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import { clockFrom, currentEdition, forgetEdition, renewEdition, startPreview } from '../../integrations/files/current-edition.ts';
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
    // A process that shows drafts does so to its end; a test file must go on without.
    delete (globalThis as { rostrumWriting?: boolean }).rostrumWriting;
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

  test('is not read again when it cannot be; the one before stays', async () => {
    const options = { root: await folder(story('Eén')), site: organisation, now: NOW };
    const before = await currentEdition(options);
    await expect(renewEdition({ ...options, site: undefined as unknown as typeof organisation })).rejects.toThrow();
    expect(await currentEdition(options)).toBe(before);
    await put(options.root, story('Twee'));
    expect((await renewEdition(options)).versions[0]!.title).toBe('Twee');
    expect((await currentEdition(options)).versions[0]!.title).toBe('Twee');
  });

  test('that could not be read is tried again by the next who asks', async () => {
    const options = { root: await folder(story('Eén')), site: organisation, now: NOW };
    await expect(currentEdition({ ...options, site: undefined as unknown as typeof organisation })).rejects.toThrow();
    expect((await currentEdition(options)).versions).toHaveLength(1);
  });

  test('holds no draft, whatever the environment says, until somebody starts writing', async () => {
    const root = await folder({ 'content/press/x/index.nl.md': written(fieldsOf('press', ['place:', 'draft: true\nplace:'])) });
    const read = async () => {
      const { versions, preview } = await currentEdition({ root, site: organisation, now: NOW });
      return [versions.length, preview];
    };
    vi.stubEnv('ROSTRUM_PREVIEW', 'on');
    expect(await read()).toEqual([0, false]);
    startPreview();
    expect(await read()).toEqual([1, true]);
  });
});

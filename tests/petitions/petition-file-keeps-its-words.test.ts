import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openPetitionFile, writeForm } from '../../integrations/petitions/petition-file.ts';
import { folder } from '../desk.ts';

const FORM = { id: `1${'a'.repeat(43)}`, public: `1FAIpQL${'b'.repeat(49)}`, confirmation: 'OK-7f3a', questions: { name: '12345678', email: '1e234567', consent: '0a1b2c3d', ref: 'deadbeef' } };

async function rewritten(text: string, form: Partial<typeof FORM> = FORM): Promise<string> {
  const root = await folder({ 'content/petitions/x/petition.yml': text });
  await writeForm(root, await openPetitionFile(root, 'x'), form);
  return readFile(join(root, 'content/petitions/x/petition.yml'), 'utf8');
}

describe('a form is written into petition.yml', () => {
  const before = '# Ours\ntarget:   The mayor   # of Havenstad\nmilestones: [1000,2000]\noffline:\n  - { date: 2026-10-17, count: 12, note: "A street" }\n';

  test.each([['with its last line', before], ['without a last line end', before.trimEnd()], ['', '']])('and everything else stays as it is, sign for sign %s', async (_, text) => {
    const after = await rewritten(text);
    expect(after.startsWith(text)).toBe(true);
    expect(after.slice(text.length).trimStart()).toBe(`form:\n  id: ${FORM.id}\n  public: ${FORM.public}\n  confirmation: OK-7f3a\n  questions:\n    name: "12345678"\n    email: "1e234567"\n    consent: 0a1b2c3d\n    ref: deadbeef\n`);
  });

  test('and ids that look like numbers stay texts, for every reader of YAML', async () => {
    expect((parse(await rewritten(before)) as { form: typeof FORM }).form).toEqual(FORM);
  });

  test('in the place of an older one, beside what was noted there', async () => {
    const after = await rewritten(`${before}form:   # made in May\n  # ask Kim for access\n  id: old\n  questions: { name: 1a }\nretention: 6   # months\n`);
    expect(after).toMatch(/^# Ours\ntarget: {3}The mayor {3}# of Havenstad\nmilestones: \[1000,2000\]\n/);
    expect(after).toMatch(/# made in May/);
    expect(after).toMatch(/# ask Kim for access\n {2}id: 1a{43}\n/);
    expect(after).toMatch(/ref: deadbeef\n[^]*\nretention: 6 {3}# months\n$/);
  });

  test.each(['form:\n', 'form:', 'form: null\nretention: 6\n', 'form: # nothing yet\nretention: 6\n'])('where an empty one waits for it: %j', async (text) => {
    const after = parse(await rewritten(before + text)) as { form: typeof FORM; retention?: number };
    expect(after.form).toEqual(FORM);
    expect(after.retention).toBe(text.includes('retention') ? 6 : undefined);
  });

  test('and what is not given stays', async () => {
    const after = parse(await rewritten(`form:\n  id: kept\n  confirmation: OK-old1\n`, { public: FORM.public })) as { form: unknown };
    expect(after.form).toEqual({ id: 'kept', confirmation: 'OK-old1', public: FORM.public });
  });
});

test('ids without quotation marks are read as they were typed', async () => {
  const root = await folder({ 'content/petitions/x/petition.yml': 'form:\n  questions: { name: 12345678, email: 1e234567, ref: 00001234, place: ~ }\n' });
  expect((await openPetitionFile(root, 'x')).form?.questions).toEqual({ name: '12345678', email: '1e234567', ref: '00001234', place: '' });
});

test.each(['form: [', '- a list', 'a: 1\na: 2\n'])('a file that is no list of fields is refused: %j', async (text) => {
  const root = await folder({ 'content/petitions/x/petition.yml': text });
  await expect(openPetitionFile(root, 'x')).rejects.toThrow(/cannot be read/);
});

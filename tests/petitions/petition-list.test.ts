import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { petitionList } from '../../integrations/petitions/petition-list.ts';

let root: string;
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'rostrum-list-'))));
afterEach(() => rm(root, { recursive: true }));
const write = async (slug: string, yaml: string) => {
  await mkdir(join(root, 'content/petitions', slug), { recursive: true });
  await writeFile(join(root, 'content/petitions', slug, 'petition.yml'), yaml);
};

test('petitions are known by what their files say, and faulty files by name', async () => {
  await write('whole', 'target: The council\nopens: 2026-10-01\ncloses: 2027-03-31\nfields: [name, email, place]\nretention: 12\n');
  await write('short', 'target: The council\nopens: 2026-10-01\ncloses: 2027-03-31\n');
  await write('no-day', 'target: The council\nopens: 2026-10-01\ncloses: soon\n');
  await write('no-yaml', 'target: [');
  expect(await petitionList(root, '2026-11-23')).toEqual({
    petitions: [{ slug: 'short', fields: ['name', 'email'], opens: '2026-10-01', closes: '2027-03-31', retention: 6 }, { slug: 'whole', fields: ['name', 'email', 'place'], opens: '2026-10-01', closes: '2027-03-31', retention: 12 }],
    faulty: ['no-day', 'no-yaml'],
  });
});

test('a project without petitions has none', async () => expect(await petitionList(root, '2026-11-23')).toEqual({ petitions: [], faulty: [] }));

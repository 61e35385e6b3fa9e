import { expect, test } from 'vitest';
import { readPetitionFacts } from '../../integrations/web/petition-facts.ts';
import { factsOf } from '../../src/domain/petition-facts.ts';
import { folder } from '../desk.ts';
import { newsroom, organisation, petition } from '../specimens.ts';

const room = newsroom([petition()]);
const facts = factsOf(room, room.stories[0]!, organisation);
const read = async (text: string) => readPetitionFacts(await folder({ 'server/petitions.json': text }));

test('the server reads the petitions that the build wrote down', async () => {
  expect(await read(JSON.stringify({ [facts.slug]: facts }))).toEqual(new Map([[facts.slug, facts]]));
});

test('a site without petitions takes no signatures', async () => expect(await readPetitionFacts(await folder({ 'server/site.json': '{}' }))).toEqual(new Map()));

test.each(['', '[1]', '{"x":1}', JSON.stringify({ other: facts }), JSON.stringify({ [facts.slug]: { ...facts, closesAt: 'soon' } })])('a damaged file is told: %s', async (text) => {
  await expect(read(text)).rejects.toThrow('server/petitions.json is damaged; build the site again with npm run build.');
});

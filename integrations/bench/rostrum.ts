import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeTexts, type Contender } from './contender.ts';
import { TOPICS } from './texts.ts';

/** The project whose build is measured. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Rostrum itself: a copy of its sources with a newsroom of one language, and nothing of its caches. */
export const ROSTRUM: Contender = {
  name: 'rostrum',
  folder: 'rostrum',
  async prepare(folder, texts) {
    const peers = join('integrations', 'bench', 'peers');
    for (const part of ['src', 'integrations', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
      await cp(join(PROJECT, part), join(folder, part), { recursive: true, filter: (path) => !path.endsWith(`${sep}${peers}`) });
    }
    await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await mkdir(join(folder, 'content'));
    await writeFile(join(folder, 'content/site.ts'), settings());
    await writeTexts([
      { path: join(folder, 'content/about/index.nl.md'), fields: about(), body: 'Deze organisatie bestaat alleen om te meten.\n' },
      ...texts.map((text) => ({
        path: join(folder, `content/press/${text.slug}/index.nl.md`),
        fields: { title: text.title, summary: text.summary, published: text.published, topics: [text.topic], place: 'Havenstad' },
        body: text.body,
      })),
    ]);
  },
  command: (folder) => [join(folder, 'integrations/commands/rostrum.mjs'), 'build', '--strict'],
  output: 'dist/client',
};

function settings(): string {
  const site = {
    // The others draw no pictures either.
    shareImages: false,
    name: 'Meetlat', url: 'https://meetlat.example', timeZone: 'Europe/Amsterdam', languages: ['nl'],
    tagline: { nl: 'Een organisatie om mee te meten.' },
    address: ['Kade 1', 'Havenstad'],
    contacts: { press: { name: 'De redactie', role: { nl: 'woordvoerder' }, email: 'pers@meetlat.example' } },
    topics: Object.fromEntries(TOPICS.map((topic) => [topic, { nl: topic }])),
  };
  return `export default ${JSON.stringify(site, null, 2)};\n`;
}

const about = () => ({
  title: 'Over Meetlat', summary: 'Wie wij zijn.', published: '2025-01-01T09:00:00Z',
  boilerplate: 'Meetlat is een verzonnen organisatie.', interest: 'Wij hebben geen belang.', method: 'Wij meten en schrijven op.',
});

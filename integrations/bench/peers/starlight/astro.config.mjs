import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://meetlat.example',
  integrations: [
    starlight({
      title: 'Meetlat',
      locales: { root: { label: 'Nederlands', lang: 'nl' } },
      // By itself the menu would name all texts on every page, which nobody would want.
      sidebar: [{ label: 'Alle teksten', link: '/' }],
    }),
  ],
});

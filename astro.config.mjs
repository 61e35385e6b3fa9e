import { defineConfig } from 'astro/config';
import node from '@astrojs/node';
import react from '@astrojs/react';
import { site } from './src/site.ts';

const hosting = process.env.HOSTING ?? 'server';

// The dashboard answers people one by one, so it is there only with our server; its underlined files are no routes by themselves.
const reach = {
  name: 'rostrum-reach',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      injectRoute({ pattern: '/reach/[...view]', entrypoint: './src/pages/reach/_view.astro', prerender: false });
      injectRoute({ pattern: '/reach/[view]/[numbers].csv', entrypoint: './src/pages/reach/_numbers.csv.ts', prerender: false });
    },
  },
};

// Where a build goes, which cache it uses and what it shows is decided by integrations/commands/build.ts.
export default defineConfig({
  site: process.env.SITE_URL ?? site.url,
  output: 'static',
  trailingSlash: 'always',
  integrations: [react(), ...(hosting === 'server' ? [reach] : [])],
  // Part of our own server, which keeps sessions itself.
  ...(hosting === 'server' && { adapter: node({ mode: 'middleware' }) }),
  session: false,
  outDir: '.releases/unchecked/client',
  // The default, 'jsx', would glue words that stand on two lines.
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Scripts stay files of their own, so that pages need no exception in their policy.
  // To read a property does nothing else in what we bundle; believing that, the bundler leaves out parts of chart.js that nobody draws.
  vite: { build: { assetsInlineLimit: 0, rolldownOptions: { treeshake: { propertyReadSideEffects: false } } }, server: { watch: { ignored: ['**/.releases/**', '**/.data/**', '**/dist/**'] } } },
  devToolbar: { enabled: false },
  server: { host: process.env.HOST ?? '127.0.0.1', port: Number(process.env.PORT ?? 4321) },
});

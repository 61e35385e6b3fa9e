import { defineConfig } from 'astro/config';
import { site } from './src/site.ts';

// Where a build goes, which cache it uses and what it shows is decided by integrations/commands/build.ts.
export default defineConfig({
  site: process.env.SITE_URL ?? site.url,
  output: 'static',
  trailingSlash: 'always',
  outDir: '.releases/unchecked/client',
  // The default, 'jsx', would glue words that stand on two lines.
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Scripts stay files of their own, so that pages need no exception in their policy.
  vite: { build: { assetsInlineLimit: 0 }, server: { watch: { ignored: ['**/.releases/**', '**/.data/**', '**/dist/**'] } } },
  devToolbar: { enabled: false },
  server: { host: process.env.HOST ?? '127.0.0.1', port: Number(process.env.PORT ?? 4321) },
});

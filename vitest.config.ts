import { defineConfig } from 'vitest/config';

// Unit tests need nothing but the source; site tests look at the sample site, which is built and served once for all.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{domain,schemas,text,share,files,publish,web,server,store,google,petitions,sources,feeds,figures,reach,charts,sample,report,islands}/**/*.test.ts', 'tests/architecture.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/{site,browser}/**/*.test.ts'],
          globalSetup: 'tests/sample-site.ts',
          // Builds and the browser share two cores; side by side they would only wait for each other.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});

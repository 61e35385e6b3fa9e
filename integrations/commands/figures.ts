import { taskList } from './task-list.ts';

/** `npm run figures -- <task>`: figures that come as files. */
export const figures = taskList('figures', {
  import: { load: async () => (await import('./figures/import-figures.ts')).importFigures, help: 'import <file> --source <name>    takes over gifts, volunteers and applications from a list or a bank statement' },
  export: { load: async () => (await import('./figures/export-history.ts')).exportHistory, help: 'export <file.ndjson>             writes down everything that is known, as a copy to keep' },
  restore: { load: async () => (await import('./figures/restore-history.ts')).restoreHistory, help: 'restore <file.ndjson>            takes such a copy in again' },
});

import { taskList } from './task-list.ts';

/** `npm run petition -- <task>`: everything about petitions besides writing them. */
export const petition = taskList('petition', {
  doctor: { load: async () => (await import('./petition/doctor.ts')).doctor, help: 'doctor [slug]                         checks form, questions, publication and confirmation' },
  create: { load: async () => (await import('./petition/create.ts')).create, help: 'create <slug>                         makes, fills and publishes the Google Form' },
  connect: { load: async () => (await import('./petition/connect.ts')).connect, help: 'connect <slug> <address|page.html>    reads a public form that is there already' },
  import: { load: async () => (await import('./petition/import-list.ts')).importList, help: 'import <slug> <file.csv|file.xlsx>    takes over signatures from Microsoft Forms or any list' },
  counts: { load: async () => (await import('./petition/counts.ts')).counts, help: 'counts [slug] [--json]                signatures by state, counted twice' },
  review: { load: async () => (await import('./petition/review.ts')).review, help: 'review <slug>                         looks through suspicious signatures, and takes a review back' },
  rejected: { load: async () => (await import('./petition/rejected.ts')).rejected, help: 'rejected <slug> [--retry]             signatures that the form does not take, and why' },
  export: { load: async () => (await import('./petition/export-list.ts')).exportList, help: 'export <slug> <file.csv>              valid signatures, for the delivery to the target' },
  erase: { load: async () => (await import('./petition/erase.ts')).erase, help: 'erase <slug> --email <address>        removes a person who asks for it' },
  anonymise: { load: async () => (await import('./petition/anonymise.ts')).anonymise, help: 'anonymise [slug] [--dry-run]          removes names and addresses when their time has come' },
});

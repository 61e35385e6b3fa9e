import { readPetitionFacts } from '../web/petition-facts.ts';
import { googleForms } from '../google/google-forms.ts';
import { publicForms } from '../google/public-form.ts';
import { keepInTouch } from '../petitions/keep-in-touch.ts';
import { paceOf } from '../petitions/pace.ts';
import { openLedger } from '../store/open-ledger.ts';
import { realSqlite } from '../store/sqlite/sqlite-engine.ts';
import { startServer } from '../web/server.ts';
import { signingRoom } from '../web/signing-room.ts';
import { quickClock } from './quick-clock.ts';

// A server with relay and sync on the benchmark's clock, made to be killed at any moment. No form of the real Google is
// ever asked: the stand-in's addresses come with the environment.
const [root = '', start = ''] = process.argv.slice(2);
const { env } = process;
if (![env['GOOGLE_APIS_URL'], env['GOOGLE_FORMS_URL']].every((address) => address?.startsWith('http://127.0.0.1:'))) throw new Error('This server only asks a stand-in on this machine.');
const world = quickClock(Number(start));
// One that was killed is followed at once; on PostgreSQL its lock ends with its connection.
const ledger = await openLedger(env, root, 'thread', { ...realSqlite, lockLasts: 1500 });
const petitions = [...(await readPetitionFacts(`${root}/dist`)).values()].map(({ slug, terms }) => ({ slug, form: terms.form!, fields: terms.fields, languages: ['en'], open: true }));
const pace = paceOf({ start: 10, least: 5, most: 12, step: 1 }, 500);
keepInTouch({ ledger, petitions: async () => petitions, api: (patience) => googleForms(env, 'look', patience), forms: publicForms(env), pace }, world);
const room = signingRoom(ledger, { trustProxy: 1, siteUrl: undefined, forms: env['GOOGLE_FORMS_URL']! }, world.now);
const server = await startServer({ root, host: '127.0.0.1', port: 0, trustProxy: 1, signing: room });
process.send!({ address: server.address });
process.once('disconnect', () => process.exit());

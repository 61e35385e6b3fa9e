import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { answeringForm, type AnsweringForm } from './answering-form.ts';
import { peakMemory, timed } from './own-cost.ts';

/** What a page of answers has, as far as it is read here. */
interface Page {
  responses?: { responseId: string; lastSubmittedTime: string; answers: Record<string, { textAnswers: { answers: [{ value: string }] } } | undefined> }[];
  nextPageToken?: string;
}

const COLUMNS = ['name', 'email', 'place', 'consent', 'updates', 'language', 'source', 'bucket', 'ref', 'version'] as const;
/** Rows of one transaction, as with us. */
const PART = 2500;

// What somebody writes who judges nothing, counts nothing and hides no address: each page is asked for and each answer kept
// as it came, under its id, found again by its address and its `ref`. A program of its own, because memory that somebody else took would count.
const answers = Number(process.argv[2] ?? 1_000_000);
const form = await answeringForm(answers);
const folder = await mkdtemp(join(tmpdir(), 'rostrum-sync-'));
try {
  const { outcome, cpu, wall } = await timed(() => readAll(form, new DatabaseSync(join(folder, 'flat.sqlite'))));
  console.log(JSON.stringify({ added: outcome, cpu, wall, memory: peakMemory() }));
} finally {
  form.end();
  await rm(folder, { recursive: true, force: true });
}

async function readAll({ apis, id, questions }: AnsweringForm, database: DatabaseSync): Promise<number> {
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 32768`);
  database.exec(`CREATE TABLE flat (response TEXT NOT NULL, at TEXT NOT NULL, ${COLUMNS.map((column) => `${column} TEXT`).join(', ')})`);
  for (const column of ['response', 'ref', 'email']) database.exec(`CREATE UNIQUE INDEX flat_${column} ON flat (${column})`);
  const insert = database.prepare(`INSERT INTO flat VALUES (?, ?, ${COLUMNS.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`);
  let added = 0;
  for (let token: string | undefined = ''; token !== undefined; ) {
    const answer = await fetch(`${apis}/v1/forms/${id}/responses?pageSize=5000${token && `&pageToken=${encodeURIComponent(token)}`}`, { headers: { Authorization: 'Bearer a-token' } });
    const { responses = [], nextPageToken } = (await answer.json()) as Page;
    for (let start = 0; start < responses.length; start += PART) {
      database.exec('BEGIN');
      for (const { responseId, lastSubmittedTime, answers: given } of responses.slice(start, start + PART)) {
        added += Number(insert.run(responseId, lastSubmittedTime, ...COLUMNS.map((column) => given[questions[column] ?? '']?.textAnswers.answers[0].value ?? null)).changes);
      }
      database.exec('COMMIT');
    }
    token = nextPageToken;
  }
  database.close();
  return added;
}

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS } from '../../integrations/store/migrations.ts';
import { openLedger } from '../../integrations/store/open-ledger.ts';
import { sealOf } from '../../integrations/store/records/seal.ts';
import { openConnection } from '../../integrations/store/sqlite/connection.ts';
import { migrate } from '../../integrations/store/sqlite/migrate.ts';
import { storeFile } from '../../integrations/store/store-file.ts';
import { responseOf } from './signatures.ts';

/** The last schema whose answers had no form. */
const WITHOUT_FORM = 3;

test('an answer that was noted before answers had a form stands until a list of the form has it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = storeFile({ DATA_DIR: folder }, folder);
  await mkdir(dirname(path));
  const older = openConnection(path, { writes: true });
  migrate(older, MIGRATIONS.slice(0, WITHOUT_FORM));
  older.exec(`INSERT INTO petitions (slug) VALUES ('library')`);
  older.exec(`INSERT INTO signatures (petition, seal, score, reasons, state, relay, wish, origin, signed_at, updates, lang, source, bucket, version)
    VALUES (1, '${sealOf('a')}', 0, '', 'valid', 'confirmed', 1, 'page', 0, 0, 'nl', '', '', '')`);
  older.exec(`INSERT INTO counts VALUES (1, 'state', 'valid', 1), (1, 'relay', 'confirmed', 1)`);
  older.exec(`INSERT INTO responses (petition, response, signature) VALUES (1, 'one', 1)`);
  older.close();

  const ledger = await openLedger({ DATA_DIR: folder }, folder);
  onTestFinished(() => ledger.close());
  const none = async function* () {};
  expect(await ledger.eraseVanished('library', 'the form', none())).toBe(0);
  expect(await ledger.enter('library', [responseOf({ ref: 'a', responseId: 'one' })], 'the form')).toMatchObject({ known: 1 });
  expect(await ledger.knownAnswers('library', 'the form')).toBe(1);
  expect(await ledger.eraseVanished('library', 'another form', none(), { sure: true })).toBe(0);
  expect(await ledger.eraseVanished('library', 'the form', none(), { sure: true })).toBe(1);
});

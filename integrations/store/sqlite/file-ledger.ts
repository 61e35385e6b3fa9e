import type { Ledger } from '../ledger.ts';
import { ledgerOn } from '../ledger-on.ts';
import { ELSEWHERE, groupCommit } from '../records/group-commit.ts';
import { signingThread } from './signing-thread.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** The ledger in the file of an engine; with `thread`, people's signatures are written by another thread, in turn with everything else that writes. */
export function fileLedger(path: string, engine: SqliteEngine, writer: 'here' | 'thread'): Ledger {
  const ledger = ledgerOn(engine);
  if (writer === 'here') return ledger;
  const thread = signingThread(path);
  let opened = false;
  return {
    ...ledger,
    sign: groupCommit(async (signatures) => {
      // Opened here first, so that two never make the same file.
      if (!opened) await ledger.petitions();
      opened = true;
      return engine.inTurn(() => thread.signAll(signatures));
    }, ELSEWHERE),
    async close() {
      await engine.inTurn(() => thread.close());
      await ledger.close();
    },
  };
}

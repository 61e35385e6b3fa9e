import { Refusal } from '../../refusal.ts';
import type { Engine, Session } from '../engine.ts';
import type { Written } from '../history.ts';
import { changeFigures } from './figure-writing.ts';
import { changeGifts } from './gift-row.ts';
import { HISTORY_FORMAT, readHistoryLine, type HistoryLine } from './history-line.ts';
import { changeMentions } from './mention-row.ts';
import { keepRevisions } from './revision-row.ts';
import { takeSource } from './source-row.ts';
import { keepStanding, UNLESS_ASKED_SINCE } from './source-standing.ts';

/** Lines of one transaction. */
const PART = 10_000;

/** Takes lines that were exported, part by part; what was taken before a fault stays, and doing it again completes it. */
export async function importLines(engine: Engine, lines: AsyncIterable<string>, at: number): Promise<Written> {
  const total: Written = { added: 0, revised: 0, same: 0, removed: 0 };
  let part: HistoryLine[] = [];
  const take = async () => {
    const written = await engine.write((session) => takePart(session, part, at));
    for (const name of ['added', 'revised', 'same'] as const) total[name] += written[name];
    part = [];
  };
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (number === 1 && line !== HISTORY_FORMAT) throw new Refusal(`Line 1 does not begin a history that this version of Rostrum can read (${HISTORY_FORMAT}). Choose a file that “figures -- export” wrote.`);
    if (number === 1 || line === '') continue;
    const read = readHistoryLine(line);
    if (typeof read === 'string') {
      await take();
      throw new Refusal(`Line ${number} of the history cannot be read: ${read}. What stands before it was taken. Mend the line or take it out, and import the file again.`);
    }
    // Gifts and mentions of a day are counted once, when all of them are there.
    if (part.length >= PART && groupOf(read) !== groupOf(part.at(-1)!)) await take();
    part.push(read);
  }
  if (number === 0) throw new Refusal('There is no history in it: it is empty. Choose a file that “figures -- export” wrote.');
  await take();
  return total;
}

function groupOf(line: HistoryLine): unknown {
  if ('gift' in line) return line.gift.day;
  return 'mention' in line ? line.mention.day : line;
}

/** Sources are taken in the order of their names, as everywhere. */
async function takePart(session: Session, part: readonly HistoryLine[], at: number): Promise<Written> {
  const total: Written = { added: 0, revised: 0, same: 0, removed: 0 };
  const bySource = Map.groupBy(part, (line) => Object.values(line)[0]!.source);
  for (const name of [...bySource.keys()].sort()) {
    const lines = bySource.get(name)!;
    for (const line of lines) if ('standing' in line) await keepStanding(session, line.standing, UNLESS_ASKED_SINCE);
    const source = await takeSource(session, name);
    const figures = await changeFigures(session, source, lines.flatMap((line) => ('figure' in line ? line.figure : [])), at);
    await keepRevisions(session, source, lines.flatMap((line) => ('revision' in line ? line.revision : [])));
    const gifts = await changeGifts(session, source, lines.flatMap((line) => ('gift' in line ? line.gift : [])), at);
    const mentions = await changeMentions(session, source, lines.flatMap((line) => ('mention' in line ? line.mention : [])), at);
    for (const name of ['added', 'revised', 'same'] as const) total[name] += figures[name] + gifts[name] + mentions[name];
  }
  return total;
}

import type { Engine } from './engine.ts';
import type { History } from './history.ts';
import { addFigures } from './records/figure-adding.ts';
import { writeFigures } from './records/figure-writing.ts';
import { forget, isEmpty } from './records/forgetting.ts';
import { gifts, writeGifts } from './records/gift-row.ts';
import { exportLines } from './records/history-export.ts';
import { importLines } from './records/history-import.ts';
import { mentions, writeMentions } from './records/mention-row.ts';
import { periodFigures } from './records/period-figures.ts';
import { revisions } from './records/revision-row.ts';
import { setStanding, standings } from './records/source-standing.ts';

/** The history on a database of either kind. */
export function historyOn(engine: Engine): History {
  return {
    write: (source, about, figures, at) => writeFigures(engine, source, about, figures, at),
    add: (source, figures) => addFigures(engine, source, figures),
    writeGifts: (source, some, at, whole) => writeGifts(engine, source, some, at, whole),
    gifts: (stretch) => gifts(engine, stretch),
    writeMentions: (source, some, at) => writeMentions(engine, source, some, at),
    mentions: (stretch, most) => mentions(engine, stretch, most),
    series: (wish) => periodFigures(engine, wish),
    revisions: (stretch, most) => revisions(engine, stretch, most),
    standings: () => standings(engine),
    setStanding: (standing) => setStanding(engine, standing),
    isEmpty: () => isEmpty(engine),
    forget: (source) => forget(engine, source),
    exportLines: () => exportLines(engine),
    importLines: (lines, at) => importLines(engine, lines, at),
    alone: (name, work) => engine.alone(name, work),
  };
}

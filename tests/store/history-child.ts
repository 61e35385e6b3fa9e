import { openStore } from '../../integrations/store/open-store.ts';

// Writes portions of a source, with their gifts, as fast as it can until it is killed, and tells each day once it was acknowledged.
const [, , source = ''] = process.argv;
const { history } = await openStore(process.env);
// Whoever started it and is gone cannot end it any more.
setTimeout(() => process.exit(1), 30_000).unref();
for (let round = 0; ; round++) {
  for (let date = 1; date <= 28; date++) {
    const day = `2026-${date % 2 ? '09' : '10'}-${String(date).padStart(2, '0')}`;
    const figures = Array.from({ length: 40 }, (_, index) => ({ day, metric: 'views' as const, entity: index ? `story:press/${index}-${round % 3}` : '', value: round + index }));
    await history.write(source, { from: day, to: day, metrics: ['views'] }, figures, round);
    await history.writeGifts(source, [{ key: `${round}-${day}`, day, currency: 'EUR', kind: 'once', amount: 100, refunded: 0, campaign: 'winter' }], round);
    await history.add(`${source}/visits`, [{ day, metric: 'views', entity: '', value: 1 }]);
    // A pipe is written at once (https://nodejs.org/api/process.html#a-note-on-process-io).
    process.stdout.write(`${round} ${day}\n`);
  }
}

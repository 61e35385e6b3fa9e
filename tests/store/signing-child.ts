import { openLedger } from '../../integrations/store/open-ledger.ts';
import { signatureOf } from './signatures.ts';

// Signs as fast as it can until it is killed, and tells each signature's ref once it was acknowledged.
const [, , petition = '', name = ''] = process.argv;
const ledger = await openLedger(process.env, undefined, 'thread');
// Whoever started it and is gone cannot end it any more.
setTimeout(() => process.exit(1), 30_000).unref();
let made = 0;
const sign = async (): Promise<void> => {
  for (;;) {
    const number = made++;
    // A third sign twice, as somebody who clicks twice does.
    const signature = signatureOf({ petition, ref: `${name}-${number - (number % 3 === 2 ? 1 : 0)}`, person: `${name}-${number >> 2}`, namesake: 'n' });
    const { ref } = await ledger.sign(signature);
    // A pipe is written at once (https://nodejs.org/api/process.html#a-note-on-process-io).
    process.stdout.write(`${ref}\n`);
  }
};
await Promise.all(Array.from({ length: 64 }, sign));

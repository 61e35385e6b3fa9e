import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readRates, type ExchangeRates } from '../../src/domain/money/exchange-rates.ts';

/** As the European Central Bank offers it for download. */
const FILE = 'content/figures/eurofxref-hist.csv';

const WRONG = { header: 'the first row must be “Date” and currencies', day: 'the day cannot be read; write it like 2026-11-23', rate: 'a rate is no number above nought' } as const;

/** What a euro was worth, as the file that staff put there says; nothing without the file. It is read again only when it was changed. A fault is told, and then no rates are known. */
export function exchangeRatesOf(root: string, log: (line: string) => void): () => Promise<ExchangeRates> {
  let read: { changed: number; rates: ExchangeRates } | undefined;
  return async () => {
    const path = join(root, FILE);
    const changed = (await stat(path).catch(() => undefined))?.mtimeMs;
    if (changed === undefined) return new Map();
    if (read?.changed !== changed) {
      const found = readRates(await readFile(path, 'utf8'));
      if ('problem' in found) log(`${FILE}, row ${found.row}: ${WRONG[found.problem]}. Download eurofxref-hist.zip from the European Central Bank again and put the CSV in it there.`);
      read = { changed, rates: 'rates' in found ? found.rates : new Map() };
    }
    return read.rates;
  };
}

import { placeOf, sourceContract } from './source-contract.ts';
import { plantedGoogle, TOKEN } from './planted-google.ts';

const SOURCES: [string, RegExp][] = [
  ['search-console', /Search Console/], ['analytics', /Analytics property/], ['youtube', /YouTube channel/], ['youtube-analytics', /YouTube channel/],
  ['sheets/gifts', /the spreadsheet gifts-/], ['sheets/hours', /the spreadsheet hours-/], ['forms/volunteers', /the form 1/],
];

for (const [name, says] of SOURCES) {
  sourceContract(name, says, async () => {
    const { google, sources, today } = await plantedGoogle();
    const source = sources({ analytics: name === 'youtube-analytics' }).find((one) => one.name === name)!;
    return { source, today: today(), secrets: [TOKEN, 'Kim', 'mail.example'], breaks: (fault) => void (google.faults.rules = [{ at: placeOf(name), fault }]) };
  });
}

import { dayAfter, type Day } from '../../../src/domain/instant.ts';
import { readCamtFile } from '../../gifts/camt-file.ts';
import { giftsOf, type FoundGifts, type Refunds } from '../../gifts/gifts-of.ts';
import { MONEY_FIELDS, MONEY_PROFILES, type MoneyField, type MoneyProfile } from '../../gifts/money-profile.ts';
import { moneyRows } from '../../gifts/money-rows.ts';
import { linesOf, numbersIn, type ReadMoney } from '../../gifts/movement.ts';
import { readListFile, type ListFile } from '../../lists/list-file.ts';
import { mappedColumns, type Places } from '../../lists/mapped-columns.ts';
import { plainWords } from '../../petitions/plain-words.ts';
import { Refusal } from '../../refusal.ts';
import { daysBack } from '../../sources/day-range.ts';
import { todayAt, type HistoryDesk } from './history-desk.ts';
import type { ImportWish } from './import-figures.ts';

/** Takes over gifts, all of a file or none. Exit 1 when rows were left out that people should look at. */
export async function importGifts(desk: HistoryDesk, wish: ImportWish): Promise<number> {
  const money = wish.profile === 'camt053' ? await readCamtFile(wish.file, wish.others, todayAt(desk)) : await readList(desk, wish);
  const called = wish.profile === 'camt053' ? (['entry', 'entries'] as const) : (['row', 'rows'] as const);
  const outcome = await desk.history.alone(`gifts ${wish.source}`, () => take(desk, wish, money));
  if (!outcome) throw new Refusal(`Another import of “${wish.source}” is under way. Wait until it has ended, and try again.`, 1);
  const { found: { unknown, repeated, gifts }, written, completeThrough } = outcome.result;
  const left = new Map([...money.left, ...(unknown.length > 0 ? [[UNKNOWN, unknown] as const] : [])]);
  for (const line of linesOf(left, called)) console.log(line);
  const read = `${money.read} ${called[money.read === 1 ? 0 : 1]} read`;
  console.log(written ? `${wish.source}: ${read}; gifts: ${written.added} new, ${written.revised} changed, ${written.same + repeated.length} known from before.` : `${read}; gifts: ${gifts.length} found. Nothing was written.`);
  if (completeThrough !== undefined) console.log(`The figures of ${wish.source} are now complete through ${completeThrough}${completeThrough < todayAt(desk) ? '. Where the file has all of later days as well, on which no gift came, say so: --through and the last of them' : ''}.`);
  return [...left.keys()].every((why) => EXPECTED.includes(why)) ? 0 : 1;
}

const UNKNOWN = 'a refund whose gift is not known here; import the file with the gift first, then this one again';

/** What is in such files anyway. */
const EXPECTED = ['no gift, but a fee, a payout or the like', 'not paid', 'money that went out', 'money of ours that came back', 'not booked yet', 'from an account that is not to be counted'];

async function readList(desk: HistoryDesk, wish: ImportWish): Promise<ReadMoney> {
  // Only numbers and words without accents are kept, and no letter of another encoding can spoil them.
  const file = await readListFile(wish.file, 'windows-1254');
  const seen = profileOf(file);
  // Stripe has two kinds of lists, and one name.
  const name = wish.profile === undefined || wish.profile === 'camt053' || (wish.profile === 'stripe' && seen === 'stripe-payments') ? seen : wish.profile;
  const profile: MoneyProfile = MONEY_PROFILES[name];
  if (wish.profile === undefined) console.log(`Read as ${name}.`);
  const places = mappedColumns(file.columns, profile.columns, MONEY_FIELDS, wish.map);
  const left = file.columns.filter((column, place) => column !== '' && !Object.values(places).includes(place));
  for (const [field, place] of Object.entries(places) as [MoneyField, number][]) console.log(`“${file.columns[place]}” is ${field}.`);
  if (left.length > 0) console.log(`Left out: ${left.map((column) => `“${column}”`).join(', ')}.`);
  demand(places, left);
  const money = moneyRows(file, places, profile, { ...wish, timeZone: desk.timeZone, today: todayAt(desk) });
  const { doubtful = [] } = money;
  if (doubtful.length > 0) console.log(`${doubtful.length === 1 ? 'Row' : 'Rows'} ${numbersIn(doubtful)}: what stands in “${file.columns[places.kind!]}” is not known, so taken as given once. If that gift comes again by itself, say so: --monthly "the word".`);
  return money;
}

function profileOf({ columns }: ListFile): keyof typeof MONEY_PROFILES {
  const headings = columns.map(plainWords);
  const fitting = Object.entries(MONEY_PROFILES).find(([, { known }]: [string, MoneyProfile]) => known.some((set) => set.every((word) => headings.includes(word))));
  return (fitting?.[0] ?? 'generic') as keyof typeof MONEY_PROFILES;
}

function demand(places: Places<MoneyField>, left: readonly string[]): void {
  for (const field of ['day', 'amount'] as const) {
    if (places[field] === undefined) throw new Refusal(`No column is the ${field} of a gift. Say which it is: --map "${left[0] ?? '…'}=${field}".`, 2);
  }
}

/** Refunds are remembered before gifts are written: when this is cut short, the next time comes to the same sums. */
async function take(desk: HistoryDesk, { source, dryRun, through }: ImportWish, { movements, read, about }: ReadMoney): Promise<{ found: FoundGifts; written?: Awaited<ReturnType<HistoryDesk['history']['writeGifts']>>; completeThrough?: Day | undefined }> {
  const { history, marks, now } = desk;
  const known = new Map((await history.gifts({ from: '0001-01-01', to: '9999-12-31' })).filter((gift) => gift.source === source).map((gift) => [gift.key, gift]));
  const bookmark = `refunds ${source}`;
  const remembered = JSON.parse((await marks.bookmark(bookmark)) ?? '{}') as Refunds;
  const found = giftsOf(movements, known, remembered);
  if (dryRun) return { found };
  const at = Date.parse(now);
  if (JSON.stringify(found.refunds) !== JSON.stringify(remembered)) await marks.setBookmark(bookmark, JSON.stringify(found.refunds));
  const written = await history.writeGifts(source, found.gifts, at);
  const days = movements.filter(({ is }) => is === 'gift').map(({ day }) => day).sort();
  const today = todayAt(desk);
  const before = (await history.standings()).find((standing) => standing.source === source)?.completeThrough;
  const told = through ?? (about && (about.to < today ? about.to : today));
  const [from, to] = [[about?.from, days[0]].filter((day) => day !== undefined).sort()[0] ?? (before && dayAfter(before, 1)), [told, ...(through === undefined ? days.slice(-1) : [])].filter((day) => day !== undefined).sort().at(-1)];
  if (from !== undefined && to !== undefined && from <= to) {
    // A file tells all that came between its first and its last day, so that there was nothing on the others.
    await history.add(source, [...daysBack({ from, to })].map((day) => ({ day, metric: 'gifts' as const, entity: '', value: 0 })));
    await stand({ history }, source, { from, to }, at, `${read} rows of a file were read, with ${found.gifts.length} gifts.`);
  }
  return { found, written, completeThrough: (await history.standings()).find((standing) => standing.source === source)?.completeThrough };
}

/** Tells from when to when an imported source is known. */
export async function stand({ history }: Pick<HistoryDesk, 'history'>, source: string, { from, to }: { from: string; to: string }, at: number, says: string): Promise<void> {
  const before = (await history.standings()).find((standing) => standing.source === source);
  const [since, completeThrough] = [[before?.since, from].filter(Boolean).sort()[0], [before?.completeThrough, to].filter(Boolean).sort().at(-1)];
  await history.setStanding({ source, askedAt: at, fetchedAt: at, since, completeThrough, ok: true, says });
}

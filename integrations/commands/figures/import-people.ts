import { PEOPLE_COLUMNS, PEOPLE_FIELDS, peopleRows, type PeopleField, type PeopleMetric } from '../../gifts/people-rows.ts';
import { linesOf } from '../../gifts/movement.ts';
import { readListFile } from '../../lists/list-file.ts';
import { mappedColumns } from '../../lists/mapped-columns.ts';
import { Refusal } from '../../refusal.ts';
import { todayAt, type HistoryDesk } from './history-desk.ts';
import type { ImportWish } from './import-figures.ts';
import { stand } from './import-gifts.ts';

/** Takes over what a list tells of volunteers. What was known of the days between its first and its last is replaced, so that the same list again changes nothing. */
export async function importPeople({ history, now, timeZone }: HistoryDesk, wish: ImportWish, metric: PeopleMetric): Promise<number> {
  if (wish.profile !== undefined && wish.profile !== 'generic') throw new Refusal(`--profile ${wish.profile} is about gifts. Leave it out for ${metric}.`, 2);
  const file = await readListFile(wish.file, 'windows-1254');
  const places = mappedColumns(file.columns, PEOPLE_COLUMNS, PEOPLE_FIELDS, wish.map);
  const left = file.columns.filter((column, place) => column !== '' && !Object.values(places).includes(place));
  for (const [field, place] of Object.entries(places) as [PeopleField, number][]) console.log(`“${file.columns[place]}” is ${field}.`);
  if (left.length > 0) console.log(`Left out: ${left.map((column) => `“${column}”`).join(', ')}.`);
  if (places.day === undefined) throw new Refusal(`No column is the day. Say which it is: --map "${left[0] ?? '…'}=day".`, 2);
  if (metric !== 'applications' && places.number === undefined) throw new Refusal(`No column is the number of ${metric === 'volunteers' ? 'volunteers' : 'hours'}. Say which it is: --map "${left[0] ?? '…'}=number".`, 2);
  const read = peopleRows(file, places, metric, { ...wish, timeZone, today: todayAt({ now, timeZone }) });
  for (const line of linesOf(read.left)) console.log(line);
  const sums = `${read.read} rows read, ${read.read - [...read.left.values()].flat().length - read.repeated.length} taken${read.repeated.length > 0 ? `, ${read.repeated.length} there twice` : ''}`;
  if (wish.dryRun || !read.days) {
    console.log(`${sums}. Nothing was written.`);
  } else {
    const at = Date.parse(now);
    const { added, revised, same, removed } = await history.write(wish.source, { ...read.days, metrics: [metric] }, read.figures, at);
    await stand({ history }, wish.source, read.days, at, `${read.read} rows of a file were read.`);
    console.log(`${wish.source}: ${sums}; figures: ${added} new, ${revised} changed, ${same} known from before, ${removed} gone.`);
  }
  return read.left.size === 0 ? 0 : 1;
}

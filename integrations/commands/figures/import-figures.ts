import { extname } from 'node:path';
import { isDay, type Day } from '../../../src/domain/instant.ts';
import { DECIMALS, type Decimal } from '../../gifts/amount.ts';
import { isCurrency } from '../../gifts/impossible-gift.ts';
import { PROFILES, type Profile } from '../../gifts/money-profile.ts';
import { PEOPLE_METRICS, type PeopleMetric } from '../../gifts/people-rows.ts';
import { isZone, TIME_FORMATS, type TimeFormat } from '../../lists/list-time.ts';
import { Refusal } from '../../refusal.ts';
import { readArguments } from '../arguments.ts';
import { atHistory, openHistoryDesk, todayAt, type OpenHistoryDesk } from './history-desk.ts';
import { importGifts } from './import-gifts.ts';
import { importPeople } from './import-people.ts';

const HELP = `npm run figures -- import <file.csv|file.xlsx|file.xml> --source <name>     takes over gifts, or what is known of volunteers
  --source bank                   the name under which this is kept; the same for every file from there
  --profile stripe                how the file is written: ${PROFILES.join(', ')}; without it, by its columns
  --metric volunteer-hours        what it is about, if not gifts: ${PEOPLE_METRICS.join(', ')}
  --dry-run                       only tells what would happen
  --map "Betaald op=day"          what a column is; nothing after = leaves it out; as often as needed
  --time-format d/m/y             where 9/8/26 can be two days; also m/d/y, y/m/d
  --time-zone Europe/Amsterdam    whose clock the times are of
  --decimal comma                 where 1.250 can be two amounts; also point
  --currency EUR                  where no column tells it
  --monthly "machtiging"          a word of the column “kind” for gifts that come again; as often as needed
  --paid "gelukt"                 a word of the column “status” for money that came; as often as needed
  --through 2026-10-31            the last day of which the file has all, where no gift came on it
  --kind monthly                  when all gifts come again, or once when none does
  --leave-out-iban NL00BANK…      in bank statements, an account whose money is counted elsewhere, such as a payment service’s

The same file, or one that overlaps, can be imported again and again: what is known changes nothing. Names, addresses and accounts are never kept.`;

/** What was typed after `import`, checked. */
export interface ImportWish {
  file: string;
  source: string;
  profile: Profile | undefined;
  map: string[];
  format: TimeFormat | undefined;
  zone: string | undefined;
  decimal: Decimal | undefined;
  currency: string | undefined;
  monthly: string[];
  paid: string[];
  through: Day | undefined;
  kind: 'once' | 'monthly' | undefined;
  others: ReadonlySet<string>;
  dryRun: boolean;
}

/** `npm run figures -- import <file>`. Tells columns, numbers of rows and why some were left out, never what stands in them. Exit 0, or 1 when rows were left out that should not be in such a file. */
export async function importFigures(args: string[], open: OpenHistoryDesk = openHistoryDesk): Promise<number> {
  const text = { type: 'string' } as const;
  const several = { type: 'string', multiple: true } as const;
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { source: text, profile: text, metric: text, map: several, 'time-format': text, 'time-zone': text, decimal: text, currency: text, monthly: several, paid: several, through: text, kind: text, 'leave-out-iban': several, 'dry-run': { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refusal(`Say which file.\n\n${HELP}`, 2);
  const metric = oneOf('--metric', values.metric, ['gifts', ...PEOPLE_METRICS]);
  const zone = values['time-zone'];
  if (zone !== undefined && !isZone(zone)) throw new Refusal(`--time-zone is “${zone}”, which does not exist. Write it like Europe/Amsterdam.`, 2);
  const currency = values.currency?.toUpperCase();
  if (currency !== undefined && !isCurrency(currency)) throw new Refusal(`--currency is “${values.currency}”, which is no currency that exists. Write its three letters, like EUR or TRY.`, 2);
  if (values.through !== undefined && !isDay(values.through)) throw new Refusal(`--through is “${values.through}”, which is no day that exists. Write it like 2026-10-31.`, 2);
  const wish: ImportWish = {
    file, source: sourceOf(values.source), profile: oneOf('--profile', values.profile, PROFILES) ?? (extname(file).toLowerCase() === '.xml' ? 'camt053' : undefined), map: values.map ?? [],
    format: oneOf('--time-format', values['time-format'], TIME_FORMATS), zone, decimal: oneOf('--decimal', values.decimal, Object.keys(DECIMALS) as Decimal[]), currency, monthly: values.monthly ?? [], paid: values.paid ?? [], through: values.through,
    kind: oneOf('--kind', values.kind, ['once', 'monthly']), others: new Set((values['leave-out-iban'] ?? []).map((iban) => iban.replace(/\s/g, '').toUpperCase())), dryRun: values['dry-run'] ?? false,
  };
  return atHistory(open, async (desk) => {
    if (wish.through !== undefined && wish.through > todayAt(desk)) throw new Refusal(`--through is “${wish.through}”, which has not come yet. Write the last day of which the file has all.`, 2);
    return metric === undefined || metric === 'gifts' ? importGifts(desk, wish) : importPeople(desk, wish, metric as PeopleMetric);
  });
}

function oneOf<const Choice extends string>(option: string, typed: string | undefined, choices: readonly Choice[]): Choice | undefined {
  if (typed !== undefined && !choices.includes(typed as Choice)) throw new Refusal(`${option} is “${typed}”; there are: ${choices.join(', ')}.`, 2);
  return typed as Choice | undefined;
}

/** Names of sources that fill themselves. */
const TAKEN = /^(?:petitions|visits|search-console|analytics|youtube|(?:feeds|sheets|forms|typed|youtube|sample)\/.*)$/;

function sourceOf(name: string | undefined): string {
  if (name === undefined) throw new Refusal('Say under which name this is kept: --source bank. Take the same name for every file from there.', 2);
  if (!/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(name) || name.length > 80) throw new Refusal(`--source is “${name}”. Use small letters a to z, digits and single hyphens, like mollie or rabobank.`, 2);
  if (TAKEN.test(name)) throw new Refusal(`--source is “${name}”, which fills itself. Choose another name, like bank.`, 2);
  return name;
}

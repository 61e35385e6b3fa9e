import type { Day } from '../../src/domain/instant.ts';
import { dayReader } from '../lists/day-cell.ts';
import type { Cell, ListFile } from '../lists/list-file.ts';
import type { TimeFormat } from '../lists/list-time.ts';
import type { Places } from '../lists/mapped-columns.ts';
import { plainWords } from '../petitions/plain-words.ts';
import { Refusal } from '../refusal.ts';
import { amountReader, type Decimal } from './amount.ts';
import { impossibleIn } from './impossible-gift.ts';
import { GIVEN_BACK, type MoneyField, type MoneyProfile } from './money-profile.ts';
import { leaveOut, type Movement, type ReadMoney } from './movement.ts';

/** What was told about a list besides its columns. */
export interface MoneyTold {
  format?: TimeFormat | undefined;
  zone?: string | undefined;
  decimal?: Decimal | undefined;
  /** ISO 4217, for rows without one. */
  currency?: string | undefined;
  /** Words for gifts that come again, besides those of the profile. */
  monthly: readonly string[];
  /** Words for money that came, besides those of the profile. */
  paid: readonly string[];
  /** All of them, whatever the list says. */
  kind?: Movement['kind'] | undefined;
  /** The organisation's clock. */
  timeZone: string;
  today: Day;
}

const SIGNS: Record<string, string> = { '€': 'EUR', '₺': 'TRY', tl: 'TRY', '£': 'GBP' };

/** Reads the rows of a list of gifts. Only cells of columns that are named here are looked at; a campaign that is no code counts as none, since it could be a sentence about somebody. */
export function moneyRows({ columns, rows, numbers }: ListFile, places: Places<MoneyField>, profile: MoneyProfile, told: MoneyTold): ReadMoney {
  const column = (field: MoneyField): readonly Cell[] => (places[field] === undefined ? [] : rows.map((row) => row[places[field]!]!));
  if (places.currency === undefined && (told.currency ?? profile.currency) === undefined) throw new Refusal('No column tells the currency. Say which it is: --currency EUR.', 2);
  const dayOf = dayReader(column('day'), { format: told.format, zone: told.zone ?? profile.zone }, told.timeZone);
  const amountOf = amountReader([...column('amount'), ...column('refunded')], told.decimal ?? profile.decimal);
  const monthly = new Set([...(profile.monthly === 'any' ? [] : profile.monthly), ...told.monthly].map(plainWords));
  const result: ReadMoney = { read: rows.length, movements: [], left: new Map(), doubtful: [] };
  const named = (field: MoneyField): string => (places[field] === undefined ? `the ${field}` : `“${columns[places[field]]}”`);
  const names = { day: named('day'), amount: named('amount'), currency: named('currency') };
  const unpaid = statusReader(column('status'), profile, told.paid, named('status'));
  const once = profile.once && told.kind === undefined ? new Set(['', ...profile.once.map(plainWords)]) : undefined;
  for (const [index, row] of rows.entries()) {
    const text = (field: MoneyField): string => {
      const cell = places[field] === undefined ? '' : row[places[field]]!;
      return cell instanceof Date ? '' : cell.trim();
    };
    const number = numbers[index]!;
    const day = places.day === undefined ? undefined : dayOf(row[places.day]!);
    const amount = amountOf(text('amount'));
    const currency = currencyOf(text('currency'), told.currency ?? profile.currency);
    const placement = placed(places.type === undefined ? undefined : plainWords(text('type')), profile.types, amount ?? 0);
    // A minus takes back no gift when nothing says which.
    const out = placement === 'refund' && text('gift') === '' && (places.type === undefined || !profile.types);
    const is = out ? undefined : placement;
    const wrong = (is === undefined ? (out ? 'money that went out' : 'no gift, but a fee, a payout or the like') : undefined) ?? unpaid(text('status'))
      ?? (day === undefined ? 'no day that exists' : amount === undefined ? 'no amount' : amount === 0 ? 'an amount of nothing' : currency === undefined ? 'no currency of three letters' : impossibleIn({ day, amount, currency }, told.today, names));
    if (wrong !== undefined || is === undefined) {
      leaveOut(result.left, wrong!, number);
      continue;
    }
    const again = profile.monthly === 'any' ? text('kind') !== '' : monthly.has(plainWords(text('kind')));
    if (once && !again && !once.has(plainWords(text('kind')))) result.doubtful!.push(number);
    const back = Math.abs(amountOf(text('refunded')) ?? 0);
    const campaign = text('campaign').toLowerCase();
    const [id, gift] = [text('id'), text('gift')];
    result.movements.push({
      row: number, ...(is === 'gift' ? { is, id: gift || id, of: gift && id !== gift ? [id].filter(Boolean) : [] } : { is: 'refund', id, of: [gift].filter(Boolean) }),
      day: day!, currency: currency!, kind: told.kind ?? (again ? 'monthly' : 'once'), campaign: /^[a-z0-9-]{1,80}$/.test(campaign) ? campaign : '',
      amount: is === 'back' ? -Math.abs(amount!) : Math.abs(amount!), refunded: is !== 'gift' ? 0 : back === 0 && GIVEN_BACK.includes(plainWords(text('status'))) ? Math.abs(amount!) : back,
    });
  }
  return result;
}

/** Tells why a row with this status is none that counts; undefined when money came, or no row of the list has a status. */
function statusReader(cells: readonly Cell[], { paid, unpaid }: MoneyProfile, more: readonly string[], named: string): (status: string) => string | undefined {
  if (cells.every((cell) => cell === '')) return () => undefined;
  const [good, bad] = [new Set([...paid, ...more].map(plainWords)), unpaid && new Set(unpaid.map(plainWords))];
  return (status) => {
    const word = plainWords(status);
    if (good.has(word)) return undefined;
    return !bad || bad.has(word) ? 'not paid' : `${named} does not say in words known here that it was paid; say which word means so with --paid "the word", or with --map ${named.replaceAll(/[“”]/g, '"').replace(/"$/, '="')} that the column is not about it`;
  };
}

function placed(type: string | undefined, types: MoneyProfile['types'], amount: number): 'gift' | 'refund' | 'back' | undefined {
  if (type === undefined || !types) return amount < 0 ? 'refund' : 'gift';
  for (const is of ['gift', 'refund', 'back'] as const) if (types[is].map(plainWords).includes(type)) return is === 'gift' && amount < 0 ? 'refund' : is;
  return undefined;
}

function currencyOf(written: string, told: string | undefined): string | undefined {
  const code = SIGNS[written.toLowerCase()] ?? (written === '' ? told : written.toUpperCase());
  return code !== undefined && /^[A-Z]{3}$/.test(code) ? code : undefined;
}

import { dayReader } from '../lists/day-cell.ts';
import type { Cell, ListFile } from '../lists/list-file.ts';
import type { TimeFormat } from '../lists/list-time.ts';
import type { Places } from '../lists/mapped-columns.ts';
import { plainWords } from '../petitions/plain-words.ts';
import { Refusal } from '../refusal.ts';
import { amountReader, type Decimal } from './amount.ts';
import type { MoneyField, MoneyProfile } from './money-profile.ts';
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
  /** All of them, whatever the list says. */
  kind?: Movement['kind'] | undefined;
  /** The organisation's clock. */
  timeZone: string;
}

const SIGNS: Record<string, string> = { '€': 'EUR', '₺': 'TRY', tl: 'TRY', '£': 'GBP' };

/** Reads the rows of a list of gifts. Only cells of columns that are named here are looked at; a campaign that is no code counts as none, since it could be a sentence about somebody. */
export function moneyRows({ rows, numbers }: ListFile, places: Places<MoneyField>, profile: MoneyProfile, told: MoneyTold): ReadMoney {
  const column = (field: MoneyField): readonly Cell[] => (places[field] === undefined ? [] : rows.map((row) => row[places[field]!]!));
  if (places.currency === undefined && (told.currency ?? profile.currency) === undefined) throw new Refusal('No column tells the currency. Say which it is: --currency EUR.', 2);
  const dayOf = dayReader(column('day'), { format: told.format, zone: told.zone ?? profile.zone }, told.timeZone);
  const amountOf = amountReader([...column('amount'), ...column('refunded')], told.decimal ?? profile.decimal);
  const monthly = new Set([...(profile.monthly === 'any' ? [] : profile.monthly), ...told.monthly].map(plainWords));
  const result: ReadMoney = { read: rows.length, movements: [], left: new Map() };
  for (const [index, row] of rows.entries()) {
    const text = (field: MoneyField): string => {
      const cell = places[field] === undefined ? '' : row[places[field]]!;
      return cell instanceof Date ? '' : cell.trim();
    };
    const number = numbers[index]!;
    const day = places.day === undefined ? undefined : dayOf(row[places.day]!);
    const amount = amountOf(text('amount'));
    const currency = currencyOf(text('currency'), told.currency ?? profile.currency);
    const is = placed(places.type === undefined ? undefined : plainWords(text('type')), profile.types, amount ?? 0);
    const unpaid = profile.paid && places.status !== undefined && !profile.paid.map(plainWords).includes(plainWords(text('status')));
    const wrong = is === undefined ? 'no gift, but a fee, a payout or the like' : unpaid ? 'not paid'
      : day === undefined ? 'no day that exists' : amount === undefined ? 'no amount' : amount === 0 ? 'an amount of nothing' : currency === undefined ? 'no currency of three letters' : undefined;
    if (wrong !== undefined) {
      leaveOut(result.left, wrong, number);
      continue;
    }
    const again = profile.monthly === 'any' ? text('kind') !== '' : monthly.has(plainWords(text('kind')));
    const campaign = text('campaign').toLowerCase();
    const [id, gift] = [text('id'), text('gift')];
    result.movements.push({
      row: number, ...(is === 'gift' ? { is, id: gift || id, of: gift && id !== gift ? [id].filter(Boolean) : [] } : { is: 'refund', id, of: [gift].filter(Boolean) }),
      day: day!, currency: currency!, kind: told.kind ?? (again ? 'monthly' : 'once'), campaign: /^[a-z0-9-]{1,80}$/.test(campaign) ? campaign : '',
      amount: is === 'back' ? -Math.abs(amount!) : Math.abs(amount!), refunded: is === 'gift' ? Math.abs(amountOf(text('refunded')) ?? 0) : 0,
    });
  }
  return result;
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

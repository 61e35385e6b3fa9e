import { isDay } from '../../src/domain/instant.ts';

const LANGUAGES = ['en', 'nl', 'de', 'fr', 'es', 'it', 'tr', 'uk', 'ru', 'pl', 'ar', 'fa'];
/** Hours before UTC of zones that feeds name by letters (RFC 822), and of those of central Europe. */
const ZONES: Record<string, string> = { Z: 'Z', UT: 'Z', UTC: 'Z', GMT: 'Z', EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00', MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00', CET: '+01:00', CEST: '+02:00', TRT: '+03:00' };

const TIME = String.raw`(?:[T,\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s{0,3}([A-Z]{1,5}|[+-]\d{2}:?\d{2})?)?`;
const NUMBERS = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${TIME}`);
const DAY_FIRST = new RegExp(String.raw`(?:^|[\s,])(\d{1,2})\.?\s{1,3}(\p{L}{3,12})\.?,?\s{1,3}(\d{4})${TIME}`, 'u');
const MONTH_FIRST = new RegExp(String.raw`(?:^|[\s,])(\p{L}{3,12})\.?\s{1,3}(\d{1,2}),?\s{1,3}(\d{4})${TIME}`, 'u');

let months: Map<string, number> | undefined;

/** Small letters without marks, and Turkish ı as i. */
const folded = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ı/g, 'i');

function monthOf(word: string): number | undefined {
  months ??= new Map(LANGUAGES.flatMap((lang) => (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-latn`, { day: 'numeric', month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) => [folded(format.formatToParts(Date.UTC(2026, index, 15)).find(({ type }) => type === 'month')!.value.replace(/\.$/, '')), index + 1] as const);
  })));
  return months.get(folded(word));
}

/**
 * The moment that a feed wrote, in one form: `2026-11-20T09:00:00+01:00`, without the zone where none was written, or
 * only the day. Understands ISO 8601, RFC 822 and names of months in many languages; undefined for what could be two
 * days (`01/02/2026`) or is none.
 */
export function feedDate(written: string): string | undefined {
  const text = written.slice(0, 100).trim();
  const numbers = NUMBERS.exec(text);
  if (numbers) return joined(numbers[1]!, Number(numbers[2]), Number(numbers[3]), numbers.slice(4));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return joined(dayFirst[3]!, monthOf(dayFirst[2]!), Number(dayFirst[1]), dayFirst.slice(4));
  const monthFirst = MONTH_FIRST.exec(text);
  return monthFirst ? joined(monthFirst[3]!, monthOf(monthFirst[1]!), Number(monthFirst[2]), monthFirst.slice(4)) : undefined;
}

function joined(year: string, month: number | undefined, date: number, [hour, minute, second = '00', zone]: (string | undefined)[]): string | undefined {
  const two = (number: number | string) => String(number).padStart(2, '0');
  const day = `${year}-${two(month ?? 0)}-${two(date)}`;
  if (!isDay(day)) return undefined;
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return day;
  const offset = zone === undefined ? '' : (ZONES[zone] ?? (/^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : ''));
  return `${day}T${two(hour)}:${minute}:${Number(second) > 59 ? '59' : second}${offset}`;
}

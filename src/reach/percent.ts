import { numberFormat } from '../text/western-digits.ts';

/** Parts as a reader of `lang` writes them: 0.18 as +18 %. */
export function change(lang: string, part: number): string {
  return numberFormat(lang, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(part);
}

/** A share: 0.18 as 18 %, 0.004 as 0.4 %. */
export function share(lang: string, part: number): string {
  return numberFormat(lang, { style: 'percent', maximumFractionDigits: part !== 0 && Math.abs(part) < 0.1 ? 1 : 0 }).format(part);
}

/** A number with at most one digit after the point. */
export function number(lang: string, value: number): string {
  return numberFormat(lang, { maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 }).format(value);
}

import { Refusal } from '../refusal.ts';
import type { Cell } from '../lists/list-file.ts';

/** The sign before the hundredths. */
export const DECIMALS = { comma: ',', point: '.' } as const;
export type Decimal = keyof typeof DECIMALS;

/**
 * Reads a column of amounts: a reader that gives hundredths for a cell, with their sign, undefined for one that is no
 * amount. Which sign stands before the hundredths is seen in the whole column or told, never guessed for a row.
 */
export function amountReader(cells: readonly Cell[], told: Decimal | undefined): (cell: Cell) => number | undefined {
  const decimal = told ?? decimalOf(cells.map(bare));
  const [point, group] = decimal === 'comma' ? [',', String.raw`\.`] : [String.raw`\.`, ','];
  const shape = new RegExp(`^(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)(?:${point}(\\d+))?$`);
  return (cell) => {
    const text = bare(cell);
    const negative = /^[-−(]|[-−]$/.test(text);
    const digits = text.replace(/^[-−+(]|[-−)]$/g, '');
    const match = shape.exec(digits);
    if (!match) return undefined;
    const fraction = match[1] ?? '';
    const whole = digits.slice(0, fraction === '' ? undefined : -fraction.length - 1).replace(/\D/g, '');
    const hundredths = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0')) + (Number(fraction[2] ?? 0) >= 5 ? 1 : 0);
    return Number.isSafeInteger(hundredths) ? (negative ? 0 - hundredths : hundredths) : undefined;
  };
}

/** Without blanks, apostrophes between thousands, and signs and codes of currencies. */
function bare(cell: Cell): string {
  return cell instanceof Date ? '' : cell.replace(/[\s\u00a0\u202f’']/g, '').replace(/^([-−+(]?)(?:[€₺£$]|[A-Z]{2,3})|(?:[€₺£$]|[A-Z]{2,3})([-−)]?)$/gi, '$1$2');
}

function decimalOf(texts: readonly string[]): Decimal {
  const [comma, point, doubtful] = [texts.some((text) => isDecimal(text, ',', '.')), texts.some((text) => isDecimal(text, '.', ',')), texts.some((text) => /^[-−+(]?[1-9]\d{0,2}[.,]\d{3}[-−)]?$/.test(text))];
  if (comma && point) throw new Refusal('The amounts of the list are not all written in one way: some have a comma before the hundredths, some a point. Set the column to one format in your spreadsheet, and export it again.', 2);
  if (!comma && !point && doubtful) throw new Refusal('Amounts such as 1.250 or 1,250 can be over a thousand or just above one. Say which sign stands before the hundredths: --decimal comma or --decimal point.', 2);
  return comma ? 'comma' : 'point';
}

/** Whether `sign` can only stand before hundredths here. */
function isDecimal(text: string, sign: string, other: string): boolean {
  const at = text.lastIndexOf(sign);
  const after = /^\d*/.exec(text.slice(at + 1))![0].length;
  if (at < 0) return text.split(other).length > 2;
  if (text.includes(other)) return at > text.lastIndexOf(other);
  return text.indexOf(sign) === at && (after !== 3 || /^[-−+(]?0?[.,]/.test(text) || at > 4);
}

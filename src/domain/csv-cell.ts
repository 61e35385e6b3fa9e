import { looksLikeFormula } from './signer-name.ts';

/** Text for a cell of a CSV file that no spreadsheet calculates: what it might gets an apostrophe before it (OWASP, CSV Injection). */
export function harmlessCell(text: string): string {
  return looksLikeFormula(text) || /^[\t\r\n|%]/.test(text) ? `'${text}` : text;
}

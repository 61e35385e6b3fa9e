import type { Fault } from '../../src/domain/fault.ts';

/**
 * Faults for numbers with a sign between thousands, in the lines of a YAML text that `where` finds: there 1.250 is one and a quarter, 1,250 in a
 * list is two numbers, and nobody who writes them means that.
 */
export function thousandsSigns(file: string, text: string, where: RegExp, stops: Fault['stops']): Fault[] {
  return text.split('\n').flatMap((line, index): Fault[] => {
    const numbers = where.exec(line.replace(/#.*$/, ''))?.[1] ?? '';
    if (/(?<![\d.,])\d{1,3}\.\d{3}\b(?!\.)/.test(numbers)) return [{ file, line: index + 1, stops, wrong: 'A number with a point before three digits can be over a thousand or just above one.', remedy: 'Write it without signs between thousands, like 1250, and a fraction like 1.25.' }];
    if (/(?<![\d.,])\d{1,3},000\b/.test(numbers)) return [{ file, line: index + 1, stops, wrong: 'A number with a comma before three noughts is read as two numbers.', remedy: 'Write it without signs between thousands, like 1250.' }];
    return [];
  });
}

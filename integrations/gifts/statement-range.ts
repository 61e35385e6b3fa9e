import { dayAfter, isDay, type Day } from '../../src/domain/instant.ts';
import type { ReadMoney } from './movement.ts';

/**
 * Gathers the days that statements say they are about (ISO 20022, camt.053): from `FrToDt`, or from the day of the balance
 * at their end, `CLBD`. `note` takes each text by its path below the statement. An end at midnight may be that of the day before.
 */
export function statementRange(): { note(place: string, text: string): void; days(): ReadMoney['about'] } {
  const [firsts, lasts]: [Day[], Day[]] = [[], []];
  let [begun, balance]: [string, string] = ['', ''];
  return {
    note(place, text) {
      const day = text.slice(0, 10);
      if (place === 'Bal/Tp/CdOrPrtry/Cd') balance = text;
      if (!isDay(day)) return;
      if (/^FrToDt\/FrDt(?:Tm)?$/.test(place)) {
        begun = text;
        firsts.push(day);
      }
      if (/^FrToDt\/ToDt(?:Tm)?$/.test(place)) lasts.push(/T00:00(?::00|$)/.test(text) && day > begun.slice(0, 10) ? dayAfter(day, -1) : day);
      if (/^Bal\/Dt\/Dt(?:Tm)?$/.test(place) && balance === 'CLBD') lasts.push(day);
    },
    days() {
      const to = lasts.sort().at(-1);
      return to === undefined ? undefined : { from: firsts.sort()[0], to };
    },
  };
}

import { dayAfter, type Day } from '../../../src/domain/instant.ts';
import { ApiError } from './reply.ts';

/** A body with no other fields than these. Throws Google's refusal of others. */
export function fields<T extends object>(body: unknown, known: readonly (keyof T & string)[]): T {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new ApiError(400, 'Invalid JSON payload received.');
  const unknown = Object.keys(body).find((name) => !known.includes(name as keyof T & string));
  if (unknown !== undefined) throw new ApiError(400, `Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`);
  return body as T;
}

/** Refuses parameters of an address that the API does not know. */
export function parameters(query: URLSearchParams, known: readonly string[]): void {
  const unknown = [...query.keys()].find((name) => ![...known, 'alt', 'fields', 'prettyPrint', 'key', 'quotaUser'].includes(name));
  if (unknown !== undefined) throw new ApiError(400, `Invalid JSON payload received. Unknown name "${unknown}": Cannot bind query parameter.`);
}

export function wholeNumber(name: string, written: unknown, least: number, most: number): number {
  const number = typeof written === 'string' && written !== '' ? Number(written) : written;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most) throw new ApiError(400, `Invalid value at '${name}': must be between ${least} and ${most}.`);
  return number;
}

export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
}

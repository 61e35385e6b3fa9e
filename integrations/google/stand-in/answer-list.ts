import type { GoogleResponse } from '../google-forms.ts';
import type { FaultKind } from './fault-box.ts';
import type { FormBook, StandInForm } from './form-book.ts';
import { ApiError, type Reply } from './reply.ts';

const FILTER = /^timestamp (>=?) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)$/;

/** How many listings a row stays out of when it is late. */
const LATE = 2;

/** A page of answers, as `forms.responses.list` gives it. Page tokens belong to a form and a filter. */
export function listAnswers(book: FormBook, entry: StandInForm, query: URLSearchParams, late: Map<GoogleResponse, number>, fault: FaultKind | undefined): Reply {
  const unknown = [...query.keys()].find((name) => !['pageSize', 'pageToken', 'filter', 'alt', 'fields', 'prettyPrint'].includes(name));
  if (unknown) throw new ApiError(400, `Invalid JSON payload received. Unknown name "${unknown}": Cannot bind query parameter.`);
  const size = Number(query.get('pageSize') ?? 5000);
  if (!Number.isInteger(size) || size < 0) throw new ApiError(400, 'Invalid value at \'page_size\'.');
  const filter = query.get('filter') ?? '';
  const [, sign, since] = FILTER.exec(filter) ?? [];
  if (filter !== '' && (!sign || Number.isNaN(Date.parse(since!)))) throw new ApiError(400, 'Request contains an invalid argument: filter must be "timestamp > N" or "timestamp >= N" in RFC3339 UTC.');
  const start = startOf(query.get('pageToken'), `${entry.form.formId} ${filter}`);
  if (fault === 'token-expired' && start > 0) throw new ApiError(400, 'Invalid page token.');
  const masked = query.get('fields')?.includes('responses(') && !query.get('fields')!.includes('answers');
  const most = Math.min(size || 5000, 5000);
  if (entry.source && filter === '') return pageOf(entry.source.length, start, most, entry, filter, (index) => entry.source!.at(index));
  const from = since === undefined ? -Infinity : Date.parse(since) + (sign === '>' ? 1 : 0);
  const all = entry.source ? rowsSince(entry.source, from) : entry.rows.filter((row) => Date.parse(row.lastSubmittedTime!) >= from && !late.has(row));
  if (start === 0) for (const [row, left] of late) left > 1 ? late.set(row, left - 1) : late.delete(row);
  if (fault === 'empty') return { status: 200, json: {} };
  const rows = fault === 'shuffled' ? all.map((row) => [book.random(1e9), row] as const).sort(([a], [b]) => a - b).map(([, row]) => row) : fault === 'repeated' ? all.flatMap((row) => [row, row]) : all;
  return pageOf(rows.length, start, most, entry, filter, (index) => (masked ? { ...rows[index]!, answers: undefined } : rows[index]!));
}

/** Marks a row as late. */
export const delay = (late: Map<GoogleResponse, number>, row: GoogleResponse): void => void late.set(row, LATE);

/** Without rows there is no `responses` at all, as in every answer of Google's. */
function pageOf(length: number, start: number, most: number, entry: StandInForm, filter: string, at: (index: number) => GoogleResponse): Reply {
  const end = Math.min(length, start + most);
  const responses = Array.from({ length: Math.max(0, end - start) }, (_, index) => at(start + index));
  const nextPageToken = end < length ? Buffer.from(`${end} ${entry.form.formId} ${filter}`).toString('base64url') : undefined;
  return { status: 200, json: { ...(responses.length > 0 && { responses }), ...(nextPageToken && { nextPageToken }) } };
}

function startOf(token: string | null, belongsTo: string): number {
  if (token === null) return 0;
  const [, start, bound] = /^(\d+) (.*)$/s.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (start === undefined || bound !== belongsTo) throw new ApiError(400, 'Invalid page token.');
  return Number(start);
}

/** Rows of a source are in the order of their moments. */
function rowsSince(source: { length: number; at(index: number): GoogleResponse }, from: number): GoogleResponse[] {
  let first = source.length;
  while (first > 0 && Date.parse(source.at(first - 1).lastSubmittedTime!) >= from) first--;
  return Array.from({ length: source.length - first }, (_, index) => source.at(first + index));
}

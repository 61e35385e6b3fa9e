import { loadData, paramsData } from './load-data.ts';

/** Google's numbers for the kinds of its questions; what is none of them is `unknown`. */
const KINDS = { 0: 'short', 1: 'paragraph', 2: 'radio', 3: 'dropdown', 4: 'checkbox', 5: 'scale', 7: 'grid', 9: 'date', 10: 'time', 13: 'upload', 18: 'rating' } as const;
export type QuestionKind = (typeof KINDS)[keyof typeof KINDS] | 'unknown';

const [PAGE_BREAK, VERIFIED, TYPED] = [8, 2, 3];

/** A question of a public form; each row of a grid is one. */
export interface PublicQuestion {
  entry: number;
  title: string;
  /** The row of a grid. */
  row: string | undefined;
  kind: QuestionKind;
  required: boolean;
  options: string[];
  /** Counted from 1. */
  page: number;
}

/** What a public form's page tells about the form; what it does not tell is empty. */
export interface PublicPage {
  publicId: string | undefined;
  title: string;
  confirmation: string;
  /** Whether the form itself collects addresses, and whether it makes people sign in for that. */
  email: 'none' | 'verified' | 'typed';
  /** Offers to send people a copy of their answers. */
  receipts: boolean;
  pages: number;
  questions: PublicQuestion[];
}

/**
 * Reads the page of a public form. Nothing about these pages is documented and they differ widely, so that whatever is missing or odd is passed
 * over; undefined when no question can be found. Never throws.
 */
export function readPublicPage(html: string): PublicPage | undefined {
  const data = loadData(html);
  const form = list(data?.[1]);
  const fields = form.length > 0 ? list(form[1]) : paramsData(html);
  let page = 1;
  const questions = fields.flatMap((field) => {
    if (list(field)[3] === PAGE_BREAK) page++;
    return questionsIn(list(field), page);
  });
  const found = questions.length > 0 ? questions : inputsIn(html);
  if (found.length === 0) return undefined;
  const email = list(form[10])[6];
  return {
    publicId: /^e\/([\w-]+)$/.exec(text(data?.[14]))?.[1] ?? /\/forms\/d\/e\/([\w-]{20,})/.exec(html)?.[1],
    title: text(form[8]) || text(data?.[3]),
    confirmation: text(list(form[2])[0]),
    email: email === VERIFIED ? 'verified' : email === TYPED ? 'typed' : 'none',
    receipts: /\bemailReceipt\b/.test(html),
    pages: page,
    questions: found,
  };
}

function questionsIn(field: readonly unknown[], page: number): PublicQuestion[] {
  const kind = KINDS[field[3] as keyof typeof KINDS] ?? 'unknown';
  const title = text(field[1]).trim();
  return list(field[4]).flatMap((part): PublicQuestion[] => {
    const [entry, options, required, row] = list(part);
    if (typeof entry !== 'number' || !Number.isSafeInteger(entry) || entry <= 0) return [];
    const rowTitle = kind === 'grid' ? text(list(row)[0]).trim() || undefined : undefined;
    return [{ entry, title, row: rowTitle, kind, required: required === 1 || required === true, options: list(options).map((option) => text(list(option)[0])).filter(Boolean), page }];
  });
}

/** Pages whose script is gone, as some browsers save them, still have the fields. */
function inputsIn(html: string): PublicQuestion[] {
  const seen = new Map<number, PublicQuestion>();
  for (const [tag, written] of html.matchAll(/<(?:input|textarea)\b[^<>]{0,2000}?\bname\s*=\s*["']?entry\.(\d{1,12})\b[^<>]{0,2000}>/gi)) {
    const entry = Number(written);
    const title = /\baria-label\s*=\s*"([^"]{0,500})"/i.exec(tag)?.[1] ?? '';
    if (!seen.has(entry)) seen.set(entry, { entry, title, row: undefined, kind: tag.startsWith('<t') ? 'paragraph' : 'unknown', required: /\brequired\b/i.test(tag), options: [], page: 1 });
  }
  return [...seen.values()];
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether a page still asks something: then nothing was taken in, whatever else the page says. */
export function asksQuestions(html: string): boolean {
  return /entry\.\d/.test(html) || /<form\b[^<>]*\bformResponse\b/i.test(html) || (readPublicPage(html)?.questions.length ?? 0) > 0;
}

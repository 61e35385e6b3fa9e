import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { DEFAULT_CONFIRMATION, type StandInForm } from './form-book.ts';
import { allQuestions, publicData, wantsLogin } from './public-data.ts';
import { escaped, page, redirect, type Reply } from './reply.ts';

type Question = forms_v1.Schema$Question;

/** What filling in a form led to. */
export interface Filled {
  reply: Reply;
  /** Question ids with their values, when the form took it. */
  answers?: Record<string, string[]>;
}

/** Where a form sends people instead of letting them in; undefined when it is open. */
export function shutReply(entry: StandInForm, base: string): Reply | undefined {
  const state = entry.form.publishSettings?.publishState;
  if (!state?.isPublished) return page(404, 'Page Not Found', '<p>Sorry, unable to open the file at this time.</p>');
  if (wantsLogin(entry)) return loginReply(`${base}/d/e/${entry.publicId}/viewform`);
  return state.isAcceptingResponses ? undefined : closedReply(entry, base);
}

export const closedReply = (entry: StandInForm, base: string): Reply => redirect(`${base}/d/e/${entry.publicId}/closedform`);
export const loginReply = (back: string): Reply => redirect(`https://accounts.google.com/v3/signin/identifier?continue=${encodeURIComponent(back)}`);
export const sorryReply = (): Reply => redirect('https://www.google.com/sorry/index?continue=form');

/** The form as people see it; it carries the confirmation's text in its data, as Google's does. */
export function formPage(entry: StandInForm, base: string): Reply {
  const fields = allQuestions(entry).map(({ questionId, required }) => `<input type="text" name="entry.${Number.parseInt(questionId!, 16)}"${required ? ' required' : ''}>`);
  const receipts = entry.receipts ? '<input type="checkbox" name="emailReceipt" value="true">' : '';
  const data = JSON.stringify(publicData(entry)).replace(/</g, '\\u003c');
  const body = `<form action="${escaped(`${base}/d/e/${entry.publicId}/formResponse`)}" method="POST">${fields.join('')}${receipts}<button>Submit</button></form><script>var FB_PUBLIC_LOAD_DATA_ = ${data};</script>`;
  return page(200, escaped(entry.form.info?.title ?? ''), body);
}

function confirmationPage(entry: StandInForm, base: string): Reply {
  const at = `${base}/d/e/${entry.publicId}/viewform`;
  const edit = entry.editable ? `<a href="${escaped(at)}?edit2=2_ABaOnuc">Edit your response</a>` : '';
  return page(200, escaped(entry.form.info?.title ?? ''), `<div>${escaped(entry.confirmation || DEFAULT_CONFIRMATION)}</div>${edit}<a href="${escaped(at)}?usp=form_confirm">Submit another response</a>`);
}

/** Judges what was sent to `formResponse`: unknown questions and values that a choice does not have are refused, like missing answers. */
export function fillIn(entry: StandInForm, sent: URLSearchParams, base: string): Filled {
  const refused: Filled = { reply: page(400, 'Error 400 (Bad Request)') };
  const answers: Record<string, string[]> = {};
  for (const [name, value] of sent) {
    const number = /^entry\.(\d+)$/.exec(name)?.[1];
    if (number === undefined) {
      if (/^(?:fvv|pageHistory|fbzx|partialResponse|submissionTimestamp|submit|draftResponse|dlut|emailAddress)$|^entry\.\d+_sentinel$/.test(name)) continue;
      return refused;
    }
    const question = allQuestions(entry).find(({ questionId }) => Number.parseInt(questionId!, 16) === Number(number));
    if (!question || !allowed(question, value)) return refused;
    if (value !== '') (answers[question.questionId!] ??= []).push(value);
  }
  if (allQuestions(entry).some(({ questionId, required }) => required && !answers[questionId!])) return refused;
  // The next page is asked for before anything is taken.
  const pages = 1 + entry.form.items.filter(({ pageBreakItem }) => pageBreakItem).length;
  if (pages > 1 && (sent.get('pageHistory') ?? '0').split(',').length < pages) return { reply: formPage(entry, base) };
  if (entry.form.settings?.emailCollectionType === 'RESPONDER_INPUT' && !sent.get('emailAddress')) return refused;
  return { reply: confirmationPage(entry, base), answers };
}

function allowed({ choiceQuestion }: Question, value: string): boolean {
  const options = choiceQuestion?.options;
  return !options || value === '' || options.some((option) => option.value === value || (option.isOther && value === '__other_option__'));
}

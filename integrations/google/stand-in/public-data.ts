import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { StandInForm } from './form-book.ts';
import { questionsOf } from './form-changes.ts';

type Item = forms_v1.Schema$Item;
type Question = forms_v1.Schema$Question;

const EMAIL_RULE: Record<string, number> = { VERIFIED: 2, RESPONDER_INPUT: 3 };

/** What the page hands to its script, in the places that practice knows. */
export function publicData({ form, publicId, confirmation, oneResponse }: StandInForm): unknown[] {
  const about: unknown[] = [form.info?.description ?? '', form.items.map(fieldOf), [confirmation, oneResponse ? 0 : 1, 0, 1, 0], ...Array<null>(5).fill(null), form.info?.title ?? '', 73];
  about[10] = [null, null, null, 2, null, null, EMAIL_RULE[form.settings?.emailCollectionType ?? ''] ?? 1];
  return [null, about, '/forms', form.info?.documentTitle ?? '', null, null, null, '', null, 0, 0, null, '', 0, `e/${publicId}`, 0, '[]', 0, 0, 1];
}

/** An item's array: id, title, description, kind, answers. */
function fieldOf(item: Item): unknown[] {
  const head = [Number.parseInt(item.itemId!, 16), item.title ?? null, item.description ?? null];
  if (item.pageBreakItem) return [...head, 8, null];
  if (item.textItem) return [...head, 6, null];
  if (item.imageItem) return [...head, 11, null, null, ['image', 0, [740, 1046, 0]]];
  if (item.videoItem) return [...head, 12, null, null, ['video', 0, [320, 180, 0], 'video']];
  const columns = item.questionGroupItem?.grid?.columns?.options;
  if (columns) return [...head, 7, questionsOf(item).map((question) => [...answerOf(question, columns), [question.rowQuestion?.title ?? '']])];
  const question = questionsOf(item)[0]!;
  return [...head, kindOf(question), [answerOf(question, question.choiceQuestion?.options)]];
}

const answerOf = (question: Question, options: forms_v1.Schema$Option[] | undefined): unknown[] => [
  Number.parseInt(question.questionId!, 16), options?.map(({ value, isOther }) => [value ?? '', null, null, null, isOther ? 1 : 0]) ?? null, question.required ? 1 : 0,
];

function kindOf(question: Question): number {
  if (question.textQuestion) return question.textQuestion.paragraph ? 1 : 0;
  if (question.choiceQuestion) return { DROP_DOWN: 3, CHECKBOX: 4 }[question.choiceQuestion.type ?? ''] ?? 2;
  if (question.scaleQuestion) return 5;
  if (question.dateQuestion) return 9;
  if (question.timeQuestion) return 10;
  return question.fileUploadQuestion ? 13 : 18;
}

/** All questions of a form, in order. */
export const allQuestions = ({ form }: StandInForm): Question[] => form.items.flatMap(questionsOf);

/** Whether people must sign in before they may fill it in. */
export function wantsLogin(entry: StandInForm): boolean {
  const open = entry.permissions.some(({ type, view }) => type === 'anyone' && view === 'published');
  return !open || entry.oneResponse || entry.form.settings?.emailCollectionType === 'VERIFIED' || allQuestions(entry).some(({ fileUploadQuestion }) => fileUploadQuestion !== undefined);
}

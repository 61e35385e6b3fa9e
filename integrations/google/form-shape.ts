import { questionOf } from './entry.ts';
import type { GoogleForm } from './google-forms.ts';
import type { PublicPage, QuestionKind } from './public-page.ts';

/** A form as far as signing depends on it, whether the API or the public page told. */
export interface FormShape {
  questions: { id: string; title: string; kind: QuestionKind; required: boolean }[];
  /** Ids of items as the API gives them; people take them for ids of questions. */
  items: { id: string; question: string | undefined }[];
  pages: number;
  email: PublicPage['email'];
}

type ApiQuestion = NonNullable<NonNullable<NonNullable<GoogleForm['items']>[number]['questionItem']>['question']>;

/** The shape of a form that the API describes. */
export function shapeOfForm({ items = [], settings }: GoogleForm): FormShape {
  const collection = settings?.emailCollectionType;
  return {
    questions: items.flatMap(({ title, questionItem, questionGroupItem }) =>
      (questionItem?.question ? [questionItem.question] : (questionGroupItem?.questions ?? [])).map((question) => ({
        id: question.questionId ?? '', title: [title, question.rowQuestion?.title].filter(Boolean).join(': '), kind: questionGroupItem ? ('grid' as const) : kindOf(question), required: question.required ?? false,
      })),
    ),
    items: items.map(({ itemId, questionItem }) => ({ id: itemId ?? '', question: questionItem?.question?.questionId ?? undefined })),
    pages: 1 + items.filter(({ pageBreakItem }) => pageBreakItem).length,
    email: collection === 'VERIFIED' ? 'verified' : collection === 'RESPONDER_INPUT' ? 'typed' : 'none',
  };
}

/** The shape of a form that its public page shows. */
export function shapeOfPage({ questions, pages, email }: PublicPage): FormShape {
  return { questions: questions.map(({ entry, title, row, kind, required }) => ({ id: questionOf(entry), title: row ? `${title}: ${row}` : title, kind, required })), items: [], pages, email };
}

function kindOf({ textQuestion, choiceQuestion, scaleQuestion, dateQuestion, timeQuestion, fileUploadQuestion, ratingQuestion }: ApiQuestion): QuestionKind {
  if (textQuestion) return textQuestion.paragraph ? 'paragraph' : 'short';
  if (choiceQuestion) return choiceQuestion.type === 'CHECKBOX' ? 'checkbox' : choiceQuestion.type === 'DROP_DOWN' ? 'dropdown' : 'radio';
  if (scaleQuestion) return 'scale';
  if (dateQuestion) return 'date';
  if (timeQuestion) return 'time';
  if (fileUploadQuestion) return 'upload';
  return ratingQuestion ? 'rating' : 'unknown';
}

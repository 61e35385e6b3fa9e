import type { FormQuestions } from '../../src/domain/petition.ts';
import type { GoogleChange, GoogleForm } from '../google/google-forms.ts';
import { HINTS, QUESTIONS, type QuestionName } from './question-words.ts';

/** The questions of a new form: what people type, and what the page adds by itself. `fields` is what the petition asks. */
function questionsFor(fields: readonly string[]): QuestionName[] {
  const optional: readonly QuestionName[] = ['place', 'country', 'comment'];
  return (Object.keys(QUESTIONS) as QuestionName[]).filter((name) => !optional.includes(name) || fields.includes(name));
}

/** The changes that fill an empty form, in words of `lang`, or of English where we have none. All are short answers, since choices refuse whatever is not written exactly as they are. */
export function draftChanges(fields: readonly string[], lang: string, description: string): GoogleChange[] {
  const items = questionsFor(fields).map((name, index): GoogleChange => {
    const { titles, required, machine, paragraph = false } = QUESTIONS[name];
    const hint = HINTS[lang] ?? HINTS['en']!;
    const text = name === 'consent' ? hint.consent : machine ? hint.machine : undefined;
    return { createItem: { location: { index }, item: { title: titles[lang] ?? titles['en']!, ...(text && { description: text }), questionItem: { question: { required, textQuestion: { paragraph } } } } } };
  });
  return [
    { updateFormInfo: { info: { description }, updateMask: 'description' } },
    ...items,
    { updateSettings: { settings: { emailCollectionType: 'DO_NOT_COLLECT' }, updateMask: 'emailCollectionType' } },
  ];
}

/** The ids that Google gave, in the order of the draft; undefined when the form is not as it was drafted. */
export function draftedQuestions(fields: readonly string[], { items = [] }: GoogleForm): FormQuestions | undefined {
  const names = questionsFor(fields);
  const ids = items.map(({ questionItem }) => questionItem?.question?.questionId);
  if (ids.length !== names.length || ids.some((id) => !id)) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, ids[index]!])) as unknown as FormQuestions;
}

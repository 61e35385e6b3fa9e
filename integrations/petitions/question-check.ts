import type { FormShape } from '../google/form-shape.ts';
import type { QuestionKind } from '../google/public-page.ts';
import type { Finding, WrittenForm } from './finding.ts';
import { sameId } from './mapping-check.ts';
import { fitOf, meantBy } from './question-guess.ts';
import { QUESTIONS, type QuestionName } from './question-words.ts';

const KINDS: Record<QuestionKind, string> = {
  short: 'a short answer', paragraph: 'a paragraph', radio: 'a choice', dropdown: 'a list to choose from', checkbox: 'boxes to tick', scale: 'a scale', grid: 'a grid', date: 'a date', time: 'a time',
  upload: 'a file', rating: 'a rating', unknown: 'something unknown',
};

/** What is wrong with a form's questions, seen from the petition. */
export function checkQuestions(form: WrittenForm, shape: FormShape): Finding[] {
  const mapped = Object.entries(form.questions).filter((entry): entry is [QuestionName, string] => entry[0] in QUESTIONS);
  const readable = mapped.filter(([, id]) => /^[\da-f]{1,8}$/i.test(id));
  const found = new Set(readable.filter(([, id]) => shape.questions.some((one) => sameId(one.id, id))).map(([name]) => name));
  return [...readable.flatMap(([name, id]) => checkQuestion(form, shape, name, id)), ...checkOthers(form, shape, found)];
}

function checkQuestion(form: WrittenForm, { questions, items }: FormShape, name: QuestionName, id: string): Finding[] {
  const field = `form.questions.${name}`;
  const question = questions.find((one) => sameId(one.id, id));
  if (!question) {
    const item = items.find((one) => sameId(one.id, id));
    if (item?.question) return [{ field, wrong: `“${id}” is the id of an item, not of its question.`, remedy: `Write ${item.question}.` }];
    const alike = questions.find(({ title }) => fitOf(title, name) >= 2);
    return [{ field, wrong: `The form has no question with the id ${id}; it was deleted, or the id is wrong.`, remedy: alike ? `The question “${alike.title}” has the id ${alike.id}; write that if it is meant.` : 'Add the question to the form and write its id here.' }];
  }
  const found: Finding[] = [];
  if (question.kind !== 'short' && question.kind !== 'paragraph' && question.kind !== 'unknown') {
    found.push({ field, wrong: `The question “${question.title}” asks for ${KINDS[question.kind]}, which refuses what our page sends.`, remedy: 'Make it a short answer in the form.' });
  }
  const meant = meantBy(question.title);
  if (meant && meant !== name && fitOf(question.title, name) === 0 && form.questions[meant] !== undefined && !sameId(form.questions[meant], id)) {
    found.push({ field, wrong: `The question “${question.title}” does not seem to ask for “${name}” but for “${meant}”.`, remedy: `Check whether the ids of “${name}” and “${meant}” are swapped.` });
  }
  const { required } = QUESTIONS[name];
  if (question.required && !required) found.push({ field, wrong: `The form insists on an answer to “${question.title}”, and our page does not, so that signatures would be refused.`, remedy: 'Switch “Required” off for it in the form.' });
  if (!question.required && required) found.push({ field, wrong: `The form does not insist on an answer to “${question.title}”, and a signature without it does not count.`, remedy: 'Switch “Required” on for it in the form.' });
  return found;
}

function checkOthers(form: WrittenForm, { questions, pages, email }: FormShape, placed: ReadonlySet<QuestionName>): Finding[] {
  const others = questions.filter(({ id }) => !Object.values(form.questions).some((ours) => sameId(ours, id)));
  const found = others.flatMap(({ title, kind, required }): Finding[] => {
    if (kind === 'upload') return [{ field: 'form', wrong: `The question “${title}” asks for a file, for which people must sign in to Google.`, remedy: 'Delete it from the form.' }];
    // One that belongs to a wrong id was told of there.
    const meant = meantBy(title);
    return required && (!meant || placed.has(meant)) ? [{ field: 'form.questions', wrong: `The form insists on an answer to “${title}”, which our page does not ask.`, remedy: 'Switch “Required” off for it in the form, or delete it.' }] : [];
  });
  if (pages > 1) found.push({ field: 'form', wrong: `The form has ${pages} sections, and only a form with one takes a signature at once.`, remedy: 'Merge its sections into one.' });
  if (email === 'verified') found.push({ field: 'form', wrong: 'The form collects verified addresses, for which people must sign in to Google.', remedy: 'Set “Collect email addresses” to “Do not collect”; the question for the address does it.' });
  if (email === 'typed') found.push({ field: 'form', wrong: 'The form collects addresses in a field of its own, which our page does not fill in.', remedy: 'Set “Collect email addresses” to “Do not collect”; the question for the address does it.' });
  return found;
}

import { nearest } from '../../src/domain/fault.ts';
import type { Finding, WrittenForm } from './finding.ts';
import { QUESTIONS, type QuestionName } from './question-words.ts';

const NEEDED: readonly QuestionName[] = ['name', 'email', 'consent', 'ref'];

/** What is wrong with the ids in `petition.yml` by themselves; `fields` is what the petition asks. */
export function checkMapping(form: WrittenForm, fields: readonly string[]): Finding[] {
  const found: Finding[] = [];
  const note = (field: string, wrong: string, remedy: string) => void found.push({ field, wrong, remedy });
  if (!form.id) note('form.id', 'The form’s edit id is missing, so nothing can be read from it.', 'Write the long word from its edit address, …/forms/d/<id>/edit.');
  else if (form.id.startsWith('1FAIpQL')) note('form.id', 'This is the public id of a form, not its edit id.', 'Write the long word from its edit address, …/forms/d/<id>/edit, and this one under “public”.');
  if (!form.public) note('form.public', 'The form’s public id is missing, so nobody can sign through it.', 'Write the word after /d/e/ in its public address; it begins with 1FAIpQL.');
  else if (!form.public.startsWith('1FAIpQL')) note('form.public', 'This is not the public id of a form.', 'Write the word after /d/e/ in its public address; it begins with 1FAIpQL.');
  if (!form.confirmation) note('form.confirmation', 'There is no confirmation token, so that nothing would prove that a signature arrived.', 'Write a short word here that stands nowhere else, like OK-7f3a, and put it into the form’s confirmation message.');
  const named = Object.entries(form.questions);
  for (const [name, id] of named) {
    const field = `form.questions.${name}`;
    if (!(name in QUESTIONS)) {
      const meant = nearest(name, Object.keys(QUESTIONS));
      note(field, `“${name}” is no question of a petition.`, meant ? `Write “${meant}”.` : `There are: ${Object.keys(QUESTIONS).join(', ')}.`);
    } else if (!/^[\da-f]{1,8}$/i.test(id)) {
      note(field, `“${id.slice(0, 40)}” is not the id of a question.`, 'Write up to eight of the signs 0 to 9 and a to f; “npm run petition -- connect” finds them.');
    }
    const twin = named.find(([other, otherId]) => other !== name && sameId(otherId, id));
    if (twin && named.findIndex(([other]) => other === twin[0]) < named.findIndex(([other]) => other === name)) note(field, `“${twin[0]}” and “${name}” lead to the same question.`, 'Give each its own question of the form.');
  }
  for (const name of new Set([...NEEDED, ...fields])) {
    if (!(name in form.questions)) note('form.questions', `There is no question for “${name}”, so that it would be lost.`, `Add the question to the form and its id here, or let “npm run petition -- connect” find it.`);
  }
  return found;
}

/** Google writes eight digits, people leave noughts out. */
export const sameId = (a: string, b: string): boolean => a.toLowerCase().padStart(8, '0') === b.toLowerCase().padStart(8, '0');

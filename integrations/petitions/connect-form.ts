import type { PetitionForm } from '../../src/domain/petition.ts';
import { questionOf } from '../google/entry.ts';
import type { PublicPage, PublicQuestion } from '../google/public-page.ts';
import { placeQuestions } from './question-guess.ts';
import type { QuestionName } from './question-words.ts';

/** What a public form gives for a petition. */
export interface Connection {
  questions: Partial<Record<QuestionName, string>>;
  /** As a person reads it, with the title that was found. */
  placed: { name: QuestionName; title: string; id: string }[];
  /** Questions of the form that mean nothing to us. */
  unplaced: PublicQuestion[];
  /** A word of the confirmation message that can serve as its token. */
  confirmation: string | undefined;
}

/** Only what people, or our page, can write into. */
const WRITABLE: readonly PublicQuestion['kind'][] = ['short', 'paragraph', 'unknown'];

/** Guesses which question of a form is which, by its titles. */
export function connectForm(page: PublicPage): Connection {
  const placed = placeQuestions(page.questions.filter(({ kind }) => WRITABLE.includes(kind)));
  const taken = new Set(placed.values());
  return {
    questions: Object.fromEntries([...placed].map(([name, { entry }]) => [name, questionOf(entry)])),
    placed: [...placed].map(([name, { title, entry }]) => ({ name, title, id: questionOf(entry) })),
    unplaced: page.questions.filter((question) => !taken.has(question)),
    confirmation: /(?<![\w-])OK-[\da-z]{4,16}(?![\w-])/i.exec(page.confirmation)?.[0],
  };
}

/** Where a form is, by what people copy: its public address, its edit address, or only an id. */
export function formAddress(written: string): Partial<Pick<PetitionForm, 'id' | 'public'>> | undefined {
  const word = written.trim();
  const publicId = /\/forms\/(?:u\/\d+\/)?d\/e\/([\w-]{10,})/.exec(word)?.[1] ?? /^1FAIpQL[\w-]{10,}$/.exec(word)?.[0];
  if (publicId) return { public: publicId };
  const id = /\/forms\/(?:u\/\d+\/)?d\/(?!e\/)([\w-]{10,})/.exec(word)?.[1] ?? /^1[\w-]{30,}$/.exec(word)?.[0];
  return id ? { id } : undefined;
}

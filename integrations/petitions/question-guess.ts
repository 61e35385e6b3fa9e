import { plainWords } from './plain-words.ts';
import { PLACING, wordsFor, type QuestionName } from './question-words.ts';

/** A question as far as its meaning can be told: by its title. */
export interface TitledQuestion {
  title: string;
}

/** How well a title fits a question: 3 says just that, 2 says it among other words, 1 holds it within a longer word, 0 not at all. */
export function fitOf(title: string, name: QuestionName): 0 | 1 | 2 | 3 {
  const text = plainWords(title);
  const words = wordsFor(name);
  if (words.includes(text)) return 3;
  if (words.some((word) => word !== '' && ` ${text} `.includes(` ${word} `))) return 2;
  return words.some((word) => word.length > 4 && text.includes(word)) ? 1 : 0;
}

/** The one that a title speaks of most clearly; undefined when it speaks of none. */
export function meantBy(title: string): QuestionName | undefined {
  const ranked = PLACING.map((name) => ({ name, fit: fitOf(title, name) })).sort((a, b) => b.fit - a.fit);
  return ranked[0]!.fit >= 2 ? ranked[0]!.name : undefined;
}

/** Places questions by their titles in seven languages, the clearest first, each at most once. */
export function placeQuestions<Question extends TitledQuestion>(questions: readonly Question[]): Map<QuestionName, Question> {
  const fits = questions.flatMap((question) => PLACING.map((name, order) => ({ question, name, order, fit: fitOf(question.title, name) }))).filter(({ fit }) => fit > 0);
  const placed = new Map<QuestionName, Question>();
  const taken = new Set<Question>();
  for (const { question, name } of fits.sort((a, b) => b.fit - a.fit || a.order - b.order)) {
    if (placed.has(name) || taken.has(question)) continue;
    placed.set(name, question);
    taken.add(question);
  }
  return placed;
}

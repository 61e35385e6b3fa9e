import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FormQuestions } from '../../src/domain/petition.ts';

/** A form with many answers, at a stand-in for Google that runs in a process of its own. */
export interface AnsweringForm {
  /** Root of the stand-in's APIs, `http://127.0.0.1:…`. */
  apis: string;
  id: string;
  public: string;
  questions: FormQuestions;
  end(): void;
}

/** Starts a stand-in that holds a form with so many answers. */
export async function answeringForm(answers: number): Promise<AnsweringForm> {
  const google = fork(fileURLToPath(new URL('million-answers.ts', import.meta.url)), [String(answers)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [form] = (await once(google, 'message')) as [Omit<AnsweringForm, 'end'>];
  return { ...form, end: () => google.disconnect() };
}

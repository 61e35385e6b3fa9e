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

/** What a piece of work took of this process: seconds, rounded. */
export async function timed<T>(work: () => Promise<T>): Promise<{ outcome: T; cpu: number; wall: number }> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const outcome = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { outcome, cpu: Number(((user + system) / 1e6).toFixed(2)), wall: Number(((performance.now() - wall) / 1000).toFixed(2)) };
}

/** The most memory that this process took, MB of 10^6 bytes; Node tells it in units of 1024 bytes. */
export const peakMemory = (): number => Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);

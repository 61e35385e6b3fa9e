import { fileURLToPath } from 'node:url';
import { GoogleFault } from '../../google/google-fault.ts';
import { googleForms, type GoogleForms } from '../../google/google-forms.ts';
import { publicForms, type PublicForms } from '../../google/public-form.ts';
import { Refusal } from '../../refusal.ts';

/** The project's folder, unless a test has one of its own. */
export const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

/** Google as commands meet it. */
export interface GoogleWorld {
  env: Readonly<Record<string, string | undefined>>;
  api(purpose: 'look' | 'make'): GoogleForms;
  forms(): PublicForms;
  print(line: string): void;
}

export const realGoogle = (env = process.env): GoogleWorld => ({ env, api: (purpose) => googleForms(env, purpose), forms: () => publicForms(env), print: (line) => console.log(line) });

/** Runs `work`; a fault of Google's becomes a refusal: exit 2 for settings that are missing or wrong, otherwise 1. */
export async function withGoogle<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GoogleFault) throw new Refusal(error.message, error.trouble === 'settings' ? 2 : 1);
    throw error;
  }
}

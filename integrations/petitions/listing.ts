import { GoogleFault } from '../google/google-fault.ts';
import type { GoogleForms, GoogleResponse } from '../google/google-forms.ts';

/** How often a listing whose page tokens Google forgets is begun anew. */
const TRIES = 3;

/**
 * Every page of a form's answers since a moment (RFC 3339), or of all. A page token that Google does not know any more lets the listing begin
 * anew: `begin` is called before each first page, and pages may come again.
 */
export async function listAnswers(forms: GoogleForms, id: string, since: string | undefined, begin: () => void, take: (rows: GoogleResponse[]) => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    begin();
    let page: string | undefined;
    try {
      do {
        const { responses, next } = await forms.responses(id, { since, page });
        await take(responses);
        if (next !== undefined && next === page) throw new GoogleFault('odd', `Google gives the same page of answers of the form ${id} again and again. Try again later.`);
        page = next;
      } while (page !== undefined);
      return;
    } catch (error) {
      const forgotten = error instanceof GoogleFault && error.trouble === 'refused' && page !== undefined;
      if (!forgotten || tries >= TRIES) throw error;
    }
  }
}

import { GoogleFault } from '../google/google-fault.ts';
import type { GoogleForms, GoogleResponse } from '../google/google-forms.ts';

/** How often a listing whose page tokens Google forgets is begun anew. */
const TRIES = 3;

/**
 * Every page of a form's answers since a moment (RFC 3339), or of all. A page token that Google does not know any more lets the listing begin
 * anew: `begin` is called before each first page, and pages may come again.
 */
export async function* answerPages(forms: GoogleForms, id: string, since: string | undefined, begin: () => void): AsyncGenerator<GoogleResponse[]> {
  for (let tries = 1; ; tries++) {
    begin();
    let page: string | undefined;
    const before = new Set<string>();
    do {
      const found = await forms.responses(id, { since, page }).catch((error: unknown) => {
        const forgotten = error instanceof GoogleFault && error.trouble === 'refused' && page !== undefined;
        if (!forgotten || tries >= TRIES) throw error;
        return undefined;
      });
      if (!found) break;
      yield found.responses;
      if (found.next === undefined) return;
      if (before.has(found.next)) throw new GoogleFault('odd', `Google gives the same pages of answers of the form ${id} again and again. Try again later.`);
      before.add(found.next);
      page = found.next;
    } while (page !== undefined);
  }
}

import { escapeHtml } from '../domain/markup.ts';
import type { PetitionFacts } from '../domain/petition-facts.ts';
import type { SigningFaults, SigningField } from '../domain/signing.ts';
import { FORM_END, FORM_START, petitionForm, signingFault } from '../petition-form.ts';
import { wordsIn } from '../text/text.ts';

/** Why a form was not taken. */
export type Trouble = 'invalid' | 'closed' | 'paused' | 'refused' | 'elsewhere' | 'unreadable';

/** A form that was not taken, and what was typed into it. */
export interface Refused {
  trouble: Trouble;
  lang: string;
  typed: Readonly<Record<string, string | undefined>>;
  faults: SigningFaults;
  /** The petition's own page at the form, for when only our store is in trouble. */
  direct: string | undefined;
}

/** A petition's built page with the form as it was typed and the reason why it was not taken; focus goes to the reason. */
export function pageAgain(built: string, petition: PetitionFacts, refused: Refused): string {
  const { trouble, lang } = refused;
  const words = wordsIn(lang);
  const reason = trouble === 'invalid' ? words.petition.faults.title : words.signing.troubles[trouble].title;
  const titled = built.replace('<title>', () => `<title>${escapeHtml(reason)}: `);
  const [start, end] = [titled.indexOf(FORM_START), titled.indexOf(FORM_END)];
  const inner = `${FORM_START}${notice(refused)}${trouble === 'closed' || trouble === 'paused' ? '' : formOf(petition, refused)}${FORM_END}`;
  // A page that was built for a closed petition has no form; the reason then stands where the text begins.
  return start < 0 ? titled.replace(/<main[^>]*>/, (main) => main + inner) : titled.slice(0, start) + inner + titled.slice(end + FORM_END.length);
}

/** The same for programs: a sentence by field, or the one reason; `state` says of a petition whether it pays to ask again. */
export function inJson({ trouble, lang, faults, direct }: Refused): object {
  const words = wordsIn(lang);
  if (trouble === 'invalid') return { errors: Object.fromEntries((Object.entries(faults) as [SigningField, NonNullable<SigningFaults[SigningField]>][]).map(([field, fault]) => [field, signingFault(words, field, fault)])) };
  const { title, text } = words.signing.troubles[trouble];
  return { error: `${title}. ${text}`, ...(trouble === 'closed' || trouble === 'paused' ? { state: trouble } : {}), ...(trouble === 'refused' && direct ? { form: direct } : {}) };
}

function notice({ trouble, lang, direct }: Refused): string {
  if (trouble === 'invalid') return '';
  const { signing } = wordsIn(lang);
  const { title, text } = signing.troubles[trouble];
  const way = trouble === 'refused' && direct ? `<p><a href="${escapeHtml(direct)}" rel="noopener noreferrer">${escapeHtml(signing.direct)}</a></p>` : '';
  return `<div class="faults" role="alert" tabindex="-1" autofocus><h2>${escapeHtml(title)}</h2><p>${escapeHtml(text)}</p>${way}</div>`;
}

function formOf(petition: PetitionFacts, { lang, typed, faults }: Refused): string {
  return petitionForm({ words: wordsIn(lang), lang, facts: petition, way: { hosting: 'server' }, values: typed as Partial<Record<SigningField, string>>, faults });
}

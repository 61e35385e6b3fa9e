import { directionOf } from './domain/language.ts';
import { escapeHtml } from './domain/markup.ts';
import { entryOf, type FormQuestions } from './domain/petition.ts';
import type { PetitionFacts } from './domain/petition-facts.ts';
import { SIGNING_ROOM, type SigningFault, type SigningFaults, type SigningField, type SigningWay } from './domain/signing.ts';
import { calendar, fill } from './text/text.ts';
import type { Words } from './text/words.ts';

/** What the form is drawn from. */
export interface SigningForm {
  words: Words;
  /** Language of the page. */
  lang: string;
  facts: PetitionFacts;
  way: SigningWay;
  /** What was typed before, as it came; it is escaped here. */
  values?: Partial<Record<SigningField, string>> | undefined;
  /** What was wrong with it; see `signingFault` for the sentences. */
  faults?: SigningFaults | undefined;
}

/** The form stands in the built page between these, so that the server can put it there again with what was typed. */
export const FORM_START = '<!--form-->';
export const FORM_END = '<!--/form-->';

/**
 * The form of an open petition as HTML, for the built page and for the server alike. On a host without a server it
 * goes straight to the public form; where there is none, it says how to sign by mail. With faults it begins with a
 * summary of them (GOV.UK Design System, “Error summary” and “Error message”).
 */
export function petitionForm(form: SigningForm): string {
  const { words: { petition: words }, facts, way } = form;
  const title = `<h2 id="sign">${escapeHtml(words.sign)}</h2>`;
  if (way.hosting === 'static' && !facts.terms.form) return `<div class="sign" data-pagefind-ignore>${title}<p>${fill(escapeHtml(words.byMail), { mail: mailLink(facts) })}</p></div>`;
  const action = way.hosting === 'server' ? `/petitions/${facts.slug}/sign` : `${way.forms}/d/e/${encodeURIComponent(facts.terms.form!.public)}/formResponse`;
  // Our server answers in the language of the page, which a browser's own sentences may not be in.
  const checking = way.hosting === 'server' ? ' novalidate' : '';
  return [
    `<form class="sign" method="post" action="${escapeHtml(action)}" aria-labelledby="sign" accept-charset="utf-8" data-pagefind-ignore${checking}>`,
    title, summary(form), ...facts.terms.fields.map((field) => question(form, field)), kept(form),
    tick(form, 'consent', fill(words.consent, { organisation: facts.organisation }), true), tick(form, 'updates', words.news, false), hiddenFields(form),
    `<p><button type="submit" class="button">${escapeHtml(words.submit)}</button></p></form>`,
  ].join('\n');
}

/** The sentence about a fault of a field, for the page and for programs. */
export function signingFault({ petition: { faults } }: Words, field: SigningField, fault: SigningFault): string {
  if (fault === 'long') return faults.long;
  if (field === 'consent') return faults.consentMissing;
  if (field === 'email') return fault === 'missing' ? faults.emailMissing : faults.emailInvalid;
  if (field === 'name') return fault === 'missing' ? faults.nameMissing : faults.nameInvalid;
  return faults.invalid;
}

type Question = keyof typeof SIGNING_ROOM;

/** How phones fill a field in by themselves, and which keys they show. */
const TYPING: Record<Question, string> = {
  name: 'type="text" autocomplete="name" autocapitalize="words"',
  email: 'type="email" inputmode="email" autocomplete="email" spellcheck="false" dir="ltr"',
  place: 'type="text" autocomplete="address-level2"',
  // Not a list to choose from: two hundred names weigh more than the page, and phones know this one.
  country: 'type="text" autocomplete="country-name"',
  comment: 'rows="3"',
};

/** The name under which a field is sent: ours, or the number of the form's question; undefined where the form has no such question. */
function nameOf({ facts, way }: SigningForm, field: SigningField): string | undefined {
  if (way.hosting === 'server') return field;
  const id = facts.terms.form?.questions[(field === 'lang' ? 'language' : field) as keyof FormQuestions];
  return id === undefined ? undefined : entryOf(id);
}

function question(form: SigningForm, field: Question): string {
  const { words: { petition: words }, values } = form;
  const name = nameOf(form, field);
  if (name === undefined) return '';
  const required = field === 'name' || field === 'email';
  const hint = { name: words.nameHint, email: words.emailHint, place: '', country: '', comment: words.commentHint }[field];
  const fault = faultOf(form, field);
  const described = [...(hint ? [`${field}-hint`] : []), ...(fault ? [`${field}-fault`] : [])].join(' ');
  const attributes = `id="${field}" name="${name}" ${TYPING[field]} maxlength="${SIGNING_ROOM[field]}"${required ? ' required' : ''}${described && ` aria-describedby="${described}"`}${fault && ' aria-invalid="true"'}`;
  const value = escapeHtml(values?.[field] ?? '');
  return [
    `<div class="field${fault && ' field-faulty'}"><label for="${field}">${escapeHtml(words[field])}${required ? '' : ` <span>(${escapeHtml(words.optional)})</span>`}</label>`,
    hint && `<p class="field-hint" id="${field}-hint">${escapeHtml(hint)}</p>`, fault,
    // A line break after the tag is no part of what was typed.
    field === 'comment' ? `<textarea ${attributes}>\n${value}</textarea></div>` : `<input ${attributes}${value && ` value="${value}"`}></div>`,
  ].join('');
}

function tick(form: SigningForm, field: 'consent' | 'updates', label: string, required: boolean): string {
  const name = nameOf(form, field);
  if (name === undefined) return '';
  const fault = faultOf(form, field);
  const checked = form.values?.[field] === 'yes' ? ' checked' : '';
  return `<div class="field tick${fault && ' field-faulty'}">${fault}<input type="checkbox" id="${field}" name="${name}" value="yes"${required ? ' required' : ''}${fault && ` aria-describedby="${field}-fault" aria-invalid="true"`}${checked}><label for="${field}">${escapeHtml(label)}</label></div>`;
}

function faultOf({ words, faults }: SigningForm, field: SigningField): string {
  const fault = faults?.[field];
  return fault ? `<p class="fault" id="${field}-fault">${escapeHtml(signingFault(words, field, fault))}</p>` : '';
}

function summary({ words, faults }: SigningForm): string {
  const found = Object.entries(faults ?? {}) as [SigningField, SigningFault][];
  if (found.length === 0) return '';
  const links = found.map(([field, fault]) => `<li><a href="#${field}">${escapeHtml(signingFault(words, field, fault))}</a></li>`);
  return `<div class="faults" role="alert" tabindex="-1" autofocus><h3>${escapeHtml(words.petition.faults.title)}</h3><ul>${links.join('')}</ul></div>`;
}

/** What is kept, why, how long, by whom, and on what ground: said before anybody signs (GDPR, Articles 9(2)(a) and 13). */
function kept({ words: { petition: { kept: words } }, lang, facts }: SigningForm): string {
  const { fields, form } = facts.terms;
  const { target } = facts.texts[lang] ?? facts.terms;
  const list = new Intl.ListFormat(lang).format(fields.map((field) => words.fields[field]));
  const month = new Intl.DateTimeFormat(calendar(lang), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${facts.anonymisedOn}T12:00:00Z`));
  const sentences = [
    fill(words.what, { fields: list }), fill(words.why, { target }), form ? words.google : '', fill(words.long, { month }), words.law,
  ].filter((sentence) => sentence !== '').map((sentence) => `<li>${escapeHtml(sentence)}</li>`);
  const who = fill(escapeHtml(words.who), { organisation: escapeHtml(facts.organisation), mail: mailLink(facts) });
  return `<section class="kept" aria-labelledby="kept"><h3 id="kept">${escapeHtml(words.title)}</h3><ul>${sentences.join('')}<li>${who}</li></ul></section>`;
}

function mailLink({ mail }: PetitionFacts): string {
  return `<a href="mailto:${escapeHtml(mail)}" dir="ltr">${escapeHtml(mail)}</a>`;
}

function hiddenFields(form: SigningForm): string {
  const { lang, facts, way, values, words } = form;
  const own: Partial<Record<SigningField, string>> = { lang, version: facts.texts[lang]?.version ?? '', source: values?.source ?? '', bucket: values?.bucket ?? '', ref: values?.ref ?? '' };
  const inputs = (Object.entries(own) as [SigningField, string][]).map(([field, value]) => ({ field, name: nameOf(form, field), value })).filter(({ name }) => name !== undefined);
  const hidden = inputs.map(({ field, name, value }) => `<input type="hidden" name="${escapeHtml(name!)}" value="${escapeHtml(value)}" data-field="${escapeHtml(field)}">`).join('');
  if (way.hosting === 'static') return hidden;
  // People neither see nor hear nor reach this field; programs that fill in everything do.
  return `${hidden}<div class="website" aria-hidden="true" dir="${directionOf(lang)}"><label for="website">${escapeHtml(words.petition.website)}</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off"></div>`;
}

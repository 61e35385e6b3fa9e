import type { Plural } from './words.ts';

/** Puts values into the braces of a sentence; one that is missing is an error of the caller. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!(name in values)) throw new Error(`“${sentence}” needs a value for {${name}}.`);
    return String(values[name]);
  });
}

/** A counted word with its number apart, to show that large. */
export function countParts(lang: string, forms: Plural, number: number): { number: string; label: string } {
  const form = forms[new Intl.PluralRules(lang).select(number)] ?? forms.other;
  return { number: new Intl.NumberFormat(lang).format(number), label: fill(form, { count: '' }).replace(/\s+/g, ' ').trim() };
}

/** A counted word in the form that the number asks for, the number written as the language writes it. */
export function count(lang: string, forms: Plural, number: number): string {
  const form = forms[new Intl.PluralRules(lang).select(number)] ?? forms.other;
  return fill(form, { count: new Intl.NumberFormat(lang).format(number) });
}

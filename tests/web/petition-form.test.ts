import { describe, expect, test } from 'vitest';
import { petitionForm, signingFault, type SigningForm } from '../../src/petition-form.ts';
import { factsOf } from '../../src/domain/petition-facts.ts';
import type { PetitionTerms } from '../../src/domain/petition.ts';
import { wordsIn } from '../../src/text/text.ts';
import { elementsOf, parsePage } from '../page-tree.ts';
import { newsroom, organisation, petition } from '../specimens.ts';

const FORM = { id: '1AbC', public: '1FAIpQL', confirmation: 'OK-7f3a', questions: { name: '1', email: '2', place: '3', consent: '4', updates: '5', language: '6', ref: '7', version: 'ff' } };
const GOOGLE = { hosting: 'static', forms: 'https://docs.google.com/forms' } as const;

function drawn(own: Partial<SigningForm> = {}, terms: Partial<PetitionTerms> = {}, lang = 'nl') {
  const room = newsroom([petition({ terms: { ...petition().terms, ...terms } })]);
  const html = petitionForm({ words: wordsIn(lang), lang, facts: factsOf(room, room.stories[0]!, organisation), way: { hosting: 'server' }, ...own });
  const elements = elementsOf(parsePage(`<!doctype html><title>x</title>${html}`));
  const fields = elements.filter(({ name }) => ['input', 'textarea'].includes(name)).map(({ attributes }) => attributes);
  return { html, elements, fields, field: (id: string) => fields.find((field) => field['id'] === id)!, form: elements.find(({ name }) => name === 'form')?.attributes };
}

describe('the form of a petition', () => {
  test('goes to our own server, which answers in the reader’s language', () => {
    const { form, fields } = drawn();
    expect(form).toMatchObject({ method: 'post', action: '/petitions/open-network/sign', novalidate: '' });
    expect(fields.map((field) => field['name'])).toEqual(['name', 'email', 'place', 'consent', 'updates', 'lang', 'version', 'source', 'bucket', 'ref', 'website']);
    expect(fields.filter((field) => field['type'] === 'hidden').map((field) => field['value'])).toEqual(['nl', '0a1b2c3d', '', '', '']);
  });

  test('asks for what the petition needs, and no more', () => {
    expect(drawn({}, { fields: ['name', 'email'] }).fields.map((field) => field['name'])).not.toContain('place');
    const { field } = drawn({}, { fields: ['name', 'email', 'country', 'comment'] });
    expect([field('name')['required'], field('email')['required'], field('country')['required'], field('comment')['required']]).toEqual(['', '', undefined, undefined]);
    expect(field('email')).toMatchObject({ type: 'email', autocomplete: 'email', inputmode: 'email', dir: 'ltr', maxlength: '254' });
  });

  test('has a label for every field that people see, and ticks nothing by itself', () => {
    const { elements, fields } = drawn({}, { fields: ['name', 'email', 'place', 'country', 'comment'] });
    const labels = elements.filter(({ name }) => name === 'label').map(({ attributes }) => attributes['for']);
    expect(fields.filter((field) => field['type'] !== 'hidden').map((field) => field['id'])).toEqual(labels);
    expect(fields.filter((field) => 'checked' in field || 'placeholder' in field)).toEqual([]);
    expect(fields.find((field) => field['id'] === 'consent')).toHaveProperty('required');
    expect(fields.find((field) => field['id'] === 'updates')).not.toHaveProperty('required');
  });

  test.each(['nl', 'en', 'tr', 'ar', 'uk', 'fa', 'ti'])('says in %s what is kept, why, how long, by whom and on what ground, before the tick', (lang) => {
    const { html } = drawn({}, { form: FORM }, lang);
    const said = html.slice(html.indexOf('class="kept"'), html.indexOf('id="consent"'));
    for (const word of ['Havenlicht', 'pers@havenlicht.example', 'Het college van Havenstad', 'Google Forms', '9']) expect(said).toContain(word);
    expect(said).toMatch(/2027|۲۰۲۷/);
  });

  test('has a trap that people neither see, hear nor reach', () => {
    const { field, html } = drawn();
    expect(field('website')).toMatchObject({ tabindex: '-1', autocomplete: 'off' });
    expect(html).toMatch(/<div class="website" aria-hidden="true"/);
  });

  test('keeps what was typed when something is wrong, and tells it twice: at the top, with a way there, and at the field', () => {
    const { html, field, elements } = drawn({ values: { name: 'Ann "A" <b>', email: 'ann@', consent: 'yes', comment: '\nx' }, faults: { email: 'invalid', name: 'invalid' } });
    expect(field('name')).toMatchObject({ value: 'Ann "A" <b>', 'aria-invalid': 'true', 'aria-describedby': 'name-hint name-fault' });
    expect(field('email')).toMatchObject({ value: 'ann@', 'aria-describedby': 'email-hint email-fault' });
    expect(field('consent')).toHaveProperty('checked');
    expect(elements.find(({ attributes }) => attributes['role'] === 'alert')?.attributes).toMatchObject({ tabindex: '-1' });
    expect(elements.filter(({ name, attributes }) => name === 'a' && attributes['href']!.startsWith('#')).map(({ attributes }) => attributes['href'])).toEqual(['#email', '#name']);
    expect(html).not.toContain('<b>');
    expect(html.split(wordsIn('nl').petition.faults.emailInvalid)).toHaveLength(3);
  });

  test('keeps a comment that begins with an empty line', () => {
    const { elements } = drawn({ values: { comment: '\nx' } }, { fields: ['name', 'email', 'comment'] });
    expect(elements.find(({ name }) => name === 'textarea')?.text).toBe('\nx');
  });

  test('carries what the server gives along, and cannot be broken by it', () => {
    expect(drawn({ values: { source: '">x' } }).fields.find((field) => field['name'] === 'source')).toMatchObject({ type: 'hidden', value: '">x' });
  });
});

describe('without a server', () => {
  test('the form goes straight to the public form, each field under its number, and the browser checks it', () => {
    const { form, fields } = drawn({ way: GOOGLE }, { form: FORM });
    expect(form!['action']).toBe('https://docs.google.com/forms/d/e/1FAIpQL/formResponse');
    expect(form).not.toHaveProperty('novalidate');
    expect(fields.map((field) => [field['id'] ?? field['data-field'], field['name']])).toEqual([['name', 'entry.1'], ['email', 'entry.2'], ['place', 'entry.3'], ['consent', 'entry.4'], ['updates', 'entry.5'], ['lang', 'entry.6'], ['version', 'entry.255'], ['ref', 'entry.7']]);
  });

  test('and without a form, it says how to sign by mail', () => {
    const { html, form } = drawn({ way: GOOGLE });
    expect(form).toBeUndefined();
    expect(html).toContain('<a href="mailto:pers@havenlicht.example" dir="ltr">');
  });
});

test('every fault has its sentence', () => {
  const words = wordsIn('en');
  expect((['name', 'email', 'place', 'consent'] as const).flatMap((field) => (['missing', 'invalid', 'long'] as const).map((fault) => signingFault(words, field, fault))).filter((sentence) => !sentence)).toEqual([]);
  expect(signingFault(words, 'email', 'missing')).toBe('Write your e-mail address.');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName } from '../../src/domain/namesake.ts';
import { looksLikeFormula, looksLikeLink } from '../../src/domain/signer-name.ts';
import { readSigning, type SigningAsked, type SigningFaults } from '../../src/domain/signing.ts';
import { NAMES } from './names.ts';

const asked: SigningAsked = { fields: ['name', 'email', 'place', 'comment'], languages: ['nl', 'ar'], version: '0a1b2c3d' };
const typed = { name: 'Amina Osman', email: 'amina@kpnmail.nl', consent: 'yes' };
const read = (own: Record<string, string | undefined> = {}) => readSigning({ ...typed, ...own }, asked);
const faultsOf = (own: Record<string, string | undefined>): SigningFaults => (read(own) as { faults?: SigningFaults }).faults ?? {};
const signingOf = (own: Record<string, string | undefined>) => (read(own) as Extract<ReturnType<typeof read>, { signing: unknown }>).signing;

test('a supporter signs with a name, an address and a tick', () => {
  expect(read()).toEqual({
    signing: { name: 'Amina Osman', email: 'amina@kpnmail.nl', place: '', country: '', comment: '', updates: false, lang: 'nl', source: '', bucket: '', version: '0a1b2c3d' },
    ref: undefined, bait: false,
  });
});

test.each(NAMES)('“%s” is a name', (name) => expect(faultsOf({ name })).toEqual({}));

test.each(['http://spam.example', 'spam.com', 'Win at casino.top', 'www.spam.example', 'Jan jan@kpnmail.nl', 'bit.ly/x', 'ｗｗｗ．spam．com', 'spam。com', '=1+1', '+31612345678', '-Jan', '@jan', '＝HYPERLINK("x")', ' =Jan', '12345', '...', '🙂', 'Jan\u202Eneb', 'Jan\u0007'])('“%s” is none', (name) => {
  expect(faultsOf({ name })).toEqual({ name: 'invalid' });
});

test('every fault stands beside its field', () => {
  expect(readSigning({ name: ' \u200b ', email: '', comment: 'x'.repeat(501) }, asked)).toEqual({ faults: { name: 'missing', email: 'missing', comment: 'long', consent: 'missing' } });
  expect(faultsOf({ email: 'amina@kpnmail' })).toEqual({ email: 'invalid' });
  expect(faultsOf({ consent: 'on' })).toEqual({ consent: 'missing' });
});

test('an address that is too long is called that, and not incomplete', () => {
  expect(faultsOf({ email: `${'a'.repeat(65)}@kpnmail.nl` })).toEqual({ email: 'long' });
  expect(faultsOf({ email: `amina@${'kpnmail.'.repeat(40)}nl` })).toEqual({ email: 'long' });
  expect(faultsOf({ email: `${'a'.repeat(64)}@kpnmail.nl` })).toEqual({});
});

test('length is counted in letters as people count them', () => {
  const family = '👨‍👩‍👧‍👦';
  expect(faultsOf({ name: `A${'é'.normalize('NFD').repeat(99)}` })).toEqual({});
  expect(faultsOf({ name: `A${'b'.repeat(100)}` })).toEqual({ name: 'long' });
  expect(faultsOf({ name: `A${family.repeat(30)}` })).toEqual({});
  expect(faultsOf({ name: `A${'\u0301'.repeat(500)}` })).toEqual({ name: 'long' });
});

test('blanks and what nobody sees go, joiners of Persian names stay', () => {
  expect(signingOf({ name: '  Amina\u00a0\t Osman\u200b\n', comment: ' Eén.\r\n\r\n\r\nTwee\u202e. ' })).toMatchObject({ name: 'Amina Osman', comment: 'Eén.\n\nTwee.' });
  expect(signingOf({ name: 'علی‌رضا' }).name).toBe('علی‌رضا');
});

test('what the petition does not ask is not kept', () => expect(signingOf({ country: 'NL', place: 'Utrecht' })).toMatchObject({ country: '', place: 'Utrecht' }));

test('what nobody typed is put right without a word', () => {
  expect(signingOf({ lang: 'xx', source: 'What<s>App', bucket: 'b'.repeat(33) })).toMatchObject({ lang: 'nl', source: '', bucket: '' });
  expect(signingOf({ lang: 'ar', source: 'whatsapp', bucket: 'b2', updates: 'yes' })).toMatchObject({ lang: 'ar', source: 'whatsapp', bucket: 'b2', updates: true });
  expect(read({ ref: '3F0B6A52-11B0-4A6E-8B7C-0D6F6C3C1A11' })).toMatchObject({ ref: '3f0b6a52-11b0-4a6e-8b7c-0d6f6c3c1a11' });
  expect(read({ ref: 'x', website: 'http://x' })).toMatchObject({ ref: undefined, bait: true });
});

test('whatever is sent, a name that is taken is neither link nor formula nor turned round', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
    const outcome = read({ name });
    return 'faults' in outcome || (!looksLikeFormula(outcome.signing.name) && !looksLikeLink(outcome.signing.name) && !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(outcome.signing.name));
  }));
});

test('plain letters are judged by the same rules as all others', () => {
  // What is added has no weight by itself, but needs the longer look.
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'abyz09 .:@/=+-_www.com'), maxLength: 30 }), (name) => {
    expect(looksLikeLink(`${name} ‼`)).toBe(looksLikeLink(name));
    expect(looksLikeFormula(`\u3000${name}`)).toBe(looksLikeFormula(name));
    expect(foldName(`${name}é`)).toBe(`${foldName(name)}e`);
  }), { numRuns: 1000 });
});

describe('two people on one address are told apart by their names', () => {
  test.each([
    ['José  García-López', 'JOSE GARCIA LOPEZ'], ['Işıl', 'ISIL'], ['İnci', 'inci'], ['Weiß', 'WEISS'], ['Σοφίας', 'ΣΟΦΊΑΣ'], ['أحمد', 'احمد'], ['مُحَمَّد', 'محمد'], ["O'Brien", 'O’Brien'], ['Ｊａｎ', 'Jan'], ['Jan\u200b Smit', 'jan smit'],
  ])('%s is %s', (one, other) => expect(foldName(one)).toBe(foldName(other)));

  test.each([['Jan', 'Jana'], ['Ayşe Kaya', 'Ali Kaya'], ['कमल', 'कमला'], ['ሰላም', 'ሳላም'], ['Іван', 'Ива']])('%s is not %s', (one, other) => expect(foldName(one)).not.toBe(foldName(other)));
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress, readMailAddress } from '../../src/domain/mail-address.ts';

/** Pairs that the providers' own pages call one mailbox or two; signs beyond ASCII are written by number. */
const PAIRS = readFileSync(new URL('mail-pairs.tsv', import.meta.url), 'utf8').trim().split('\n').map((row) => {
  const [label, one, other, rule] = row.replace(/\\u([\da-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).split('\t') as [string, string, string, string];
  return { label, one, other, rule, merged: canonicalAddress(one) === canonicalAddress(other) };
});
const same = PAIRS.filter(({ label }) => label === 'same');
const different = PAIRS.filter(({ label }) => label === 'different');

describe('a labelled list of addresses', () => {
  test('it is long enough, and every address on it is one', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(300);
    expect(same.length).toBeGreaterThan(140);
    expect(different.length).toBeGreaterThan(140);
    expect(PAIRS.flatMap(({ one, other }) => [one, other]).filter((address) => !readMailAddress(address))).toEqual([]);
  });

  test('no two people are taken for one', () => {
    const wrong = different.filter(({ merged }) => merged);
    console.log(`${different.length} pairs of two mailboxes: ${wrong.length} merged`);
    expect(wrong).toEqual([]);
  });

  test('at least 99 in 100 second addresses are found', () => {
    const missed = same.filter(({ merged }) => !merged);
    console.log(`${same.length} pairs of one mailbox: ${same.length - missed.length} found`);
    expect({ missed, share: (same.length - missed.length) / same.length >= 0.99 }).toMatchObject({ share: true });
  });
});

test.each(['jan', 'jan@', '@kpnmail.nl', 'jan@kpnmail', 'jan@@kpnmail.nl', 'jan de vries@kpnmail.nl', 'jan@kpn mail.nl', 'jan..devries@kpnmail.nl', '.jan@kpnmail.nl', 'jan.@kpnmail.nl', 'jan@127.0.0.1', 'jan@[127.0.0.1]', 'jan@kpnmail.nl/x', 'jan@kpnmail.nl:80', 'jan@-kpn.nl', 'jan@kpn..nl', '"jan"@kpnmail.nl', 'jan<x>@kpnmail.nl', 'jan@kpnmail.nl, piet@kpnmail.nl', `${'a'.repeat(65)}@kpnmail.nl`, `jan@${'a.'.repeat(126)}nl`, 'jan@1.2', '=jan()@kpnmail.nl'])('“%s” is no address', (typed) => {
  expect(readMailAddress(typed)).toBeUndefined();
});

test.each(['j@kpnmail.nl', 'jan+x@kpnmail.nl', "o'brien@example.ie", 'оксана@приклад.укр', 'ليلى@مثال.example', 'ünal@köprü.example', 'jan_de-vries@sub.domain.example.org', 'a@b.museum', `${'a'.repeat(64)}@kpnmail.nl`])('“%s” is one', (typed) => {
  expect(readMailAddress(typed)).toBeDefined();
});

test('the canonical form of a canonical form is itself, whatever was typed', () => {
  const part = fc.stringMatching(/^[a-z0-9._+-]{1,20}$/);
  const domain = fc.constantFrom('gmail.com', 'googlemail.com', 'hotmail.nl', 'me.com', 'pm.me', 'yahoo.com', 'ya.ru', 'x.fastmail.com', 'kpnmail.nl', 'münchen.example');
  fc.assert(fc.property(part, domain, (local, host) => {
    const once = canonicalAddress(`${local}@${host}`);
    return once === undefined || canonicalAddress(once) === once;
  }));
});

test('nothing that can be typed upsets it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (local, domain) => void canonicalAddress(`${local}@${domain}.nl`)));
});

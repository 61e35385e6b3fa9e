import { expect, test } from 'vitest';
import { contactLine, pressText } from '../../src/domain/press-text.ts';
import { organisation, press } from '../specimens.ts';

const words = { release: 'Persbericht', dateline: 'Havenstad, 1 november 2026', contacts: 'Perscontact', boilerplateTitle: 'Over Havenlicht', boilerplate: 'Havenlicht is klein.', notes: 'Noot voor de redactie', end: 'Einde bericht', corrections: [], correctionsTitle: 'Correcties', plain: (html: string) => html.replace(/<[^>]*>/g, '') };

test('a release as text has everything that a journalist copies, in the order of a release', () => {
  const release = press({ quotes: [{ text: 'Te laat is te laat.', by: 'Noor', role: 'directeur', consent: 'public-role' }], notes: ['<p>Eerste noot.</p>', '<p>Tweede noot.</p>'] });
  expect(pressText(release, organisation, 'https://havenlicht.example/nl/press/free-internet/', words)).toBe(`PERSBERICHT

Gratis internet op vier plekken

Wij vragen een open netwerk.

Havenstad, 1 november 2026

Het bericht.

“Te laat is te laat.”
– Noor, directeur

– Einde bericht –

Perscontact
Marit de Haan, woordvoerder, +31 85 000 00 12, pers@havenlicht.example

Over Havenlicht
Havenlicht is klein.

Noot voor de redactie
1. Eerste noot.
2. Tweede noot.

https://havenlicht.example/nl/press/free-internet/
`);
});

test('a release without quotes, notes or boilerplate has no empty places', () => {
  const text = pressText(press(), organisation, 'https://x.example/', { ...words, boilerplate: undefined });
  expect(text).not.toMatch(/\n\n\n|undefined|false|Over Havenlicht|Noot/);
});

test('Turkish capitals keep their dots', () => {
  expect(pressText(press({ lang: 'tr' }), organisation, 'https://x.example/', { ...words, release: 'Basın bildirisi' })).toMatch(/^BASIN BİLDİRİSİ\n/);
});

test('a contact that the settings no longer know is left out', () => {
  expect(pressText(press({ contacts: ['gone', 'press'] }), organisation, 'https://x.example/', words)).toContain('Perscontact\nMarit de Haan');
});

test('a contact’s line leaves out what is not known in that language', () => {
  expect(contactLine(organisation.contacts['press']!, 'tr')).toBe('Marit de Haan, +31 85 000 00 12, pers@havenlicht.example');
});

test('a machine translation and every correction stand in the text that journalists take along', () => {
  const text = pressText(press(), organisation, 'https://x.example/', { ...words, origin: 'Door een machine vertaald.', corrections: ['2 november 2026: Het was maandag.'] });
  expect(text).toMatch(/^PERSBERICHT\n\nDoor een machine vertaald\.\n\n/);
  expect(text).toContain('Correcties\n2 november 2026: Het was maandag.\n\n– Einde bericht –');
});

test('in Arabic, numbers and addresses keep their own order', () => {
  const text = pressText(press({ lang: 'ar' }), organisation, 'https://x.example/ar/', words);
  expect(text).toContain('\u2066+31\u00a085\u00a0000\u00a000\u00a012\u2069، \u2066pers@havenlicht.example\u2069');
  expect(text).toContain('\u2066https://x.example/ar/\u2069');
});

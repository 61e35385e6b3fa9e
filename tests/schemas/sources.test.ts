import { describe, expect, test } from 'vitest';
import settings from '../../content/site.ts';
import { readSite } from '../../src/site.ts';

const CHANNEL = `UC${'a'.repeat(22)}`;
const SHEET = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789';
const gifts = { name: 'donations', holds: 'gifts', spreadsheet: SHEET, range: 'Gifts!A1:F', columns: { day: 'Date', amount: 'Amount' }, currency: 'EUR' };

const complaint = (sources: unknown) => {
  try {
    readSite({ ...settings, sources });
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).map((line) => line.trim()).join('\n');
  }
  return '';
};

describe('where figures come from', () => {
  test('needs nothing: the sample organisation names no source', () => {
    expect(readSite(settings).sources).toBeUndefined();
    expect(readSite({ ...settings, sources: {} }).sources).toEqual({ sheets: [], forms: [], feeds: [] });
  });

  test('is read with everything in it', () => {
    const sources = {
      searchConsole: { site: 'https://havenlicht.example/' }, analytics: { property: '301234567' }, youtube: { channel: CHANNEL, analytics: true },
      sheets: [gifts, { name: 'hours', holds: 'volunteer-hours', spreadsheet: SHEET, range: 'Hours!A2:C', columns: { day: 'Dag', number: 'Uren' }, dayFormat: 'd/m/y' }],
      forms: [{ name: 'volunteers', form: SHEET, questions: { language: 'A1B2' } }], feeds: [{ name: 'trouw', url: 'https://www.trouw.example/rss' }],
    };
    expect(readSite({ ...settings, sources }).sources).toMatchObject({ ...sources, forms: [{ questions: { language: '0000a1b2' } }] });
  });

  test.each<[string, unknown, RegExp]>([
    ['a property without its slash', { searchConsole: { site: 'https://havenlicht.example' } }, /sources\.searchConsole\.site: “https:\/\/havenlicht\.example” is not the name of a property in Search Console\. Write it exactly/],
    ['the number of a stream', { analytics: { property: 'G-12AB34' } }, /analytics\.property: .*neither the G-… of a stream/],
    ['the name of a channel', { youtube: { channel: '@havenlicht' } }, /youtube\.channel: .*which begin with UC/],
    ['a sheet of gifts without amounts', { sheets: [{ ...gifts, columns: { day: 'Date' } }] }, /sheets\.0\.columns\.amount: A sheet of gifts needs the column “amount”\. Add amount:/],
    ['gifts in no currency', { sheets: [{ ...gifts, currency: undefined }] }, /sheets\.0\.currency: Nobody could tell in which currency/],
    ['a column that nothing needs', { sheets: [{ ...gifts, holds: 'volunteers', columns: { day: 'Date', number: 'People', amount: 'Amount' } }] }, /columns\.amount: A sheet of volunteers has no use for the column “amount”/],
    ['a column that would be personal', { sheets: [{ ...gifts, columns: { ...gifts.columns, email: 'E-mail' } }] }, /“email” is not a field/],
    ['a whole address instead of an id', { sheets: [{ ...gifts, spreadsheet: 'https://docs.google.com/spreadsheets/d/1AbC/edit' }] }, /is not the id of a spreadsheet\. Write only the long row/],
    ['two sheets of one name', { sheets: [gifts, gifts] }, /sheets\.1\.name: “donations” names two sheets/],
    ['a name with a blank', { feeds: [{ name: 'De Trouw', url: 'https://trouw.example/' }] }, /feeds\.0\.name: “De Trouw” cannot name a source\. Use small letters/],
    ['a feed that is a file', { feeds: [{ name: 'trouw', url: 'file:///etc/passwd' }] }, /feeds\.0\.url: .*is not a web address/],
  ])('%s is told with what to write', (_, sources, words) => expect(complaint(sources)).toMatch(words));
});

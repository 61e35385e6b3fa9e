import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figures } from '../../integrations/commands/figures.ts';
import { importFigures } from '../../integrations/commands/figures/import-figures.ts';
import { amountReader } from '../../integrations/gifts/amount.ts';
import { useOwnHistory } from './own-history.ts';

const desk = useOwnHistory();

const STRIPE = `balance_transaction_id,created_utc,available_on,currency,gross,fee,net,reporting_category,source_id,charge_id,invoice_id,customer_email,description,payment_metadata[utm_campaign]
txn_1,2026-10-31 23:30:00,2026-11-04,eur,10.00,0.40,9.60,charge,ch_1,ch_1,,amina@kpnmail.example,Gift of Amina,free-internet
txn_2,2026-11-02 10:00:00,2026-11-04,eur,25.50,0.60,24.90,charge,ch_2,ch_2,in_2,jan@ziggo.example,Monthly gift,For my mother Jan
txn_3,2026-11-03 10:00:00,2026-11-04,eur,-5.00,0,-5.00,refund,re_1,ch_1,,amina@kpnmail.example,Refund,
txn_4,2026-11-04 10:00:00,2026-11-04,eur,-100.00,0,-100.00,payout,po_1,,,,STRIPE PAYOUT,
`;

test('an officer takes over a balance report of Stripe: gross, by the organisation’s day, refunds off the gift’s own day', async () => {
  expect(await desk.take('stripe.csv', STRIPE, '--source', 'stripe')).toBe(0);
  expect(await desk.gifts()).toEqual(['2026-11-01 1000 -500 EUR once free-internet', '2026-11-02 2550 EUR monthly']);
  expect(desk.said).toEqual([
    'Read as stripe.', '“created_utc” is day.', '“gross” is amount.', '“currency” is currency.', '“balance_transaction_id” is id.', '“charge_id” is gift.', '“reporting_category” is type.', '“invoice_id” is kind.', '“payment_metadata[utm_campaign]” is campaign.',
    'Left out: “available_on”, “fee”, “net”, “source_id”, “customer_email”, “description”.', 'Left out, row 5: no gift, but a fee, a payout or the like.', 'stripe: 4 rows read; gifts: 2 new, 0 changed, 0 known from before.',
    'The figures of stripe are now complete through 2026-11-02. Where the file has all of later days as well, on which no gift came, say so: --through and the last of them.',
  ]);
  expect(await desk.figures('gift-sum', 'money:EUR:once')).toEqual(['2026-11-01 stripe 500']);
});

test('nothing of who gave is kept or said, not even as a campaign', async () => {
  await desk.take('stripe.csv', STRIPE);
  const folder = join(desk.folder, 'store');
  const kept = (await Promise.all((await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join('');
  expect(kept).toContain('free-internet');
  expect(kept + desk.said.join()).not.toMatch(/amina@|ziggo|mother|ch_1|txn_1/i);
});

describe('importing again', () => {
  test('the same file changes nothing', async () => {
    await desk.take('stripe.csv', STRIPE);
    expect(await desk.take('stripe (1).csv', STRIPE)).toBe(0);
    expect(desk.said.at(-2)).toBe('bank: 4 rows read; gifts: 0 new, 0 changed, 2 known from before.');
    expect(await desk.gifts()).toHaveLength(2);
  });

  test('a refund is taken off once, however many files have it, and two refunds of one gift are two', async () => {
    const [head, first, , refund] = STRIPE.split('\n');
    const later = refund!.replace('txn_3', 'txn_9').replace('re_1', 're_9').replaceAll('-5.00', '-2.00');
    expect(await desk.take('october.csv', `${head}\n${first}\n`)).toBe(0);
    expect(await desk.take('november.csv', `${head}\n${refund}\n`)).toBe(0);
    expect(desk.said.at(-2)).toBe('bank: 1 row read; gifts: 0 new, 1 changed, 0 known from before.');
    await desk.take('november.csv', `${head}\n${refund}\n`);
    expect(await desk.gifts()).toEqual(['2026-11-01 1000 -500 EUR once free-internet']);
    await desk.take('december.csv', `${head}\n${later}\n`);
    await desk.take('all.csv', [head, first, refund, later].join('\n'));
    await desk.take('october.csv', `${head}\n${first}\n`);
    expect(await desk.gifts()).toEqual(['2026-11-01 1000 -700 EUR once free-internet']);
  });

  test('a refund that was forgotten with an older store is still not taken off twice', async () => {
    const [head, first, , refund] = STRIPE.split('\n');
    await desk.take('stripe.csv', [head, first, refund].join('\n'));
    await desk.work(({ marks }) => marks.setBookmark('refunds bank', '{}'));
    await desk.take('november.csv', `${head}\n${refund}\n`);
    expect(await desk.gifts()).toEqual(['2026-11-01 1000 -500 EUR once free-internet']);
  });

  test('a refund that came back is no refund any more', async () => {
    const [head, first, , refund] = STRIPE.split('\n');
    await desk.take('stripe.csv', [head, first, refund].join('\n'));
    await desk.take('back.csv', `${head}\n${refund!.replace('txn_3', 'txn_8').replace('re_1', 're_1b').replace(',refund,', ',refund_failure,').replaceAll('-5.00', '5.00')}\n`);
    expect(await desk.gifts()).toEqual(['2026-11-01 1000 EUR once free-internet']);
  });

  test('a refund whose gift nobody knows is told, and found when the gift has come', async () => {
    const [head, first, , refund] = STRIPE.split('\n');
    expect(await desk.take('november.csv', `${head}\n${refund}\n`)).toBe(1);
    expect(desk.said).toContain('Left out, row 2: a refund whose gift is not known here; import the file with the gift first, then this one again.');
    await desk.take('october.csv', `${head}\n${first}\n`);
    expect(await desk.take('november.csv', `${head}\n${refund}\n`)).toBe(0);
    expect(await desk.gifts()).toEqual(['2026-11-01 1000 -500 EUR once free-internet']);
  });

  test('without numbers, two equal gifts are two gifts, and again the same two', async () => {
    const list = 'Datum;Bedrag\n03-11-2026;10,00\n03-11-2026;10,00\n14-11-2026;10,00\n';
    const options = ['--currency', 'eur'] as const;
    await desk.take('list.csv', list, ...options);
    await desk.take('longer.csv', `${list}15-11-2026;7,50\n`, ...options);
    expect(desk.said.at(-2)).toBe('bank: 4 rows read; gifts: 1 new, 0 changed, 3 known from before.');
    expect(await desk.gifts()).toEqual(['2026-11-03 1000 EUR once', '2026-11-03 1000 EUR once', '2026-11-14 1000 EUR once', '2026-11-15 750 EUR once']);
  });

  test('the same gift twice in a file is one gift', async () => {
    await desk.take('list.csv', 'id,date,amount,currency\n1,2026-11-03,10.00,EUR\n1,2026-11-03,10.00,EUR\n');
    expect(desk.said.at(-2)).toBe('bank: 2 rows read; gifts: 1 new, 0 changed, 1 known from before.');
  });
});

test('days within the file on which nobody gave are known to have been empty, those outside are not', async () => {
  await desk.take('list.csv', 'date,amount,currency\n2026-11-03,10.00,EUR\n2026-11-05,10.00,EUR\n');
  expect(await desk.figures('gifts')).toEqual(['2026-11-03 bank 1', '2026-11-04 bank 0', '2026-11-05 bank 1']);
  expect(await desk.work(({ history }) => history.standings())).toMatchObject([{ source: 'bank', since: '2026-11-03', completeThrough: '2026-11-05', ok: true }]);
});

test('a dry run writes nothing, and remembers nothing', async () => {
  expect(await desk.take('stripe.csv', STRIPE, '--dry-run')).toBe(0);
  expect(desk.said.at(-1)).toBe('4 rows read; gifts: 2 found. Nothing was written.');
  await desk.work(async ({ history, marks }) => expect([await history.isEmpty(), await marks.bookmark('refunds bank')]).toEqual([true, undefined]));
});

test('payments of Mollie are read with what was refunded of them; what was never paid is left out', async () => {
  const list = '"Date","Payment method","Currency","Amount","Status","ID","Description","Consumer name","Consumer bank account","Settlement reference","Amount refunded"\n' +
    '"2026-11-03 09:15:00","ideal","EUR","10,00","paidout","tr_1","Gift","A. Osman","NL11INGB0000000000","1.2","2,50"\n"2026-11-04 09:15:00","directdebit","EUR","1.250,00","paid","tr_2","Gift","J. de Vries","NL12","1.2",""\n"2026-11-05 09:15:00","ideal","EUR","10,00","expired","tr_3","","","","",""\n';
  expect(await desk.take('mollie.csv', list.replace('paidout', 'paid out'))).toBe(0);
  expect(desk.said[0]).toBe('Read as mollie.');
  expect(await desk.gifts()).toEqual(['2026-11-03 1000 -250 EUR once', '2026-11-04 125000 EUR monthly']);
  expect(desk.said).toContain('Left out, row 4: not paid.');
});

test('a balance report of Mollie is read by its types, a chargeback taken off its gift', async () => {
  const list = 'Date,Type,Currency,Amount,ID,Payment ID\n2026-11-03,payment,EUR,10.00,baltr_1,tr_1\n2026-11-05,chargeback,EUR,-10.00,baltr_2,tr_1\n2026-11-06,outgoing-transfer,EUR,-50.00,baltr_3,\n';
  expect(await desk.take('balance.csv', list, '--profile', 'mollie')).toBe(0);
  expect(await desk.gifts()).toEqual(['2026-11-03 1000 -1000 EUR once']);
});

test('a report of iyzico is read in lira, its refund by the payment’s own number', async () => {
  const list = 'transactionDate;transactionStatus;paymentTxId;paymentIP;price;paidPriceTRY;settlementPriceTRY;buyerName;buyerEmail\n2026-11-03 23:30:00;PAYMENT;991;10.0.0.1;500.00000000;500.00000000;480.00;Ay\u015fe;a@b.example\n2026-11-09 10:00:00;REFUND;991;10.0.0.1;100.0;100.0;;Ay\u015fe;a@b.example\n';
  for (const _ of [1, 2]) expect(await desk.take('transaction-1-20261103.csv', list)).toBe(0);
  expect(await desk.gifts()).toEqual(['2026-11-03 50000 -10000 TRY once']);
});

describe('a list of one’s own', () => {
  test.each([
    ['with semicolons, a byte order mark, decimal commas and Dutch days', '\uFEFFDatum;Bedrag;Valuta;Frequentie;Campagne\r\n23-11-2026;€ 1.250,50;EUR;maandelijks;free-internet\r\n', []],
    ['in the letters of Turkish Windows', Buffer.from('Tarih;Tutar;Para birimi;S\xfdkl\xfdk\n23.11.2026;1.250,50 \x80;EUR;Ayl\xfdk\n', 'latin1'), ['--map', 'Para birimi=currency']],
    ['with points and other headings', 'When,How much,Again\n2026-11-23,"1,250.50",yes\n', ['--map', 'When=day', '--map', 'How much=amount', '--map', 'Again=kind', '--currency', 'EUR']],
    ['of which all are monthly', 'date,amount\n2026-11-23,1250.50\n', ['--currency', 'EUR', '--kind', 'monthly']],
    ['with a word of its own for monthly', 'date,amount,kind\n2026-11-23,1250.50,Vaste machtiging\n', ['--currency', 'EUR', '--monthly', 'vaste machtiging']],
  ])('%s is read', async (_, content, options) => {
    expect(await desk.take('list.csv', content, ...options)).toBe(0);
    expect((await desk.gifts()).map((gift) => gift.replace(' free-internet', ''))).toEqual(['2026-11-23 125050 EUR monthly']);
  });

  test.each([
    ['an ambiguous day', 'date,amount\n09/08/2026,10.50\n', ['--currency', 'EUR'], '“09/08/2026” can be a day in two months. Say which: --time-format d/m/y or --time-format m/d/y.'],
    ['an ambiguous amount', 'date,amount\n2026-11-03,1.250\n', ['--currency', 'EUR'], 'Amounts such as 1.250 or 1,250 can be over a thousand or just above one. Say which sign stands before the hundredths: --decimal comma or --decimal point.'],
    ['amounts written in two ways', 'date,amount\n2026-11-03,"1,50"\n2026-11-03,1.50\n', ['--currency', 'EUR'], 'The amounts of the list are not all written in one way: some have a comma before the hundredths, some a point. Set the column to one format in your spreadsheet, and export it again.'],
    ['an unknown currency', 'date,amount\n2026-11-03,1.50\n', [], 'No column tells the currency. Say which it is: --currency EUR.'],
    ['times of an unknown clock', 'date,amount\n2026-11-03 23:30,1.50\n', ['--currency', 'EUR'], 'The times of the list say nothing about their zone. Say whose clock it was: --time-zone Europe/Amsterdam (Microsoft Forms writes the clock of who downloaded the list).'],
    ['no day', 'when,amount\n2026-11-03,1.50\n', ['--currency', 'EUR'], 'No column is the day of a gift. Say which it is: --map "when=day".'],
    ['two columns for one thing', 'Datum,Date,Date,amount\n1,2026-11-03,2026-11-03,1.50\n', ['--currency', 'EUR'], 'Two columns are called “Date”, and both could be day. Give one of them another name.'],
    ['a column that is not there', 'date,amount\n', ['--map', 'Bedrag=amount'], '--map has “Bedrag=amount”, but there is no such column. There are: “date”, “amount”.'],
    ['a field that is not there', 'date,amount\n', ['--map', 'date=name'], '--map has “date=name”, but there is no field “name”. There are: day, amount, currency, id, gift, type, status, kind, campaign, refunded; nothing after = leaves the column out.'],
    ['a source that fills itself', 'date,amount\n', ['--source', 'feeds/trouw'], '--source is “feeds/trouw”, which fills itself. Choose another name, like bank.'],
    ['a source with letters that no name has', 'date,amount\n', ['--source', 'My Bank'], '--source is “My Bank”. Use small letters a to z, digits and single hyphens, like mollie or rabobank.'],
    ['a profile that is none', 'date,amount\n', ['--profile', 'paypal'], '--profile is “paypal”; there are: stripe, stripe-payments, mollie, iyzico, generic, camt053.'],
  ])('%s is refused with what to write', async (_, content, options, sentence) => {
    expect(await desk.take('list.csv', content, ...options)).toBe(sentence);
    expect(await desk.gifts()).toEqual([]);
  });

  test('rows that are no gifts are named by their numbers and why, the others are kept', async () => {
    expect(await desk.take('list.csv', 'date,amount,currency\n2026-02-30,1.00,EUR\n2026-11-03,much,EUR\n\n2026-11-03,0.00,EUR\n2026-11-03,1.00,euro and more\n2026-11-03,1.00,EUR\n2026-11-03,-1.00,EUR\n')).toBe(1);
    expect(desk.said.filter((line) => line.startsWith('Left out,'))).toEqual([
      'Left out, row 2: no day that exists.', 'Left out, row 3: no amount.', 'Left out, row 5: an amount of nothing.', 'Left out, row 6: no currency of three letters.', 'Left out, row 8: money that went out.',
    ]);
    expect(await desk.gifts()).toHaveLength(1);
  });

  test('without a source or a file, it says what to write', async () => {
    await expect(importFigures(['x.csv'], desk.open)).rejects.toThrow('Say under which name this is kept: --source bank.');
    await expect(importFigures([], desk.open)).rejects.toThrow('Say which file.');
    await expect(figures(['imprt'])).rejects.toThrow('There is no task “imprt”; did you mean import?');
    expect(await figures(['import', '--help'])).toBe(0);
  });
});

describe('payments of Stripe', () => {
  const PAYMENTS = `id,Created (UTC),Amount,Amount Refunded,Currency,Status,Description
py_1,2026-10-31 23:30,10.00,2.50,eur,Paid,Gift of Amina
py_2,2026-11-02 10:00,25.50,0.00,eur,Failed,Gift of Jan
py_3,2026-11-03 10:00,12.00,12.00,eur,Refunded,Gift of Jan
`;

  test.each([['seen by their columns', []], ['called stripe', ['--profile', 'stripe']]])('%s are gifts where they were paid, and what failed is none', async (_, options) => {
    for (const heading of ['Created (UTC)', 'Created date (UTC)']) expect(await desk.take('payments.csv', PAYMENTS.replace('Created (UTC)', heading), ...options)).toBe(0);
    expect(await desk.gifts()).toEqual(['2026-11-01 1000 -250 EUR once', '2026-11-03 1200 -1200 EUR once']);
    expect(desk.said).toContain('Left out, row 3: not paid.');
  });
});

describe('a list that tells whether money came', () => {
  test.each([['Status', 'Paid', 'Failed'], ['Durum', 'Ödendi', 'Başarısız'], ['Stand', 'betaald', 'openstaand']])('in a column “%s” counts what is %s, and never what is %s', async (column, paid, unpaid) => {
    expect(await desk.take('list.csv', `date,amount,currency,${column}\n2026-11-03,1.00,EUR,${paid}\n2026-11-03,2.00,EUR,${unpaid}\n`)).toBe(0);
    expect(await desk.gifts()).toEqual(['2026-11-03 100 EUR once']);
    expect(desk.said).toContain('Left out, row 3: not paid.');
  });

  test('in words that nobody knows counts nothing until it is told which they are', async () => {
    const list = 'date,amount,currency,Durum\n2026-11-03,1.00,EUR,Gelukt\n2026-11-03,2.00,EUR,\n';
    expect(await desk.take('list.csv', list)).toBe(1);
    expect(desk.said).toContain('Left out, rows 2, 3: “Durum” does not say in words known here that it was paid; say which word means so with --paid "the word", or with --map "Durum=" that the column is not about it.');
    expect(await desk.gifts()).toEqual([]);
    expect(await desk.take('list.csv', list, '--paid', 'gelukt')).toBe(1);
    expect(await desk.gifts()).toEqual(['2026-11-03 100 EUR once']);
    expect(await desk.take('list.csv', list, '--map', 'Durum=')).toBe(0);
    expect(await desk.gifts()).toHaveLength(2);
  });

  test('counts nothing of what went back whole, also where no column tells how much', async () => {
    await desk.take('list.csv', 'date,amount,currency,status\n2026-11-03,1.00,EUR,refunded\n');
    expect(await desk.gifts()).toEqual(['2026-11-03 100 -100 EUR once']);
  });
});

test('gifts that cannot be are left out, each with its row, its column and what to do', async () => {
  expect(await desk.take('list.csv', 'Datum,Bedrag,Valuta\n2026-11-24,1.00,EUR\n1989-12-31,1.00,EUR\n2026-11-03,10000000.00,EUR\n2026-11-03,1.00,EUX\n2026-11-23,9999999.99,EUR\n1990-01-01,1.00,TRY\n')).toBe(1);
  expect(desk.said.filter((line) => line.startsWith('Left out,'))).toEqual([
    'Left out, row 2: “Datum” is a day that has not come yet; correct it in the file, or say with --time-format how its days are written.', 'Left out, row 3: “Datum” is a day before 1990; correct it in the file, or say with --time-format how its days are written.',
    'Left out, row 4: “Bedrag” is ten million or more; correct it in the file, or say with --decimal which sign stands before the hundredths.', 'Left out, row 5: “Valuta” is no currency that exists; write its code there, like EUR or TRY.',
  ]);
  expect(await desk.gifts()).toEqual(['1990-01-01 100 TRY once', '2026-11-23 999999999 EUR once']);
  expect(await desk.take('list.csv', 'date,amount\n2026-11-03,1.00\n', '--currency', 'eux')).toBe('--currency is “eux”, which is no currency that exists. Write its three letters, like EUR or TRY.');
});

test('what a bank’s list says went out is no fault, and a kind that nobody knows is told', async () => {
  expect(await desk.take('bank.csv', 'Datum;Bedrag;Valuta;Soort\n03-11-2026;10,00;EUR;Incasso\n04-11-2026;7,50;EUR;SEPA incasso\n05-11-2026;5,00;EUR;Buitengewoon\n13-11-2026;-80,00;EUR;Overboeking\n14-11-2026;2,00;EUR;Eenmalig\n')).toBe(0);
  expect(desk.said).toContain('Left out, row 5: money that went out.');
  expect(desk.said).toContain('Row 4: what stands in “Soort” is not known, so taken as given once. If that gift comes again by itself, say so: --monthly "the word".');
  expect(await desk.gifts()).toEqual(['2026-11-03 1000 EUR monthly', '2026-11-04 750 EUR monthly', '2026-11-05 500 EUR once', '2026-11-14 200 EUR once']);
});

describe('how far a list is complete', () => {
  const LIST = 'date,amount,currency\n2026-10-03,10.00,EUR\n2026-10-05,10.00,EUR\n';

  test('is its last gift, or the day that is told', async () => {
    await desk.take('list.csv', LIST);
    expect(desk.said.at(-1)).toBe('The figures of bank are now complete through 2026-10-05. Where the file has all of later days as well, on which no gift came, say so: --through and the last of them.');
    expect(await desk.take('list.csv', LIST, '--through', '2026-10-07')).toBe(0);
    expect(await desk.figures('gifts')).toEqual(['2026-10-03 bank 1', '2026-10-04 bank 0', '2026-10-05 bank 1', '2026-10-06 bank 0', '2026-10-07 bank 0']);
    expect(desk.said.at(-1)).toMatch(/complete through 2026-10-07\. /);
  });

  test('can be told of a list without any gift, after one that was known', async () => {
    await desk.take('october.csv', LIST);
    await desk.take('later.csv', 'date,amount,currency\n', '--through', '2026-10-06');
    expect((await desk.figures('gifts')).at(-1)).toBe('2026-10-06 bank 0');
  });

  test.each([['2026-11-24', '--through is “2026-11-24”, which has not come yet. Write the last day of which the file has all.'], ['2026-02-30', '--through is “2026-02-30”, which is no day that exists. Write it like 2026-10-31.']])('is never %s', async (day, sentence) => {
    expect(await desk.take('list.csv', LIST, '--through', day)).toBe(sentence);
    expect(await desk.gifts()).toEqual([]);
  });
});

test('while one import is under way, another of the same source waits for its turn', async () => {
  await desk.work(({ history }) => history.alone('gifts bank', async () => {
    expect(await desk.take('list.csv', 'date,amount,currency\n2026-11-03,1.00,EUR\n')).toBe('Another import of “bank” is under way. Wait until it has ended, and try again.');
  }));
});

test('an amount is read as it was written, with whatever signs', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1e11 }), fc.boolean(), fc.boolean(), fc.constantFrom('comma' as const, 'point' as const), (hundredths, negative, grouped, decimal) => {
    const [point, group] = decimal === 'comma' ? [',', '.'] : ['.', ','];
    const whole = String(Math.floor(hundredths / 100));
    const written = `${negative ? '-' : ''}${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole}${point}${String(hundredths % 100).padStart(2, '0')}`;
    expect(amountReader([written], undefined)(`€ ${written}`)).toBe(negative ? 0 - hundredths : hundredths);
  }));
});

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCamtFile } from '../../integrations/gifts/camt-file.ts';
import { useOwnHistory } from './own-history.ts';

const desk = useOwnHistory();

interface Wish { amount?: string; day?: string; ref?: string; debit?: boolean; more?: string; details?: string; status?: string }
const entry = ({ amount = '10.00', day = '2026-11-03', ref = 'B1', debit = false, more = '', details = '', status = '<Sts>BOOK</Sts>' }: Wish = {}) =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${debit ? 'DBIT' : 'CRDT'}</CdtDbtInd>${status}<BookgDt><Dt>${day}</Dt></BookgDt>${ref && `<AcctSvcrRef>${ref}</AcctSvcrRef>`}${more}<NtryDtls>${details}</NtryDtls></Ntry>`;
const details = (refs: string, more = '') => `<TxDtls><Refs>${refs}</Refs>${more}<RltdPties><Dbtr><Nm>Amina Osman</Nm></Dbtr><DbtrAcct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>For my brother Yusuf &amp; his family, élan</Ustrd></RmtInf></TxDtls>`;
const statement = (entries: string, before = '<?xml version="1.0" encoding="UTF-8"?>') => `${before}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Bal><Amt Ccy="EUR">999.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>${entries}</Stmt></BkToCstmrStmt></Document>`;

test('what came in are gifts by the day they were booked; what went out, is not booked or came back is none', async () => {
  expect(await desk.take('s.xml', statement(
    entry({ details: details('<EndToEndId>NOTPROVIDED</EndToEndId>') }) + entry({ ref: 'B2', amount: '25.5', more: '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>STDO</SubFmlyCd></Fmly></Domn></BkTxCd>' }) + entry({ ref: 'B3', debit: true })
    + entry({ ref: 'B4', status: '<Sts><Cd>PDNG</Cd></Sts>' }) + entry({ ref: 'B5', more: '<RvslInd>true</RvslInd>' }),
  ))).toBe(0);
  expect(await desk.gifts()).toEqual(['2026-11-03 1000 EUR once', '2026-11-03 2550 EUR monthly']);
  expect(desk.said).toEqual(['Left out, entry 3: money that went out.', 'Left out, entry 4: not booked yet.', 'Left out, entry 5: money of ours that came back.', 'bank: 5 entries read; gifts: 2 new, 0 changed, 0 known from before.', expect.stringMatching(/complete through 2026-11-03\./)]);
});

test('a batch of direct debits is as many monthly gifts as it has parts, and again the same ones', async () => {
  const batch = (refs: (n: number) => string) => statement(entry({ ref: 'BATCH', amount: '22.50', more: '<BkTxCd><Domn><Fmly><Cd>IDDT</Cd></Fmly></Domn></BkTxCd>', details: [1, 2].map((n) => details(refs(n), `<Amt Ccy="EUR">${n === 1 ? '10.00' : '12.50'}</Amt>`)).join('') }));
  for (const _ of [1, 2]) await desk.take('s.xml', batch((n) => `<AcctSvcrRef>BATCH</AcctSvcrRef><EndToEndId>MANDATE-${n}</EndToEndId>`));
  expect(desk.said.at(-2)).toBe('bank: 1 entry read; gifts: 0 new, 0 changed, 2 known from before.');
  expect(await desk.gifts()).toEqual(['2026-11-03 1000 EUR monthly', '2026-11-03 1250 EUR monthly']);
  // The same mandates pay again.
  await desk.take('t.xml', batch((n) => `<EndToEndId>MANDATE-${n}</EndToEndId>`).replaceAll('BATCH', 'BATCH-2').replace('2026-11-03', '2026-11-20'));
  expect(await desk.gifts()).toHaveLength(4);
});

test('a batch without its parts is not taken for one large gift', async () => {
  expect(await desk.take('s.xml', statement(entry({ amount: '5000.00', details: '<Btch><NbOfTxs>400</NbOfTxs></Btch>' })))).toBe(1);
  expect(desk.said[0]).toBe('Left out, entry 1: several gifts in one sum; ask the bank for statements that show each of them.');
});

test('a direct debit that was taken back is taken off its own day, by the bank’s or the payer’s number', async () => {
  const back = (more: string) => entry({ ref: 'R', day: '2026-11-20', debit: true, details: details(more, '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>') });
  await desk.take('s.xml', statement(entry({ details: details('<EndToEndId>E1</EndToEndId>') }) + entry({ ref: 'B2', details: details('<EndToEndId>E2</EndToEndId>') }) + back('<EndToEndId>E1</EndToEndId>')));
  await desk.take('t.xml', statement(entry({ ref: 'B2', day: '2026-11-21', amount: '4.00', debit: true, more: '<RvslInd>true</RvslInd>', details: details('<AcctSvcrRef>B2</AcctSvcrRef>') })));
  expect(await desk.gifts()).toEqual(['2026-11-03 1000 -1000 EUR once', '2026-11-03 1000 -400 EUR once']);
  expect(await desk.figures('gift-sum', 'money:EUR:once')).toEqual(['2026-11-03 bank 600']);
});

test('payouts of a payment service, whose gifts come by its own report, are left out by its account', async () => {
  expect(await desk.take('s.xml', statement(entry({ amount: '900.00', details: details('<EndToEndId>T1</EndToEndId>') })), '--leave-out-iban', 'nl91 abna 0417 1643 00')).toBe(0);
  expect(desk.said[0]).toBe('Left out, entry 1: from an account that is not to be counted.');
  expect(await desk.gifts()).toEqual([]);
});

test('names, accounts and what people wrote to their gift are nowhere', async () => {
  await desk.take('s.xml', statement(entry({ details: details('<EndToEndId>E1</EndToEndId>') })));
  const folder = join(desk.folder, 'store');
  const kept = (await Promise.all((await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join('');
  expect(await desk.gifts()).toHaveLength(1);
  expect(kept + desk.said.join()).not.toMatch(/Amina|Yusuf|NL91/);
});

describe('a statement tells how far it goes', () => {
  const through = async () => (await desk.work(({ history }) => history.standings()))[0];
  const closing = (day: string) => `<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Dt><Dt>2026-11-20</Dt></Dt></Bal><Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Dt><Dt>${day}</Dt></Dt></Bal>`;

  test.each([
    ['by its own days', '<FrToDt><FrDtTm>2026-11-01T00:00:00</FrDtTm><ToDtTm>2026-11-15T23:59:59</ToDtTm></FrToDt>', '2026-11-01', '2026-11-15'],
    ['by its own days up to a midnight', '<FrToDt><FrDtTm>2026-11-01T00:00:00</FrDtTm><ToDtTm>2026-11-15T00:00:00</ToDtTm></FrToDt>', '2026-11-01', '2026-11-14'],
    ['by the day of its last balance', closing('2026-11-10'), '2026-11-03', '2026-11-10'],
    ['but never beyond today', closing('2026-11-30'), '2026-11-03', '2026-11-23'],
    ['or not at all, and its last gift counts', '', '2026-11-03', '2026-11-03'],
  ])('%s', async (_, range, since, completeThrough) => {
    expect(await desk.take('s.xml', statement(range + entry()))).toBe(0);
    expect(await through()).toMatchObject({ since, completeThrough });
    expect(desk.said.at(-1)).toMatch(`complete through ${completeThrough}`);
  });

  test('also when nobody gave, so that those days are known to have been empty', async () => {
    await desk.take('s.xml', statement('<FrToDt><FrDt>2026-11-01</FrDt><ToDt>2026-11-02</ToDt></FrToDt>'));
    expect(await desk.figures('gifts')).toEqual(['2026-11-01 bank 0', '2026-11-02 bank 0']);
  });
});

test('an entry that cannot be a gift is left out with what to do', async () => {
  expect(await desk.take('s.xml', statement(entry({ day: '2026-11-24' })))).toBe(1);
  expect(desk.said).toContain('Left out, entry 1: its day is a day that has not come yet; ask the bank for the statement once more.');
});

describe('a file made to hurt', () => {
  test.each([
    ['a DOCTYPE with a bomb of entities', statement(entry(), '<!DOCTYPE x [<!ENTITY a "&#38;b;&#38;b;"><!ENTITY b "ha">]>'), /^“.*s\.xml” has a DOCTYPE, which no bank writes\. Download the statement from your bank once more\.$/],
    ['an entity that nobody declared', statement(entry({ ref: '&a;' })), /^“.*” is damaged \(line 1: undefined entity/],
    ['200,000 elements within each other', statement('<a>'.repeat(200_000)), /has elements within each other far too deep/],
    ['half a statement', statement(entry()).slice(0, 400), /^“.*” is damaged \(line 1: unclosed tag/],
    ['another XML', '<rss><channel/></rss>', /is no bank statement in the format camt\.053\. Download that format/],
    ['an account report that is no statement', '<Document><BkToCstmrAcctRpt/></Document>', /is no bank statement/],
    ['nothing', '', /is damaged|is no bank statement/],
    ['other letters than UTF-8', Buffer.from(statement(entry({ details: details('') })), 'latin1'), /is not written in UTF-8/],
  ])('%s is refused, and nothing is written', async (_, content, sentence) => {
    expect(await desk.take('s.xml', content)).toMatch(sentence);
    expect(await desk.gifts()).toEqual([]);
  });

  test('a statement of a hundred thousand entries with long texts passes through in pieces', async () => {
    const pieces = async function* () {
      const parts = [statement('§').split('§')[0]!, ...Array.from({ length: 1000 }, (_, i) => Array.from({ length: 100 }, (_, j) => entry({ ref: `B${i}-${j}`, details: details('<EndToEndId>é</EndToEndId>', `<AddtlTxInf>${'x'.repeat(500)}</AddtlTxInf>`) })).join('')), statement('§').split('§')[1]!];
      for (const part of parts) {
        const bytes = Buffer.from(part);
        // Letters of two bytes are torn apart.
        const middle = bytes.indexOf(0xc3) + 1;
        yield bytes.subarray(0, middle);
        yield bytes.subarray(middle);
      }
    };
    const before = process.memoryUsage.rss();
    const { movements, read } = await readCamtFile('s.xml', new Set(), '2026-11-23', pieces);
    expect([read, movements.length]).toEqual([100_000, 100_000]);
    expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(400);
  });
});

import { isDay, type Day } from '../../src/domain/instant.ts';
import { impossibleIn } from './impossible-gift.ts';
import { leaveOut, type LeftOut, type Movement } from './movement.ts';

/** A part of an entry with what it holds by the path below it, the first of each; text without blanks at its ends. */
export interface CamtPart {
  fields: Map<string, string>;
  parts: CamtPart[];
}

/** Accounts whose money was counted already when somebody gave it, such as a payment service's. */
export type OtherAccounts = ReadonlySet<string>;

/**
 * Makes movements of a booked entry of a statement (ISO 20022, camt.053): what came in are gifts, each part of a batch by
 * itself; what was taken back are refunds. Everything else is no gift.
 */
export function camtMovements(entry: CamtPart, row: number, others: OtherAccounts, today: Day, left: LeftOut): Movement[] {
  const { fields, parts } = entry;
  const status = fields.get('Sts/Cd') ?? fields.get('Sts') ?? 'BOOK';
  const day = (fields.get('BookgDt/Dt') ?? fields.get('BookgDt/DtTm') ?? fields.get('ValDt/Dt') ?? '').slice(0, 10);
  const came = fields.get('CdtDbtInd') === 'CRDT';
  const reversed = fields.get('RvslInd') === 'true' || parts.some((part) => part.fields.has('RtrInf'));
  const none = (why: string): Movement[] => {
    leaveOut(left, why, row);
    return [];
  };
  if (status !== 'BOOK') return none('not booked yet');
  if (!came && !reversed) return none('money that went out');
  if (came && reversed) return none('money of ours that came back');
  if (!isDay(day)) return none('no day that exists');
  if (parts.length === 0 && Number(fields.get('NtryDtls/Btch/NbOfTxs') ?? 1) > 1) return none('several gifts in one sum; ask the bank for statements that show each of them');
  const [single, numbers] = [parts.length <= 1, numbersOf(parts, fields.get('AcctSvcrRef'))];
  return (parts.length === 0 ? [{ fields: new Map<string, string>(), parts: [] }] : parts).flatMap((part, index) => {
    const own = (name: string) => part.fields.get(name);
    const account = own('RltdPties/DbtrAcct/Id/IBAN') ?? own('RltdPties/CdtrAcct/Id/IBAN') ?? '';
    if (others.has(account.replace(/\s/g, '').toUpperCase())) return none('from an account that is not to be counted');
    const written = single ? [fields.get('Amt'), fields.get('Amt@Ccy')] : [own('Amt') ?? own('AmtDtls/TxAmt/Amt'), own('Amt@Ccy') ?? own('AmtDtls/TxAmt/Amt@Ccy')];
    const amount = hundredths(written[0]);
    if (amount === undefined || !/^[A-Z]{3}$/.test(written[1] ?? '')) return none('no amount');
    const impossible = impossibleIn({ day, amount, currency: written[1]! }, today, { day: 'its day', amount: 'its amount', currency: 'its currency' });
    if (impossible !== undefined) return none(impossible.replace(/;.*/, '; ask the bank for the statement once more'));
    const family = fields.get('BkTxCd/Domn/Fmly/Cd') ?? own('BkTxCd/Domn/Fmly/Cd');
    const within = fields.get('BkTxCd/Domn/Fmly/SubFmlyCd') ?? own('BkTxCd/Domn/Fmly/SubFmlyCd');
    return [{
      row, is: came ? 'gift' : 'refund', id: numbers[index] ?? '', of: NUMBERS.flatMap((name) => own(name) ?? []).filter(isNumber), day, currency: written[1]!, amount, refunded: 0, campaign: '',
      // Direct debits that we collect, and standing orders.
      kind: family === 'IDDT' || within === 'STDO' ? 'monthly' : 'once',
    }];
  });
}

const NUMBERS = ['Refs/AcctSvcrRef', 'Refs/TxId', 'Refs/EndToEndId'] as const;

const isNumber = (text: string | undefined): text is string => text !== undefined && text !== '' && text !== 'NOTPROVIDED';

/** The number of each part: that of the entry for one alone, otherwise the first kind of number that every part has for itself. */
function numbersOf(parts: readonly CamtPart[], entry: string | undefined): string[] {
  if (parts.length <= 1) return [entry, parts[0]?.fields.get('Refs/AcctSvcrRef'), parts[0]?.fields.get('Refs/TxId')].filter(isNumber).slice(0, 1);
  for (const name of NUMBERS) {
    const numbers = parts.map(({ fields }) => fields.get(name)).filter(isNumber);
    // What the payer chose comes again with the next month.
    if (new Set(numbers).size === parts.length) return name === 'Refs/AcctSvcrRef' ? numbers : isNumber(entry) ? numbers.map((number) => `${entry} ${number}`) : [];
  }
  return [];
}

function hundredths(text: string | undefined): number | undefined {
  const match = /^(\d{1,13})(?:\.(\d{1,5}))?$/.exec(text ?? '');
  return match ? Number(match[1]) * 100 + Math.round(Number((match[2] ?? '').padEnd(5, '0')) / 1000) || undefined : undefined;
}

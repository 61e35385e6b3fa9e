import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';
import type { Day } from '../../src/domain/instant.ts';
import { Refusal } from '../refusal.ts';
import { camtMovements, type CamtPart, type OtherAccounts } from './camt-entry.ts';
import type { ReadMoney } from './movement.ts';
import { statementRange } from './statement-range.ts';

/** Elements within each other; a statement has some fifteen. */
const DEEPEST = 40;
/** Letters of one text that are kept; what is longer is nothing that is read here. */
const LONGEST = 200;

/** What is read of an entry; names, addresses and what people wrote are passed over. */
const READ = /^(?:Amt|CdtDbtInd|RvslInd|Sts(?:\/Cd)?|(?:BookgDt|ValDt)\/Dt(?:Tm)?|AcctSvcrRef|BkTxCd\/Domn\/Fmly\/(?:Cd|SubFmlyCd)|NtryDtls\/Btch\/NbOfTxs|AmtDtls\/TxAmt\/Amt|Refs\/(?:AcctSvcrRef|TxId|EndToEndId)|RtrInf(?:\/Rsn\/Cd)?|RltdPties\/(?:DbtrAcct|CdtrAcct)\/Id\/IBAN)$/;

/** Reads a bank's statement piece by piece, so that one of years takes no more memory than one of a day. What a statement has no use for, a DOCTYPE, is refused. */
export async function readCamtFile(file: string, others: OtherAccounts, today: Day, open: (file: string) => AsyncIterable<Uint8Array> = createReadStream): Promise<ReadMoney> {
  const range = statementRange();
  const result: ReadMoney = { read: 0, movements: [], left: new Map() };
  const parser = new SaxesParser();
  const path: string[] = [];
  let statement = false;
  let entry: CamtPart | undefined;
  let part: CamtPart | undefined;
  let text = '';
  const below = (name: string) => path.slice(path.lastIndexOf(name) + 1).join('/');
  parser.on('doctype', () => refuse(file, 'has a DOCTYPE, which no bank writes'));
  parser.on('error', (error) => refuse(file, `is damaged (${error.message.replace(/^(\d+):(\d+): /, 'line $1: ').replace(/\.$/, '')})`));
  parser.on('opentag', ({ name, attributes }) => {
    const plain = name.replace(/^.*:/, '');
    path.push(plain);
    text = '';
    if (path.length > DEEPEST) refuse(file, 'has elements within each other far too deep');
    if (path.length === 2 && path[0] === 'Document') statement = plain === 'BkToCstmrStmt';
    if (!statement) refuseUnless(path.length < 2, file);
    if (plain === 'Ntry' && !entry) entry = { fields: new Map(), parts: [] };
    if (plain === 'TxDtls' && entry) part = { fields: new Map(), parts: [] };
    if (plain === 'Amt' && entry) note(`${below(part ? 'TxDtls' : 'Ntry')}@Ccy`, String(attributes['Ccy'] ?? ''));
    if (plain === 'RtrInf') note('RtrInf', 'yes');
  });
  parser.on('text', (piece) => (text.length < LONGEST ? (text += piece.slice(0, LONGEST)) : undefined));
  parser.on('closetag', () => {
    const name = path.at(-1)!;
    const place = entry && below(part ? 'TxDtls' : 'Ntry');
    if (place && READ.test(place)) note(place, text.trim());
    if (!entry && path[2] === 'Stmt') range.note(path.slice(3).join('/'), text.trim());
    text = '';
    path.pop();
    if (name === 'TxDtls' && entry && part) {
      entry.parts.push(part);
      part = undefined;
    }
    if (name === 'Ntry' && entry && !path.includes('Ntry')) {
      result.movements.push(...camtMovements(entry, ++result.read, others, today, result.left));
      entry = undefined;
    }
  });
  function note(place: string, value: string): void {
    const { fields } = part ?? entry ?? { fields: new Map<string, string>() };
    if (!fields.has(place)) fields.set(place, value);
  }
  await pour(file, open, parser);
  if (!statement) refuseUnless(false, file);
  return { ...result, about: range.days() };
}

async function pour(file: string, open: (file: string) => AsyncIterable<Uint8Array>, parser: SaxesParser): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of open(file)) parser.write(decoder.decode(chunk, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Refusal(`There is no file “${file}”. Write its path, like downloads/statement.xml.`, 2);
    refuse(file, code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not written in UTF-8' : `cannot be read (${code ?? (error as Error).name})`);
  }
}

function refuseUnless(fine: boolean, file: string): void {
  if (!fine) throw new Refusal(`“${file}” is no bank statement in the format camt.053. Download that format from your bank, often called “CAMT” or “XML”.`, 2);
}

function refuse(file: string, what: string): never {
  throw new Refusal(`“${file}” ${what}. Download the statement from your bank once more.`, 2);
}

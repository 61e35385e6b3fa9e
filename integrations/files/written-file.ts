import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type ParsedNode } from 'yaml';
import type { Fault } from '../../src/domain/fault.ts';

/** Staff write stories, not databases: above this a file is a mistake, 1 MB. */
export const LARGEST_TEXT = 1_000_000;

/** A file as staff wrote it, taken apart: the settings above, the text below, and where each field stands. */
export interface WrittenFile {
  file: string;
  fields: unknown;
  body: string;
  /** Line in the file on which the body's first line stands. */
  bodyLine: number;
  /** Line of a field; of the nearest field above it when it is missing. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/** Bytes to text: UTF-8 only, without a byte order mark, line ends as one sign. Faults name what else it is. */
export function decode(file: string, bytes: Uint8Array): string | Fault {
  if (bytes.length > LARGEST_TEXT) {
    return { file, stops: 'story', wrong: `The file has ${(bytes.length / 1e6).toFixed(1)} MB; a text may have 1 MB.`, remedy: 'Perhaps a picture was pasted into it: take it out and put the picture into content/media.' };
  }
  const saveAs = 'Open it in your editor and save it again as UTF-8.';
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { file, stops: 'story', wrong: 'The file is written in UTF-16.', remedy: saveAs };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
    const zero = text.indexOf('\0');
    if (zero >= 0) return { file, line: lineAt(text, zero), stops: 'story', wrong: 'The file holds characters that are no text.', remedy: 'Write the text again in a new file.' };
    return text;
  } catch {
    return { file, line: lineOfFirstBadByte(bytes), stops: 'story', wrong: 'The file is not written in UTF-8, so letters such as é or ş would be lost.', remedy: saveAs };
  }
}

/** Splits a story file into its front matter and its text. */
export function readStoryFile(file: string, text: string): WrittenFile | Fault[] {
  const match = /^---[ \t]*\n([\s\S]*?)\n?^---[ \t]*(?:\n|$)/m.exec(text);
  if (!match || match.index !== 0) {
    const wrong = text.startsWith('---') ? 'The fields at the top have no end.' : 'The fields at the top are missing.';
    return [{ file, line: 1, stops: 'story', wrong, remedy: 'Begin the file with a line ---, then the fields, then again a line ---. “npm run new” makes such a file.' }];
  }
  const bodyLine = lineAt(text, match[0].length);
  const yaml = readYaml(file, match[1]!, 1);
  if (Array.isArray(yaml)) return yaml;
  return { ...yaml, body: text.slice(match[0].length), bodyLine };
}

/** Reads a YAML text; `offset` is the number of lines above it in the file. */
export function readYaml(file: string, yaml: string, offset = 0): WrittenFile | Fault[] {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, uniqueKeys: true, stringKeys: true });
  const deep = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (deep) {
    return [{ file, line: counter.linePos(deep.pos[0]).line + offset, stops: 'story', wrong: 'Lists or groups stand inside each other far too deep.', remedy: 'Take the many [, { or - signs out.' }];
  }
  // After the tenth, errors are echoes of the first ones.
  const faults = document.errors.slice(0, 10).map((error): Fault => ({ file, line: counter.linePos(error.pos[0]).line + offset, stops: 'story', ...sentenceOf(error.code, error.message) }));
  if (faults.length > 0) return faults;
  let fields: unknown;
  try {
    // References (&, *) are no part of what staff write, and can blow a small file up to gigabytes.
    fields = document.toJS({ maxAliasCount: 0 });
  } catch {
    return [{ file, stops: 'story', wrong: 'The fields use & and * references.', remedy: 'Write the value out in full, or put it in quotation marks.' }];
  }
  const lineOf = (path: readonly PropertyKey[]) => {
    const start = startOf(document.contents, path);
    return start === undefined ? undefined : counter.linePos(start).line + offset;
  };
  return { file, fields: fields ?? {}, body: '', bodyLine: offset + 1, lineOf };
}

/** Where the field's name starts, or the deepest part of the path that exists. */
function startOf(root: ParsedNode | null, path: readonly PropertyKey[]): number | undefined {
  let node: Node | null = root;
  let start: number | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((entry) => isScalar(entry.key) && entry.key.value === step);
      if (!pair) break;
      start = (pair.key as ParsedNode).range[0];
      node = pair.value as Node | null;
    } else if (isSeq(node) && typeof step === 'number' && node.items[step]) {
      node = node.items[step] as Node;
      start = (node as ParsedNode).range[0];
    } else break;
  }
  return start;
}

function sentenceOf(code: string, message: string): Pick<Fault, 'wrong' | 'remedy'> {
  const quote = 'Put the whole text after the colon in “straight” quotation marks: "…".';
  switch (code) {
    case 'DUPLICATE_KEY':
      return { wrong: 'The same field stands here twice.', remedy: 'Keep one of them.' };
    case 'TAB_AS_INDENT':
      return { wrong: 'The line begins with a tab.', remedy: 'Begin it with spaces.' };
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return { wrong: 'We cannot read the fields here: a colon, a quotation mark or the number of spaces at the beginning is not right.', remedy: quote };
    default:
      return { wrong: `We cannot read the fields here (${message.split('\n')[0]}).`, remedy: quote };
  }
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

function lineOfFirstBadByte(bytes: Uint8Array): number | undefined {
  let line = 1;
  let start = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 0x0a) continue;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, i));
    } catch {
      return line;
    }
    start = i + 1;
    line++;
  }
  return undefined;
}

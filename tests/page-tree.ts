import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** An element of a parsed page, with what tests ask about. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  /** Its words and those of everything in it. */
  text: string;
  parent: Element | undefined;
}

/** Parses HTML as browsers do (WHATWG). */
export function parsePage(html: string): Tree.Document {
  return parse(html);
}

/** Every element below a node, in order, those inside `<template>` too. */
export function elementsOf(root: Tree.Node): Element[] {
  const found: Element[] = [];
  const walk = (node: Tree.Node, parent: Element | undefined) => {
    let own = parent;
    if ('tagName' in node) {
      own = { name: node.tagName, attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])), text: wordsOf(node), parent };
      found.push(own);
      if ('content' in node) walk(node.content, own);
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child, own);
  };
  walk(root, undefined);
  return found;
}

/** Elements of a piece of a page. */
export function elementsOfFragment(html: string): Element[] {
  return elementsOf(parseFragment(html));
}

function wordsOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
}

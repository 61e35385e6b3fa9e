import { describe, expect, test } from 'vitest';
import { policyFor, withPolicy } from '../../integrations/publish/policy.ts';

const page = (body: string, head = '<style>p{}</style>') => `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

describe('the policy of a page follows from what it is for', () => {
  test('a page that is read may run nothing and load nothing from elsewhere', () => {
    const policy = policyFor('/nl/', page('<p>Text</p>'), {});
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/style-src 'sha256-[A-Za-z0-9+/]{43}='/);
    expect(policy).not.toMatch(/script-src|connect-src|frame-src|unsafe/);
  });

  test('words about searching open nothing', () => {
    expect(policyFor('/nl/', page('<p>data-search= &lt;iframe src="https://evil.example">&gt;</p>'), {})).not.toMatch(/connect-src|frame-src/);
  });

  test.each([
    ['a style in the text', '<style>body{background:url(//evil.example)}</style>', {}],
    ['a script in the text', '<script>alert(1)</script>', {}],
    ['a script in the text of a page with scripts of its own', '<script>alert(1)</script>', { scripts: true }],
    ['a script from elsewhere', '<script type="module" src="https://evil.example/x.js"></script>', { scripts: true }],
    ['a script that only looks like data', '<script type="application/ld+json" src="/_astro/x.js"></script>', {}],
    ['a frame', '<iframe src="https://evil.example/"></iframe>', {}],
    ['an object', '<object data="https://evil.example/"></object>', {}],
  ])('%s stops the build', (_, body, allowance) => {
    expect(() => policyFor('/nl/x/', page(body), allowance)).toThrow('The page /nl/x/ holds');
  });

  test('a title that speaks of scripts stops nothing', () => {
    expect(() => policyFor('/nl/x/', page('<p>x</p>', '<meta content="</script><script>alert(1)"><style>p{}</style>'), {})).not.toThrow();
  });

  test('structured data and our own scripts pass', () => {
    const body = '<script type="application/ld+json">{}</script><script type="module" src="/_astro/search.Ab-1_.js"></script>';
    expect(policyFor('/nl/search/', page(body), { scripts: true, search: true })).toContain("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
  });

  test('a player may load from its own host only', () => {
    expect(policyFor('/nl/events/x/watch/', page('<iframe src="https://video.example/"></iframe>'), { frames: ['https://video.example'] })).toContain('frame-src https://video.example;');
  });

  test('a form is sent to us, or to the one site that it is for', () => {
    expect(policyFor('/nl/petitions/x/', page('<form></form>'), {})).toContain("form-action 'self';");
    expect(policyFor('/nl/petitions/x/', page('<form></form>'), { forms: 'https://docs.google.com' })).toContain('form-action https://docs.google.com;');
  });

  test('in the page itself stands what browsers heed there', () => {
    const html = withPolicy(page(''), "default-src 'none'; frame-ancestors 'none'");
    expect(html).toContain(`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">`);
  });
});

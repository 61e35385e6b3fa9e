import { unzipSync } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { FACTS } from '../../src/domain/network-facts.ts';
import type { Network } from '../../src/domain/network.ts';
import { site } from '../../src/site.ts';
import { wordsIn } from '../../src/text/text.ts';
import type { Words } from '../../src/text/words.ts';
import { factCheckFile, foundNewsroom, pressFile } from '../own-newsroom.ts';
import { copyProject, type ProjectCopy } from '../workbench.ts';
import { elementsOf, parsePage } from '../page-tree.ts';
import { find, findAll, isStory, pagesOf, type BuiltPage } from './built-site.ts';

const { client } = inject('site');
const pages = pagesOf(client);
const kits = pages.filter(({ path }) => path.endsWith('/kit/'));
const own = pages.filter((page) => isStory(page.path) && find(page, 'link', { rel: 'canonical' })!.attributes['href']!.endsWith(page.path));

const networkName = (words: Words, network: Network) => (network === 'email' ? words.share.email : FACTS[network].name);

/** Words by which a network is recognised in an address or a text. */
const SIGN: Record<Network, RegExp> = {
  x: /x\.com\/intent/, bluesky: /bsky\.app/, mastodon: /joinmastodon/, threads: /threads\.(com|net)/, facebook: /facebook/i, instagram: /instagram/i, linkedin: /linkedin/i, tiktok: /tiktok/i, youtube: /youtube/i, whatsapp: /wa\.me|whatsapp/i, telegram: /t\.me|telegram/i, email: /mailto:\?/,
};
const seen = (html: string) => (Object.keys(SIGN) as Network[]).filter((network) => SIGN[network].test(html));
/** Links of the part in which a story is passed on. */
const passOn = (page: BuiltPage) => elementsOf(parsePage(/<section class="pass-on"[\s\S]*?<\/section>/.exec(page.html)?.[0] ?? '')).filter(({ name }) => name === 'a');
const mainOf = (page: BuiltPage) => page.html.slice(page.html.indexOf('<main'), page.html.indexOf('</main>'));

describe('Everybody who wants to pass a story on', () => {
  test('finds a kit for every text, in the language of the text', () => {
    expect(own.length).toBeGreaterThan(60);
    expect(kits.map(({ path }) => path).sort()).toEqual(own.map(({ path }) => `${path}kit/`).sort());
  });

  test('finds the organisation’s networks on every story, in its order, and the kit', () => {
    const order = ['WhatsApp', 'Telegram', 'Facebook', 'X', 'Bluesky', 'Mastodon', 'LinkedIn'];
    for (const page of own) {
      const links = passOn(page);
      expect(links.map(({ text }) => text.trim()).filter((name) => order.includes(name)), page.path).toEqual(order);
      expect(passOn(page).at(-1)?.attributes['href'], page.path).toBe(`${page.path}kit/`);
    }
  });

  test('takes everything home in one file: pictures, poster, their descriptions, and a text for every network', () => {
    for (const { path } of kits.slice(0, 12)) {
      const [, lang, , slug] = path.split('/');
      const inside = unzipSync(readFileSync(join(client, path, `${slug}-${lang}-kit.zip`)));
      const names = Object.keys(inside);
      for (const size of ['1200x630', '1080x1080', '1080x1350', '1080x1920', '1600x900', '1280x720']) expect(names.filter((name) => name.includes(size)), `${path} ${size}`).not.toEqual([]);
      expect(names.filter((name) => name.endsWith('.pdf')), path).toHaveLength(1);
      const captions = new TextDecoder().decode(inside[`${slug}-${lang}-captions.txt`]);
      for (const network of site.networks) expect(captions, `${path} ${network}`).toContain(`==== ${networkName(wordsIn(lang!), network)} ====`);
      expect(new TextDecoder().decode(inside['alt-texts.txt']), path).toContain('1080x1920');
    }
  });

  test('sees on the kit’s page what the files hold, so that nothing has to be downloaded first', () => {
    for (const page of kits) {
      for (const network of site.networks) expect(find(page, 'section', { id: network }), `${page.path} ${network}`).toBeDefined();
      for (const { attributes } of findAll(page, 'img')) if (attributes['src']!.startsWith('/share/')) expect(existsSync(join(client, attributes['src']!)), attributes['src']).toBe(true);
      expect(find(page, 'meta', { name: 'robots' })?.attributes['content']).toBe('noindex');
    }
  });

  test('hears what each picture shows once, however many sizes it has, and can copy it', () => {
    for (const page of kits) {
      const described = findAll(page, 'img').filter(({ attributes }) => attributes['src']!.startsWith('/share/')).map(({ attributes }) => attributes['alt']!).filter(Boolean);
      expect(described.length, page.path).toBeGreaterThan(0);
      expect(new Set(described).size, page.path).toBe(described.length);
      expect(find(page, 'pre', { id: 'alt' })!.text, page.path).toBe(described[0]);
      expect(described.every((alt) => alt.length > 20), page.path).toBe(true);
    }
  });

  test('knows each of the many buttons to copy and to save by its network', () => {
    for (const page of kits) {
      const named = page.elements.filter(({ attributes }) => attributes['aria-describedby']).map(({ attributes }) => attributes['aria-describedby']!);
      expect(findAll(page, 'button').filter(({ attributes }) => attributes['data-copy'] && !attributes['aria-describedby'])).toEqual([]);
      for (const id of named.flatMap((ids) => ids.split(' '))) expect(page.elements.some(({ attributes }) => attributes['id'] === id), `${page.path} ${id}`).toBe(true);
    }
  });

  test('never passes on a false claim: it stands in no kit and behind no button', () => {
    const checks = own.filter(({ path }) => path.includes('/fact-checks/'));
    expect(checks.length).toBeGreaterThan(10);
    for (const page of checks) {
      const claim = /<section class="claim">[\s\S]*?<blockquote[^>]*><p>([\s\S]*?)<\/p>/.exec(page.html)![1]!;
      const kit = kits.find(({ path }) => path === `${page.path}kit/`)!;
      const plain = kit.elements.map(({ text, attributes }) => `${text} ${attributes['alt'] ?? ''} ${decodeURIComponent(attributes['href'] ?? '')}`).join('\n');
      expect(plain.includes(claim), page.path).toBe(false);
      expect(passOn(page).some(({ attributes }) => decodeURIComponent(attributes['href']!).includes(claim)), page.path).toBe(false);
    }
  });
});

describe('A story that is only for some networks', () => {
  let copy: ProjectCopy;
  let limited: BuiltPage[];
  beforeAll(async () => {
    copy = await copyProject({ content: 'none' });
    await foundNewsroom(copy);
    await copy.write('content/press/quiet-story/index.nl.md', pressFile({ title: 'A story for few', channels: ['whatsapp', 'email'] }));
    await copy.write('content/press/silent-story/index.nl.md', pressFile({ title: 'A story for nobody', channels: [] }));
    await copy.write('content/fact-checks/taken-back/index.nl.md', factCheckFile({ withdrawn: { at: '2026-11-21T09:00:00+01:00', text: 'We were wrong.' } }));
    const outcome = await copy.build();
    expect(outcome.code, outcome.said).toBe(0);
    limited = pagesOf(copy.client);
  });
  afterAll(() => copy.discard());
  const page = (path: string) => limited.find((one) => one.path === path)!;

  test('is offered to those alone, on its page and in its kit', () => {
    for (const path of ['/nl/press/quiet-story/', '/nl/press/quiet-story/kit/']) expect(seen(mainOf(page(path))), path).toEqual(['whatsapp', 'email']);
    expect(seen(mainOf(page('/nl/press/library-on-sundays/kit/'))).length).toBeGreaterThan(6);
  });

  test('has a caption for no other network in its zip', () => {
    const inside = unzipSync(readFileSync(join(copy.client, 'nl/press/quiet-story/kit/quiet-story-nl-kit.zip')));
    const headings = [...new TextDecoder().decode(inside['quiet-story-nl-captions.txt']).matchAll(/^==== (.*) ====$/gm)].map(([, name]) => name);
    expect(headings).toEqual(['WhatsApp', 'E-mail']);
    expect(Object.keys(inside).flatMap((name) => /\d+x\d+/.exec(name)?.[0] ?? []).sort()).toEqual(['1080x1080', '1080x1920', '1200x630']);
    expect(Object.entries(inside).filter(([name]) => name.endsWith('.txt')).flatMap(([, bytes]) => seen(new TextDecoder().decode(bytes)))).not.toContain('facebook');
  });

  test('says in its file of captions for whom it is, and has no text for messengers where none may carry it', () => {
    const captionsOf = (slug: string) => readFileSync(join(copy.client, `nl/press/${slug}/kit/${slug}-nl-captions.txt`), 'utf8');
    expect(captionsOf('quiet-story')).toMatch(/^Deel dit, .* WhatsApp en E-mail\.\n/);
    expect(captionsOf('silent-story')).toBe(`${wordsIn('nl').share.none}\n`);
    expect(captionsOf('library-on-sundays')).toMatch(/^====/);
    expect(['quiet-story', 'silent-story', 'library-on-sundays'].filter((slug) => existsSync(join(copy.client, `nl/press/${slug}/kit/${slug}-nl.txt`)))).toEqual(['quiet-story', 'library-on-sundays']);
    expect(find(page('/nl/press/silent-story/kit/'), 'pre', { id: 'text' })).toBeUndefined();
    expect(Object.keys(unzipSync(readFileSync(join(copy.client, 'nl/press/silent-story/kit/silent-story-nl-kit.zip'))))).not.toContain('silent-story-nl.txt');
  });

  test('is not handed to the telephone’s own sharing, which would offer every network', () => {
    expect(page('/nl/press/quiet-story/kit/').html).not.toContain('data-share');
    expect(page('/nl/press/library-on-sundays/kit/').html).toContain('data-share');
  });

  test('says on its kit for whom it is, also when it is for none', () => {
    expect(find(page('/nl/press/quiet-story/kit/'), 'p', { class: 'notice notice-strong' })?.text).toMatch(/WhatsApp en E-mail/);
    expect(find(page('/nl/press/silent-story/kit/'), 'p', { class: 'notice notice-strong' })).toBeDefined();
    expect(seen(mainOf(page('/nl/press/silent-story/')))).toEqual([]);
  });

  test('and one that was taken back has neither kit nor buttons', () => {
    expect(page('/nl/fact-checks/taken-back/')).toBeDefined();
    expect(page('/nl/fact-checks/taken-back/kit/')).toBeUndefined();
    expect(find(page('/nl/fact-checks/taken-back/'), 'section', { class: 'pass-on' })).toBeUndefined();
  });
});

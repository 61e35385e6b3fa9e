import { directionOf, ownName } from '../domain/language.ts';
import { escapeHtml } from '../domain/markup.ts';
import { fill, wordsIn } from '../text/text.ts';
import type { Words } from '../text/words.ts';
import type { Person } from './access.ts';

/** Why somebody is sent back to the door, as `?again=` tells. */
export type Notice = keyof Words['access']['notices'];

/** Reads such a word; undefined for any other. */
export const noticeOf = (word: string | null): Notice | undefined => (word !== null && Object.hasOwn(wordsIn('en').access.notices, word) ? (word as Notice) : undefined);

/** What every page at the door depends on. */
export interface DoorView {
  lang: string;
  languages: readonly string[];
  /** Name of the organisation. */
  name: string;
  /** The styles, which the page carries itself. */
  sheet: string;
}

/** The page that says how to get in, with Google when it is set up, and why somebody was sent back here. */
export function signInPage(view: DoorView, { google, notice }: { google: boolean; notice: Notice | undefined }): string {
  const { access } = wordsIn(view.lang);
  const word = notice && access.notices[notice];
  return page(view, access.title, [
    word ? `<section class="door-word${notice === 'out' ? '' : ' door-word-trouble'}" role="${notice === 'out' ? 'status' : 'alert'}" tabindex="-1" autofocus><h2>${escapeHtml(word.title)}</h2><p>${escapeHtml(word.text)}</p></section>` : '',
    `<div class="door-head"><h1>${escapeHtml(access.title)}</h1><p>${escapeHtml(fill(access.intro, { name: view.name }))}</p></div>`,
    `<section class="door"><h2>${escapeHtml(access.how)}</h2><p>${escapeHtml(access.howText)}</p>`,
    google ? `<a class="button" href="/reach/google/" rel="nofollow">${escapeHtml(access.google)}</a><p class="hint">${escapeHtml(access.googleHint)}</p>` : '',
    '</section>',
  ].join(''));
}

/** The page of a link that would open: signing in takes a press of the button, so that looking at the address uses nothing up. */
export function linkPage(view: DoorView): string {
  const { access } = wordsIn(view.lang);
  return page(view, access.linkTitle, [
    `<div class="door-head"><h1>${escapeHtml(access.linkTitle)}</h1><p>${escapeHtml(fill(access.intro, { name: view.name }))}</p></div>`,
    // Without an action the form goes to the address of this page, which then stands in the page nowhere.
    `<section class="door"><p>${escapeHtml(access.linkText)}</p><form method="post"><button class="button">${escapeHtml(access.enter)}</button></form><p class="hint">${escapeHtml(access.stay)}</p></section>`,
  ].join(''));
}

/** For pages behind the door: who is signed in, and the button that ends it. */
export function signOutForm(lang: string, { name, mailbox }: Person): string {
  const { access } = wordsIn(lang);
  return `<form class="sign-out" method="post" action="/reach/sign-out/"><span>${escapeHtml(fill(access.signedInAs, { person: name || mailbox || access.console }))}</span> <button>${escapeHtml(access.signOut)}</button></form>`;
}

function page({ lang, languages, name, sheet }: DoorView, title: string, main: string): string {
  const words = wordsIn(lang);
  const others = languages.filter((code) => code !== lang).map((code) => `<li><a href="?lang=${code}" hreflang="${code}" lang="${code}" dir="${directionOf(code)}">${escapeHtml(ownName(code))}</a></li>`);
  return [
    `<!doctype html><html lang="${lang}" dir="${directionOf(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(`${title} – ${name}`)}</title>`,
    // Browsers keep quiet about the origin of a form under no-referrer. This says it, and never the address.
    `<meta name="robots" content="noindex"><meta name="referrer" content="strict-origin"><meta name="color-scheme" content="light dark"><link rel="icon" href="/favicon.svg" type="image/svg+xml"><style>${sheet}</style></head>`,
    `<body class="access"><a class="skip" href="#main">${escapeHtml(words.site.skip)}</a><header class="masthead"><div class="masthead-top"><a class="nameplate" href="/${lang}/"><img src="/favicon.svg" alt="" width="40" height="40">${escapeHtml(name)}</a>`,
    others.length > 0 ? `<details class="languages"><summary><span class="visually-hidden">${escapeHtml(words.site.languages)}: </span>${escapeHtml(ownName(lang))}</summary><ul>${others.join('')}</ul></details>` : '',
    `</div></header><main id="main" tabindex="-1">${main}</main></body></html>\n`,
  ].join('');
}

import { articleTitles } from '../share/declaration.ts';

/** The languages of the texts that are counted. */
export const LANGUAGES = ['nl', 'en', 'tr', 'ar', 'uk', 'fa', 'ti'] as const;

/** What people put into posts, whose length X’s own counter knows for certain. */
const DRESSINGS: readonly ((title: string) => string)[] = [
  (title) => title,
  (title) => `${title} 👨‍👩‍👧‍👦🇺🇦👍🏽`,
  (title) => `${title}\n\nhttps://havenlicht.nl/nl/press/free-internet/?utm_source=x&utm_medium=social`,
  (title) => `1️⃣ ${title} (https://www.amnesty.org/en/), #️⃣`,
  (title) => `${title.normalize('NFD')} e\u0301 ñ`,
  (title) => `${title} UNHCR (2026): 50%, 18:30 — http://a.nl:8080/x?y=1.`,
  (title) => `„${title}” ❤️ 🏳️‍🌈 ☕️ havenlicht.nl!`,
  (title) => `@havenlicht #Rechten #حقوق_اللاجئين ${title}`,
  (title) => `${title}… ✊🏿 👩🏽‍⚕️ «https://a.nl/a,b;c»`,
  (title) => `${title} pers@havenlicht.nl +31 85 000 00 12`,
  (title) => `שלום ${title} \u200Fabc\u200F 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ©️ ™`,
  (title) => `https://a.nl/ https://b.org/b?c=d#e ${title} 👩‍❤️‍👨`,
];

/** Two hundred and ten texts: the articles of the Declaration of Human Rights in seven languages, each dressed as a post. */
export const COUNTED_TEXTS = LANGUAGES.flatMap((lang) => articleTitles(lang).map((title, index) => ({ lang, text: DRESSINGS[index % DRESSINGS.length]!(title) })));

/** Where X’s counter depends on lists that change: new emoji, rare domains. Ours may say more there, never less. */
export const UNSURE_TEXTS: readonly string[] = [
  'Zie https://havenlicht.example/nl/press/free-internet/', 'www.havenlicht.example', 'https://münchen.de/x', 'https://пример.укр/', 'Zie пример.укр, of عربي.com', 'https://例え.テスト/', 'xn--e1afmkfd.xn--p1ai',
  'https://t.co/abcdef', 'http://t.co/abca.nlAbc', 'https://a.nl/pad(met)haken', 'https://a.nl/a_(b)', 'a.nl,b.nl,c.nl', 'café.nl', 'écafé.nl', 'Einde.Begin', 'd.w.z. o.a.', 'Node.js', '#tag.nl', '@mens.nl', 'a@b.nl',
  '🐦‍🔥', '🧑‍🎄', '🏳️‍⚧️', '🐻‍❄️', '👩🏽‍❤️‍👨🏿', '🧑‍🧑‍🧒', '🫩', '🇺', '👁‍🗨', '👁️‍🗨️', '🧔‍♂️', '🤝🏽', '🫱🏻‍🫲🏿', '☺︎', '😀️', '❤', '©', '5⃣', '\u200d\u200d', '\ud83d',
];

/** Pieces for random posts: letters of seven languages, signs, addresses whole and in part, emoji, marks. */
export const PIECES: readonly string[] = [
  ...['https://', 'http://', 'HTTPS://', 'a.nl', 'havenlicht.nl', 'havenlicht.example', 'www.x.com', 'b.co.uk', 'münchen.de', 'пример.укр', 'عربي.com', 'x.zz', 'example.community', 'x_y.nl', '-a.nl', '.nl', 't.co', '例え.テスト'],
  ...['/', '/nl/', '?q=1', '&b=2', '#frag', '#tag', '#حقوق', '@user', '@user@server.nl', 'pers@', '%20', '＃', '＠'],
  ...['.', ',', ';', ':', '!', '?', '…', '-', '–', '_', '(', ')', '"', '“', '”', "'", '’', '«', '»', '~', '$', '|', '*', '+', '=', '٪', '،', '؟', '።', '፡', '¿', '<', '>'],
  ...[' ', ' ', ' ', ' ', '\n', '\u00A0', '\u200E', '\u200F', '\u2066', '\u2069', '\u200C', '\u200D', '\uFE0F', '\u0301'],
  ...['a', 'Abc', 'é', 'e\u0301', 'ş', 'İ', 'ij', 'дім', 'їжа', 'سلام', 'می\u200Cخواهم', 'شُكْر', 'ሰላም', 'ትግርኛ', '12', '18:30', '2026-11-23', '۱۲'],
  ...['👍', '👍🏽', '👨‍👩‍👧‍👦', '🇺🇦', '1️⃣', '❤️', '©', '🐦‍🔥', '🏳️‍⚧️', '🧑‍🎄', '😀️'],
];

/** Where several addresses of a provider lead to one mailbox, by what the provider says itself. */
interface MailProvider {
  domains: readonly string[];
  /** All its domains are one: the first is the name of all. */
  oneMailbox?: true;
  /** What follows a plus in the local part is a tag. */
  plus?: true;
  /** Signs of the local part that make no difference. */
  ignores?: RegExp;
  /** Signs of the local part that are the same, and the one that stands for them. */
  same?: readonly [RegExp, string];
  /** `tag@mailbox.domain` is `mailbox@domain`. */
  mailboxInDomain?: true;
  /** What follows a hyphen is a keyword of a disposable address, whose base is no mailbox by itself. */
  disposable?: true;
}

const MICROSOFT = {
  hotmail: 'com at be ca cl co.il co.nz co.th co.uk com.ar com.au com.br com.tr com.vn cz de dk es fi fr gr hu it lt lv my nl no ph rs se sg sk',
  live: 'com at be ca cl cn co.uk co.za com.ar com.au com.mx com.my com.pt com.sg de dk fi fr hk ie in it jp nl no ru se',
  outlook: 'com at be cl co.id co.il co.nz co.th com.ar com.au com.br com.gr com.tr com.vn cz de dk es fr hu ie in it jp kr lv my ph pt sa sg sk',
};
const YAHOO = 'com at be ca co.id co.in co.nz co.th co.uk com.ar com.au com.br com.hk com.mx com.my com.ph com.sg com.tr com.tw com.vn cz de dk es fi fr gr hu ie in it nl no pl pt ro se';
const FASTMAIL = 'fastmail.com fastmail.cn fastmail.co.uk fastmail.com.au fastmail.de fastmail.es fastmail.fm fastmail.im fastmail.in fastmail.jp fastmail.mx fastmail.net fastmail.nl fastmail.org fastmail.se fastmail.to fastmail.tw fastmail.uk fastmail.us 123mail.org airpost.net eml.cc fea.st imap.cc mm.st myfastmail.com sent.com warpmail.net xsmail.com';
const below = (name: string, endings: string) => endings.split(' ').map((ending) => `${name}.${ending}`);

/**
 * Providers that document that several addresses are one mailbox. Where two companies share a name (yahoo.co.jp), where
 * a plus is refused (GMX, web.de, Tuta, T-Online) or nothing is documented (KPN, Ziggo, Zoho, Mail.ru, own domains), every
 * address stands for itself: two people counted as one is worse than one counted as two.
 */
const PROVIDERS: readonly MailProvider[] = [
  // support.google.com/mail/answer/7436150 (dots), /22370 (plus), /10313 (googlemail.com).
  { domains: ['gmail.com', 'googlemail.com'], oneMailbox: true, plus: true, ignores: /\./g },
  // Announced for Outlook.com in September 2013; learn.microsoft.com, “Plus Addressing”. jan@hotmail.com and jan@outlook.com are two people.
  { domains: [...Object.entries(MICROSOFT).flatMap(([name, endings]) => below(name, endings)), 'msn.com', 'passport.com', 'windowslive.com'], plus: true },
  // support.apple.com/118230: who has @mac.com or @me.com has @icloud.com of the same name, and names hold no plus.
  { domains: ['icloud.com', 'me.com', 'mac.com'], oneMailbox: true, plus: true },
  // proton.me/support/addresses-and-aliases: plus, and the names at the other domains are kept for the same person. Dots, hyphens and underscores: `removeEmailAlias` in ProtonMail/WebClients.
  { domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'], oneMailbox: true, plus: true, ignores: /[._-]/g },
  // fastmail.help, “Plus addressing and subdomain addressing”. Its many domains are separate mailboxes.
  { domains: FASTMAIL.split(' '), plus: true, mailboxInDomain: true },
  // yandex.com/support/id/authorization/email.html: every name is one's own on all Yandex domains; yandex.com/support/mail/reg.html, “Special email addresses”: plus; a dot and a hyphen in a name are the same.
  { domains: ['yandex.ru', 'yandex.com', 'yandex.by', 'yandex.kz', 'yandex.ua', 'ya.ru'], oneMailbox: true, plus: true, same: [/\./g, '-'] },
  // kb.mailbox.org, “Mail extensions”.
  { domains: ['mailbox.org'], plus: true },
  // runbox.com/help, “Email aliases and plus addressing”.
  { domains: ['runbox.com'], plus: true },
  // help.yahoo.com/kb/SLN28815.html: disposable addresses are base-keyword. The base is chosen apart from the account, and accounts hold no hyphen, so the base alone is somebody else.
  { domains: [...below('yahoo', YAHOO), 'ymail.com', 'rocketmail.com'], disposable: true },
];

const BY_DOMAIN = new Map(PROVIDERS.flatMap((provider) => provider.domains.map((domain) => [domain, provider] as const)));

/** The mailbox behind an address whose local part is in small letters and whose domain is ASCII. */
export function mailboxOf(local: string, domain: string): string {
  const provider = BY_DOMAIN.get(domain);
  if (provider) return mailboxAt(provider, local, domain);
  const dot = domain.indexOf('.');
  const [name, parent] = [domain.slice(0, dot), domain.slice(dot + 1)];
  return BY_DOMAIN.get(parent)?.mailboxInDomain ? `${name}@${parent}` : `${local}@${domain}`;
}

function mailboxAt({ domains, oneMailbox, plus, ignores, same, disposable }: MailProvider, local: string, domain: string): string {
  let name = plus ? local.replace(/\.?\+.*$/, '') : local;
  if (ignores) name = name.replace(ignores, '');
  if (same) name = name.replace(...same);
  if (disposable) name = name.replace(/-.*$/, '-');
  // What is nothing but signs is nobody's mailbox; it stays what it was.
  return `${name.replaceAll('-', '') === '' ? local : name}@${oneMailbox ? domains[0] : domain}`;
}

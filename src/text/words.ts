/** Forms of a counted word, by the plural categories of `Intl.PluralRules`; `other` is always there. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** Every word of the interface. Places for values stand in braces: `{date}`. English is the reference, `en.ts`. */
export interface Words {
  site: {
    skip: string; menu: string; home: string; languages: string; sample: string; footer: string; topics: string; contact: string; help: string; feeds: string;
  };
  sections: { press: string; 'fact-checks': string; petitions: string; events: string; about: string; search: string; corrections: string };
  intros: { press: string; 'fact-checks': string; petitions: string; events: string; corrections: string };
  kinds: { press: string; 'fact-check': string; petition: string; event: string };
  story: {
    published: string; updated: string; draft: string; embargoed: string; scheduled: string; old: Plural; related: string; topics: string; quotes: string; photo: string; licence: string; allOf: string; latest: string; upcoming: string; archive: string; page: string; newer: string; older: string; withdrawn: string; inLanguage: string; otherLanguages: string; noStories: string; footnotes: string; readOn: string; quote: string; figure: string; scan: string;
  };
  fallback: { notice: string; toOriginal: string };
  translation: { human: string; humanBy: string; machine: string; 'machine-reviewed': string; machineReviewedBy: string; outdated: string; original: string };
  press: {
    release: string; contacts: string; boilerplate: string; notes: string; media: string; desk: string; deskIntro: string; copy: string; copyHint: string; copied: string; print: string; printHint: string; download: string; credit: string; end: string; endNote: string;
  };
  factCheck: {
    fact: string; warning: string; claim: string; claimBy: string; claimDate: string; claimPlace: string; seen: string; archived: string; verdict: string; why: string; evidence: string; accessed: string; remember: string; who: string; method: string;
    verdicts: Record<'untrue' | 'misleading' | 'missing-context' | 'unproven' | 'satire' | 'mostly-true' | 'correct' | 'withdrawn', { label: string; explanation: string }>;
  };
  event: { when: string; until: string; where: string; online: string; guests: string; series: string; recording: string; watch: string; watchNotice: string; minutes: Plural; calendar: string; summary: string; past: string };
  petition: {
    ask: string; target: string; count: Plural; online: string; offline: string; milestone: string; asOf: string; first: string;
    states: Record<'draft' | 'open' | 'paused' | 'closed' | 'delivered' | 'answered', string>;
    opens: string; until: string; paused: string; closed: string; delivered: string; answered: string; unanswered: string; text: string; updates: string; answer: string; answerFull: string;
    sign: string; submit: string; name: string; nameHint: string; email: string; emailHint: string; place: string; country: string; comment: string; commentHint: string; website: string; optional: string; consent: string; news: string;
    kept: { title: string; what: string; fields: Record<'name' | 'email' | 'place' | 'country' | 'comment', string>; why: string; long: string; who: string; google: string; law: string };
    faults: { title: string; nameMissing: string; nameInvalid: string; emailMissing: string; emailInvalid: string; consentMissing: string; invalid: string; long: string };
    byMail: string;
    thanks: { title: string; text: string; pass: string; help: string; back: string };
  };
  signing: {
    troubles: Record<'closed' | 'paused' | 'refused' | 'elsewhere' | 'unreadable', { title: string; text: string }>;
    direct: string; share: string;
    device: Record<'waiting' | 'sending' | 'received' | 'sent' | 'counted' | 'lost' | 'failed' | 'late' | 'again' | 'forget' | 'forgetHint' | 'forgot' | 'more', string>;
  };
  corrections: { title: string; none: string; feed: string; on: string };
  share: {
    title: string; kit: string; kitLink: string; intro: string; limited: string; email: string; open: string; copy: string; copyFirst: string; used: string; picture: string; alt: string; altHint: string; zip: string; poster: string; text: string; native: string; link: string; qr: string; qrHint: string; all: string; quote: string; figure: string; videoTitle: string; videoText: string; subject: string; withPicture: string; withoutPicture: string; profile: string; none: string; claimChecked: string;
  };
  search: { label: string; button: string; hint: string; loading: string; results: Plural; none: string; more: string; failed: string; noScript: string };
  /** The door of the dashboard. */
  access: {
    title: string; intro: string; how: string; howText: string; google: string; googleHint: string;
    linkTitle: string; linkText: string; enter: string; stay: string;
    signOut: string; signedInAs: string; console: string;
    notices: Record<'link' | 'google' | 'elsewhere' | 'later' | 'out', { title: string; text: string }>;
  };
  notFound: { title: string; text: string };
  moved: { title: string; text: string };
}

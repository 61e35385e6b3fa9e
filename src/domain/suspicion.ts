import { looksLikeFormula, looksLikeLink } from './signer-name.ts';
import type { Signing } from './signature.ts';

/** From this score on a signature waits for a reviewer and is not counted. Its signer is never told. */
export const SUSPECT_FROM = 50;

/** How far back signatures from the sender's network are counted, in milliseconds: a minute, ten, and a day. */
export const MINUTE_WINDOW = 60_000;
export const BURST_WINDOW = 600_000;
export const DAY_WINDOW = 86_400_000;

/** From so many others in ten minutes, or in one, on, it is a burst. At the height of the largest petition known (2019), a telephone provider's addresses had about one a minute each. */
const BURST_FROM = 50;
const MINUTE_BURST_FROM = 10;

/** Milliseconds: looking, one tap that fills in the form, the tick and the button. */
const LEAST_AGE = 2000;

/**
 * What speaks against a human being, and how strongly; only sums count. The weights are ours; the tests simulate what
 * they do to an attack and to people behind one network. Nothing here looks at which language or script a name is in.
 */
const WEIGHT = {
  /** Filled in the field that people cannot see, and that is named so for those who hear it. */
  bait: 50,
  /** Faster than two fields and a tick take, even for a browser that fills them in. */
  'too-fast': 40,
  /** 6, 20 and 50 others from the same network in ten minutes, or 10 in one. Phones of one provider, offices and trains share one. */
  'several-at-once': 10,
  'many-at-once': 25,
  burst: 50,
  /** 200 others in a day. */
  'many-in-a-day': 20,
  'name-like-link': 50,
  'name-like-formula': 50,
  'name-without-letters': 50,
  /** `aaaaaa`, `asdfgh`, digits within letters. */
  'name-mash': 20,
  /** Latin letters with Greek or Cyrillic ones that look like them in one word, by which a list of names is used twice. */
  'name-mixed-scripts': 30,
  'comment-like-link': 30,
} as const;

export type Reason = keyof typeof WEIGHT;
export const REASONS = Object.keys(WEIGHT) as Reason[];

/** What is known of a signature besides what was typed. */
export interface Circumstances {
  /** The field that people cannot see was filled in. */
  bait: boolean;
  /** Milliseconds between showing the form and sending it, as the page's script measured them; undefined without scripts, at Google and in lists. */
  age?: number | undefined;
  /** How many others came from the same network in the minute, the ten minutes and the day before; undefined when the network is unknown. */
  network?: { minute?: number; burst: number; day: number } | undefined;
  /** The organisation knows that many people share this network: an asylum centre, a library. */
  shared?: boolean;
}

/** Score and reasons of a signature; from `SUSPECT_FROM` on it is suspect. */
export function suspicionOf(signing: Pick<Signing, 'name' | 'comment'>, circumstances: Circumstances): { score: number; reasons: Reason[] } {
  const reasons = [...sending(circumstances), ...writing(signing)];
  return { score: reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0), reasons };
}

/** True in a burst: those before it from the same network, in the same ten minutes, are the same script's, and were counted; see `src/server/look-back.ts`. */
export function inBurst({ network, shared }: Pick<Circumstances, 'network' | 'shared'>): boolean {
  return network !== undefined && !shared && (network.burst >= BURST_FROM || (network.minute ?? 0) >= MINUTE_BURST_FROM);
}

function sending({ bait, age, network, shared }: Circumstances): Reason[] {
  const reasons: Reason[] = [];
  if (bait) reasons.push('bait');
  if (age !== undefined && age < LEAST_AGE) reasons.push('too-fast');
  if (network && !shared) {
    if (inBurst({ network })) reasons.push('burst');
    else if (network.burst >= 20) reasons.push('many-at-once');
    else if (network.burst >= 6) reasons.push('several-at-once');
    if (network.day >= 200) reasons.push('many-in-a-day');
  }
  return reasons;
}

function writing({ name, comment }: Pick<Signing, 'name' | 'comment'>): Reason[] {
  const reasons: Reason[] = [];
  if (looksLikeLink(name)) reasons.push('name-like-link');
  if (looksLikeFormula(name)) reasons.push('name-like-formula');
  if (!/\p{L}/u.test(name)) reasons.push('name-without-letters');
  else if (isMash(name)) reasons.push('name-mash');
  if (mixesScripts(name)) reasons.push('name-mixed-scripts');
  if (looksLikeLink(comment)) reasons.push('comment-like-link');
  return reasons;
}

// Rows of a keyboard. Nothing about vowels: names from Vlk to Nguyễn and names in scripts without vowels have their own rules.
const MASH = /(\p{L})\1{3}|asdfg|sdfgh|qwert|zxcvb|йцуке|фывап|\p{L}\p{N}+\p{L}/iu;

/** True for what a hand falling on a keyboard makes. */
function isMash(name: string): boolean {
  return MASH.test(name.normalize('NFKC'));
}

const LATIN = /\p{Script=Latin}/u;
const LOOKALIKES = /[\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** True when a word has Latin letters beside Greek or Cyrillic ones; words of two scripts side by side are fine. */
function mixesScripts(name: string): boolean {
  if (!LATIN.test(name) || !LOOKALIKES.test(name)) return false;
  return name.split(/[\s\p{P}]+/u).some((word) => LATIN.test(word) && LOOKALIKES.test(word));
}

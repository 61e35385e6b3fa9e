import { FACTS, type TextField } from './network-facts.ts';
import type { Network } from './network.ts';
import { inReadingOrder } from './reading-order.ts';
import { cutAnywhere, cutAtWord, longest, upToSentences } from './shortening.ts';
import { readableAddress } from './tagged-link.ts';
import { lengthOf, type Unit } from './text-length.ts';

/**
 * What a caption is made from, as plain text in one language. Of a fact check pass the finding as `headline` and, as
 * `verdict`, a line that says whose verdict it is (“The claim: untrue”). There is no place for the claim itself: a
 * false one is never a part, in no field, because many readers see nothing but the caption.
 */
export interface CaptionParts {
  lang: string;
  headline: string;
  /** Fact checks only. It is never left out, and then sentences are shown whole or not at all: half of one may say the opposite. */
  verdict?: string | undefined;
  body: string;
  /** Absolute, with its tags. */
  link: string;
  /** What to say where addresses cannot be tapped (“Link in our profile: …”); the readable address unless given. */
  linkInWords?: string | undefined;
  /** With #, the most telling first. */
  hashtags: readonly string[];
}

/** How long a text is, and how long it may be: without `limit` where the network has none. */
export interface Count {
  used: number;
  limit?: number | undefined;
  unit: Unit;
}

/** A text ready to be pasted into that field. */
export interface FittedText extends Count {
  field: TextField['field'];
  text: string;
  /** The second limit of Bluesky. */
  also?: Count | undefined;
}

/**
 * The captions for a network, fitted and counted by its own rules: one, or two where it has two fields (YouTube: title
 * and description; Telegram: caption and message; e-mail: subject and body), in the order of `FACTS`. When it is too
 * long, hashtags go first down to what helps, then whole sentences of the body from the end, then words; the headline
 * only when it does not fit alone, the link never. Throws a RangeError for a link that is longer than the field.
 */
export function captionFor(network: Network, parts: CaptionParts): FittedText[] {
  const { fields } = FACTS[network];
  const [first] = fields;
  const said = prepared(network, parts);
  if (first!.field !== 'title' && first!.field !== 'subject') return fields.map((field) => fitted(field, said, (pieces) => arranged(network, pieces)));
  const heading = fitted(first!, { ...said, body: '', link: '', hashtags: [] }, ({ head }) => head[0] ?? '');
  const shown = heading.text === said.headline;
  const rest = { ...said, headline: shown ? '' : said.headline };
  return [heading, fitted(fields[1]!, rest, (pieces) => arranged(network, pieces))];
}

type Said = Required<Pick<CaptionParts, 'lang' | 'headline' | 'body' | 'link'>> & { verdict: string; hashtags: string[] };

interface Pieces {
  head: string[];
  body: string;
  link: string;
  hashtags: string[];
}

function prepared(network: Network, { lang, headline, verdict = '', body, link, linkInWords, hashtags }: CaptionParts): Said {
  const { linksOpen, hashtags: rule } = FACTS[network];
  const tidy = (text: string) => inReadingOrder(allowed(network, text.trim().replace(/[^\S\n]+\n/g, '\n').replace(/\n{3,}/g, '\n\n')), lang);
  // Hashtags that stand in the text already count.
  const own = `${headline} ${verdict} ${body}`.match(/(?<![\p{L}\p{N}_&/])#[\p{L}\p{N}_]+/gu)?.map((tag) => tag.toLowerCase()) ?? [];
  const chosen = [...new Map(hashtags.map((tag) => [tag.toLowerCase(), tag])).values()].filter((tag) => !own.includes(tag.toLowerCase()));
  return {
    lang, headline: tidy(headline), verdict: tidy(verdict), body: tidy(body),
    link: linksOpen ? link : linkInWords ?? readableAddress(link),
    hashtags: chosen.slice(0, Math.max(0, rule.useful - own.length)),
  };
}

// YouTube refuses these two.
function allowed(network: Network, text: string): string {
  return network === 'youtube' ? text.replaceAll('<', '‹').replaceAll('>', '›') : text;
}

/** Paragraphs, so that nothing joins the link; on YouTube the link comes first, because only the first lines are shown. */
function arranged(network: Network, { head, body, link, hashtags }: Pieces): string {
  const tags = hashtags.join(' ');
  const paragraphs = network === 'youtube' ? [link, ...head, body, tags] : [...head, body, link, tags];
  return paragraphs.filter(Boolean).join('\n\n');
}

function fitted({ field, limit, unit, also }: TextField, said: Said, arrange: (pieces: Pieces) => string): FittedText {
  const fits = (text: string) => (limit === undefined || lengthOf(text, unit) <= limit) && (also === undefined || lengthOf(text, also.unit) <= also.limit);
  const text = bestThatFits(said, arrange, fits);
  if (text === undefined) throw new RangeError(`The address ${said.link} is longer than a ${field} may be. Use a shorter slug.`);
  return { field, text, used: lengthOf(text, unit), limit, unit, also: also && { used: lengthOf(text, also.unit), ...also } };
}

/** Fewer than this many characters of a sentence say nothing. */
const LEAST = 30;

function bestThatFits({ lang, headline, verdict, body, link, hashtags }: Said, arrange: (pieces: Pieces) => string, fits: (text: string) => boolean): string | undefined {
  const head = [headline, verdict].filter(Boolean);
  const draft = (own: Partial<Pieces>) => arrange({ head, body: '', link, hashtags, ...own });
  const fewerTags = hashtags.map((_, index) => hashtags.slice(0, hashtags.length - 1 - index));
  const sentences = body ? upToSentences(body, lang) : [];

  const whole = longest(sentences.map((upTo) => draft({ body: upTo })), fits);
  if (whole !== undefined) return whole;
  if (sentences[0]) {
    for (const tags of fewerTags) if (fits(draft({ body: sentences[0], hashtags: tags }))) return draft({ body: sentences[0], hashtags: tags });
    const cut = verdict ? undefined : cutAtWord(sentences[0], lang, (shorter) => fits(draft({ body: shorter })));
    if (cut && lengthOf(cut, 'graphemes') >= LEAST) return draft({ body: cut });
  }
  for (const tags of [hashtags, ...fewerTags]) if (fits(draft({ hashtags: tags }))) return draft({ hashtags: tags });
  const alone = (own: string) => arrange({ head: own ? [own] : [], body: '', link, hashtags: [] });
  if (verdict && fits(alone(verdict))) return alone(verdict);
  const fitsAlone = (shorter: string) => fits(alone(shorter));
  const start = verdict || headline;
  const shortened = cutAtWord(start, lang, fitsAlone) ?? cutAnywhere(start, lang, fitsAlone) ?? '';
  return fits(alone(shortened)) ? alone(shortened) : undefined;
}

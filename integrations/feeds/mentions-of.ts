import { createHash } from 'node:crypto';
import { dayIn, readInstant, type Day } from '../../src/domain/instant.ts';
import type { Mention } from '../../src/domain/mention.ts';
import { articleLink, canonicalLink, outletOf } from './article-link.ts';
import type { FeedEntry } from './feed-entry.ts';

/** Whose mentions they are, and which day it is. */
export interface MentionsFor {
  /** The organisation's own address, `https://havenlicht.example`: what it says about itself is no mention. */
  own: string | undefined;
  timeZone: string;
  today: Day;
}

/**
 * Entries of a feed as mentions, each once: by what names it in its feed, by its address, by title and day. Entries
 * without a web address or a day, and of days to come, are left out, and the remarks tell how many.
 */
export function mentionsOf(entries: readonly FeedEntry[], { own, timeZone, today }: MentionsFor): { mentions: Mention[]; remarks: string[] } {
  const mentions: Mention[] = [];
  const seen = new Set<string>();
  const left = { nowhere: 0, undated: 0, early: 0 };
  const self = own === undefined ? undefined : outletOf(new URL(own));
  for (const { id, title, link, date, source } of entries) {
    const url = articleLink(link);
    const day = dayOf(date, timeZone);
    const outlet = url && outletOf(articleLink(source) ?? url);
    if (!url || !outlet) left.nowhere++;
    else if (day === undefined) left.undated++;
    else if (day > today) left.early++;
    else if (self === undefined || (outlet !== self && !outlet.endsWith(`.${self}`))) {
      const names = [...(id ? [`id ${id}`] : []), `link ${canonicalLink(url)}`, ...(title ? [`title ${title} ${day}`] : [])];
      if (!names.some((name) => seen.has(name))) mentions.push({ key: createHash('sha256').update(names[0]!).digest('hex'), day, title: title || outlet, url: url.href, outlet });
      names.forEach((name) => seen.add(name));
    }
  }
  return { mentions, remarks: remarksOn(left) };
}

function dayOf(date: string, timeZone: string): Day | undefined {
  if (date.length === 10) return date;
  const instant = readInstant(date, timeZone);
  // An hour that the clock skipped is still on its day.
  return instant === undefined ? date.slice(0, 10) || undefined : dayIn(timeZone, instant);
}

function remarksOn({ nowhere, undated, early }: { nowhere: number; undated: number; early: number }): string[] {
  const remark = (count: number, why: string) => (count === 0 ? [] : [`${count} ${count === 1 ? 'entry is' : 'entries are'} left out: ${why}.`]);
  return [...remark(nowhere, 'no web address'), ...remark(undated, 'no day that can be read'), ...remark(early, 'a day that has not come yet')];
}

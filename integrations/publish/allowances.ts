import { deskAddress, kitAddress, placeAddress, storyAddress, thanksAddress, watchAddress } from '../../src/domain/address.ts';
import { storiesOfKind, versionFor, type Newsroom } from '../../src/domain/newsroom.ts';
import { playerOf } from '../../src/domain/recording.ts';
import type { SigningWay } from '../../src/domain/signing.ts';
import type { Event, Petition } from '../../src/domain/story.ts';
import type { Allowance } from './policy.ts';

/** The few pages that do more than being read, by path: search, press desks, share kits, players, and petitions with what a device knows of its signature. */
export function allowancesFor(newsroom: Newsroom, signing: SigningWay): Map<string, Allowance> {
  const allowances = new Map<string, Allowance>();
  for (const lang of newsroom.languages) {
    allowances.set(placeAddress(lang, 'search'), { scripts: true, search: true });
    // The phone's own sharing is given the picture, which the kit fetches from this site.
    for (const story of newsroom.stories) allowances.set(kitAddress(lang, story), { scripts: true, fetches: true });
    for (const story of storiesOfKind(newsroom, 'press')) allowances.set(deskAddress(lang, story.slug), { scripts: true });
    for (const story of storiesOfKind(newsroom, 'petition')) {
      const forms = signing.hosting === 'static' && (story.original as Petition).terms.form ? { forms: new URL(signing.forms).origin } : {};
      for (const address of [storyAddress(lang, story), thanksAddress(lang, story.slug)]) allowances.set(address, { scripts: true, fetches: true, ...forms });
    }
    for (const story of storiesOfKind(newsroom, 'event')) {
      const { recording } = versionFor(newsroom, story, lang) as Event;
      if (recording) allowances.set(watchAddress(lang, story.slug), forPlayer(recording.url));
    }
  }
  return allowances;
}

function forPlayer(address: string): Allowance {
  const player = playerOf(address);
  if (player.kind === 'frame') return { frames: [new URL(player.src).origin] };
  return player.kind === 'file' ? { films: [new URL(player.src).origin] } : {};
}

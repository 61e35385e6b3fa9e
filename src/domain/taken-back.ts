import type { Version } from './story.ts';

/** What remains of a story that was taken back: its address, its title, and why. */
export function takenBack(version: Version): Version {
  const bare = { ...version, summary: version.withdrawn!.text, html: '', text: '', image: undefined, corrections: [] };
  switch (bare.kind) {
    case 'press':
      return { ...bare, quotes: [], notes: [], media: [], figure: undefined };
    case 'fact-check':
      return { ...bare, claim: { ...bare.claim, text: '', by: '', place: '', appearances: [] }, verdict: 'withdrawn', finding: '', evidence: [], figure: undefined };
    case 'petition':
      return { ...bare, ask: '', updates: [], answer: undefined };
    case 'event':
      return { ...bare, guests: [], series: undefined, where: undefined, online: undefined, recording: undefined };
  }
}

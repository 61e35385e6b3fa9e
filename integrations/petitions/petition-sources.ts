import type { Source } from '../refresh.ts';
import type { FormPetition } from './form-petition.ts';
import { sync, type SyncDesk, type SyncReport, type SyncWish } from './sync.ts';

/** Every petition with a form as a source of `npm run refresh`; `desk` opens the store and Google when the first is asked. */
export function petitionSources(petitions: readonly FormPetition[], desk: () => Promise<SyncDesk>, wish: SyncWish): Source[] {
  return petitions.map((petition) => ({
    name: `petitions/${petition.slug}`,
    async ask() {
      const report = await sync(await desk(), petition, wish);
      if (report?.doubt) throw new Error(report.doubt);
      return report ? saying(report) : 'Another process is asking at this moment.';
    },
  }));
}

/** What a sync did, in a sentence without anybody's name. */
export function saying({ listed, added, confirmed, erased, resent }: SyncReport): string {
  const parts = [[added, 'new'], [confirmed, 'confirmed'], [erased, 'erased'], [resent, 'sent again']] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${listed} ${listed === 1 ? 'answer' : 'answers'} looked at${told.length > 0 ? `: ${told.join(', ')}` : ', nothing new'}.`;
}

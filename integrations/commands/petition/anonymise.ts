import { dayIn, type Day } from '../../../src/domain/instant.ts';
import { anonymisationDay } from '../../../src/domain/petition-facts.ts';
import type { ListedPetition } from '../../petitions/petition-list.ts';
import { doubtAbout, leftAtGoogle } from '../../petitions/retention.ts';
import { Refusal } from '../../refusal.ts';
import { readArguments } from '../arguments.ts';
import { atDesk, chosen, openDesk, termsOf, type Desk, type OpenDesk } from './desk.ts';

const HELP = `npm run petition -- anonymise              removes names and addresses of every petition whose retention has ended
npm run petition -- anonymise <slug>       of one petition
npm run petition -- anonymise --dry-run    only tells which, and how many
npm run petition -- anonymise <slug> --yes although somebody signed after “closes”

The time is “retention” months after “closes” in petition.yml. Totals stay. What stands in a Google Form has to be deleted there.`;

/** `npm run petition -- anonymise [slug]`: also those that are named, but none before its time. */
export async function anonymise(args: string[], open: OpenDesk = openDesk): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { 'dry-run': { type: 'boolean' }, yes: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  return atDesk(open, async (desk) => {
    const today = dayIn(desk.timeZone, desk.now);
    const slugs = positionals.length > 0 ? [await whenDue(desk, await chosen(desk, positionals[0], HELP), today)] : desk.petitions.filter((petition) => dayOf(petition) <= today).map(({ slug }) => slug);
    let doubted = false;
    for (const slug of slugs) {
      const terms = desk.petitions.find((petition) => petition.slug === slug);
      const doubt = terms && !(values.yes && positionals.length > 0) && (await doubtAbout(desk.ledger, { ...terms, timeZone: desk.timeZone }));
      if (doubt) {
        console.error(`${slug}: ${doubt} Nothing was removed. If it has, run “npm run petition -- anonymise ${slug} --yes”.`);
        doubted = true;
        continue;
      }
      const { confirmed } = (await desk.ledger.counts(slug)).relay;
      const changed = await desk.ledger.anonymise(slug, values['dry-run'] === true);
      console.log(`${slug}: ${changed} ${changed === 1 ? 'signature' : 'signatures'} ${values['dry-run'] ? 'would lose' : 'lost'} names and addresses.`);
      const left = changed > 0 ? leftAtGoogle(confirmed) : undefined;
      if (left) console.log(left);
    }
    for (const slug of positionals.length > 0 ? [] : desk.faulty) console.error(`content/petitions/${slug}/petition.yml has faults, so it was passed over. “npm run build” names them.`);
    if (slugs.length === 0) console.log('No petition has come to the end of its retention.');
    return doubted ? 1 : 0;
  });
}

const dayOf = ({ closes, retention }: ListedPetition): Day => anonymisationDay({ closes, retention });

/** Of a petition that has no file any more, nobody knows the time; naming it is enough. */
async function whenDue(desk: Desk, slug: string, today: Day): Promise<string> {
  const terms = termsOf(desk, slug);
  if (!terms || dayOf(terms) <= today) return slug;
  throw new Refusal(`${slug} keeps its names until ${dayOf(terms)}. To remove them sooner, shorten “retention” or “closes” in content/petitions/${slug}/petition.yml.`, 1);
}

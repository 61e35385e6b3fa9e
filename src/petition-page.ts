import type { View } from './components/view.ts';
import { countAddress } from './domain/address.ts';
import { storiesOfKind, versionFor } from './domain/newsroom.ts';
import { countJson, factsOf, takesSignatures } from './domain/petition-facts.ts';
import type { Petition, Story } from './domain/story.ts';
import { edition } from './newsroom.ts';
import { FORM_END, FORM_START, petitionForm } from './petition-form.ts';

/** Every petition in every language, without those that were taken back. */
export async function petitionPaths() {
  const { newsroom } = await edition();
  return storiesOfKind(newsroom, 'petition').flatMap((story) =>
    newsroom.languages.flatMap((lang) => {
      const version = versionFor(newsroom, story, lang) as Petition;
      return version.withdrawn ? [] : [{ params: { lang, slug: story.slug }, props: { story, version } }];
    }),
  );
}

/** The form between its marks; undefined while the petition takes no signatures. */
export function formOf({ newsroom, organisation, words, lang, signing }: View, story: Story): string | undefined {
  const facts = factsOf(newsroom, story, organisation);
  if (!takesSignatures(facts, newsroom.now)) return undefined;
  return FORM_START + petitionForm({ words, lang, facts, way: signing }) + FORM_END;
}

/** True when the form of the page goes to another site. */
export function formLeaves({ signing }: View, story: Story): boolean {
  return signing.hosting === 'static' && (story.original as Petition).terms.form !== undefined;
}

/** Paths of the files with a petition's count. */
export async function countPaths() {
  const { newsroom } = await edition();
  return storiesOfKind(newsroom, 'petition').filter((story) => !story.original.withdrawn).map((story) => ({ params: { slug: story.slug }, props: { petition: story.original as Petition } }));
}

/** What `count.json` says. */
export function countFile({ counts }: View, petition: Petition): string {
  const count = counts.get(petition.slug);
  if (!count) throw new Error(`There is no count for ${countAddress(petition.slug)}.`);
  return countJson(count, petition.terms);
}

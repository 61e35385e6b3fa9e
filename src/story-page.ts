import type { View } from './components/view.ts';
import { storyAddress } from './domain/address.ts';
import { storyLd } from './domain/json-ld.ts';
import { versionFor } from './domain/newsroom.ts';
import { shareImageId } from './domain/share-image.ts';
import { SECTION_OF, type Story, type Version } from './domain/story.ts';
import { edition } from './newsroom.ts';
import { wordsIn } from './text/text.ts';

/** A page for every story in every language, its own text or the one that stands in for it. */
export async function storyPaths() {
  const { newsroom } = await edition();
  return newsroom.languages.flatMap((lang) =>
    newsroom.stories.map((story) => ({ params: { lang, section: SECTION_OF[story.kind], slug: story.slug }, props: { story } })),
  );
}

/** What a story's page says about itself to browsers, search engines and networks. */
export function storyPage(view: View, story: Story) {
  const version = versionFor(view.newsroom, story, view.lang);
  const own = version.lang === view.lang;
  const picture = version.image ? view.pictures.get(version.image) : undefined;
  return {
    version,
    head: {
      path: storyAddress(view.lang, story),
      // A page that stands in for a missing translation gives all credit to the text's own address.
      canonical: storyAddress(version.lang, story),
      index: own,
      title: version.title,
      description: version.summary,
      versions: story.versions.map(({ lang }) => ({ lang, path: storyAddress(lang, story) })),
      elsewhere: view.newsroom.languages.map((lang) => ({ lang, path: storyAddress(lang, story) })),
      picture: picture && { picture, alt: picture.alt[version.lang] ?? '' },
      shareImage: view.shareImages.get(shareImageId(version)),
      jsonLd: own && !version.withdrawn ? describe(view, version) : undefined,
      look: version.kind,
      feeds: SECTION_OF[story.kind],
      type: 'article' as const,
      current: SECTION_OF[story.kind],
      published: version.published,
      updated: version.updated,
    },
  };
}

function describe(view: View, version: Version) {
  return storyLd({
    version,
    organisation: view.organisation,
    url: view.url,
    picture: version.image ? view.pictures.get(version.image) : undefined,
    verdict: version.kind === 'fact-check' ? wordsIn(version.lang).factCheck.verdicts[version.verdict] : undefined,
  });
}

import type { View } from './components/view.ts';
import { storyAddress } from './domain/address.ts';
import { languageName } from './domain/language.ts';
import { plainText } from './domain/markup.ts';
import { aboutFor, originalOf, storiesOfKind, versionFor } from './domain/newsroom.ts';
import { pressText } from './domain/press-text.ts';
import type { PressRelease } from './domain/story.ts';
import { edition } from './newsroom.ts';
import { fill, formatInstant, wordsIn } from './text/text.ts';

/**
 * Paths for what belongs to a release: in every `reader` language (pages), or only in the languages it is written
 * in (`text`: files). Withdrawn releases offer nothing to copy.
 */
export async function releasePaths(languages: 'reader' | 'text') {
  const { newsroom } = await edition();
  return storiesOfKind(newsroom, 'press').flatMap((story) =>
    newsroom.languages.flatMap((lang) => {
      const release = versionFor(newsroom, story, lang) as PressRelease;
      if (release.withdrawn || (languages === 'text' && release.lang !== lang)) return [];
      return [{ params: { lang, slug: story.slug }, props: { story, release } }];
    }),
  );
}

/** The whole release as plain text, in its own language. */
export function pressTextOf(view: View, release: PressRelease): string {
  const words = wordsIn(release.lang);
  const { organisation } = view;
  return pressText(release, organisation, view.url + storyAddress(release.lang, release), {
    release: words.press.release,
    dateline: `${release.place}, ${formatInstant(release.lang, release.published, organisation.timeZone)}`,
    contacts: words.press.contacts,
    boilerplateTitle: fill(words.press.boilerplate, { name: organisation.name }),
    boilerplate: aboutFor(view.newsroom, release.lang)?.boilerplate,
    notes: `${words.press.notes} (${words.press.endNote})`,
    end: words.press.end,
    origin: originOf(view, release),
    correctionsTitle: words.corrections.title,
    corrections: release.corrections.map(({ at, text }) => `${formatInstant(release.lang, at, organisation.timeZone)}: ${text}`),
    plain: plainText,
  });
}

/** That a machine translated the text, and where the original stands; nothing for texts that a person answers for. */
function originOf(view: View, release: PressRelease): string | undefined {
  if (release.translation.origin !== 'machine') return undefined;
  const original = originalOf(view.newsroom, release);
  const sentence = fill(wordsIn(release.lang).translation.machine, { language: languageName(original.lang, release.lang) });
  return `${sentence}\n${view.url}${storyAddress(original.lang, original)}`;
}

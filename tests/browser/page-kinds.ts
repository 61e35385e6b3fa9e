import { isStory, pagesOf, type BuiltPage } from '../site/built-site.ts';

/** An address for each kind of page in one language; found in what was built, so that a new sample text changes nothing. */
export function pageKinds(client: string, lang: string): { kind: string; path: string }[] {
  const pages = pagesOf(client).filter((page) => page.path.startsWith(`/${lang}/`));
  const stories = pages.filter((page) => isStory(page.path));
  const own = stories.filter((page) => !isFallback(page));
  const first = (kind: string, some: readonly BuiltPage[], fits: (page: BuiltPage) => boolean) => {
    const page = some.find(fits);
    if (!page) throw new Error(`The sample has no page of the kind “${kind}” in ${lang}.`);
    return { kind, path: page.path };
  };
  const below = (section: string) => (page: BuiltPage) => page.path.startsWith(`/${lang}/${section}/`);
  const fallbacks = stories.filter(isFallback);
  return [
    { kind: 'front page', path: `/${lang}/` },
    { kind: 'list of press releases', path: `/${lang}/press/` },
    { kind: 'list of fact checks', path: `/${lang}/fact-checks/` },
    { kind: 'list of petitions', path: `/${lang}/petitions/` },
    { kind: 'list of events', path: `/${lang}/events/` },
    first('press release', own, (page) => below('press')(page) && page.html.includes('<blockquote>')),
    first('fact check', own, below('fact-checks')),
    first('open petition', stories, (page) => below('petitions')(page) && page.html.includes('<form')),
    first('petition that was answered', stories, (page) => below('petitions')(page) && page.html.includes('id="answer"')),
    first('thank-you page', pages, (page) => page.path.endsWith('/thanks/')),
    first('event with a recording', own, (page) => below('events')(page) && page.html.includes('/watch/')),
    first('coming event', stories, (page) => below('events')(page) && page.html.includes('.ics"')),
    // Some languages have every story.
    ...fallbacks.slice(0, 1).map(({ path }) => ({ kind: 'story in another language', path })),
    first('topic', pages, (page) => /\/topics\/[^/]+\/$/.test(page.path)),
    { kind: 'about us', path: `/${lang}/about/` },
    { kind: 'corrections', path: `/${lang}/corrections/` },
    { kind: 'search', path: `/${lang}/search/` },
    first('press desk', pages, (page) => page.path.endsWith('/desk/') && page.html.includes('press-pictures')),
    first('share kit', pages, (page) => page.path.endsWith('/kit/')),
    first('recording', pages, (page) => page.path.endsWith('/watch/')),
    { kind: 'page not found', path: `/${lang}/press/there-is-no-such-page/` },
  ];
}

/** True when a story stands in for a translation that is missing. */
export function isFallback(page: BuiltPage): boolean {
  return page.html.includes('notice-fallback');
}

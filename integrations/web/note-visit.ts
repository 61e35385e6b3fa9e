import type { ServerResponse } from 'node:http';
import type { Entity } from '../../src/domain/figure.ts';
import { entitiesOfPage } from '../../src/domain/page-entity.ts';
import { isReadingPerson } from '../../src/server/reading-person.ts';
import type { VisitCounter } from '../../src/server/visits.ts';
import type { Release } from './release.ts';
import type { SiteFile } from './site-files.ts';

// Pages for staff and for those who pass a story on, and the one that thanks who has signed.
const APART = /^\/(?:reach|editor)(?:\/|$)|\/(?:kit|desk|thanks)\/$/;

const pages = new WeakMap<SiteFile, readonly Entity[] | 'apart'>();
const campaigns = new WeakMap<Release, ReadonlySet<string>>();

/** Counts a page of a release that was shown: HTML, whole, to somebody who reads it. */
export function noteVisit(visits: VisitCounter, { req: request, statusCode }: ServerResponse, release: Release, file: SiteFile, query: string): void {
  if (statusCode !== 200 || request.method !== 'GET' || !isReadingPerson(request.headers)) return;
  let about = pages.get(file);
  if (about === undefined) pages.set(file, (about = aboutOf(file, release.facts.languages)));
  if (about === 'apart') return;
  let ours = campaigns.get(release);
  if (ours === undefined) campaigns.set(release, (ours = new Set(release.stories.map(({ slug }) => slug))));
  visits.count(about, query, ours);
}

function aboutOf({ address, type }: SiteFile, languages: readonly string[]): readonly Entity[] | 'apart' {
  if (!type.startsWith('text/html') || APART.test(address)) return 'apart';
  const { story, lang } = entitiesOfPage(address, languages);
  return [story, lang].filter((entity) => entity !== undefined);
}

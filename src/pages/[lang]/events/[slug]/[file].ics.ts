import type { APIRoute } from 'astro';
import { drawCalendar } from '../../../../calendar.ts';
import { storiesOfKind } from '../../../../domain/newsroom.ts';
import type { Event } from '../../../../domain/story.ts';
import { edition } from '../../../../newsroom.ts';
import { viewFor } from '../../../../view.ts';

export async function getStaticPaths() {
  const { newsroom } = await edition();
  return storiesOfKind(newsroom, 'event').flatMap((story) =>
    (story.versions as Event[]).filter((event) => !event.withdrawn).map((event) => ({ params: { lang: event.lang, slug: story.slug, file: story.slug }, props: { event } })),
  );
}

export const GET: APIRoute = async ({ params, props }) => {
  const view = await viewFor(params['lang']!);
  return new Response(drawCalendar(view, props['event']), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
};

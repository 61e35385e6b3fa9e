import type { APIRoute } from 'astro';
import { drawFeed, feedPaths } from '../../../feed.ts';
import { viewFor } from '../../../view.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute = async ({ params }) =>
  new Response(drawFeed(await viewFor(params['lang']!), params['scope'] ?? '', 'feed.json'), { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } });

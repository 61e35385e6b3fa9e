import type { APIRoute } from 'astro';
import { drawFeed, feedPaths } from '../../../feed.ts';
import { viewFor } from '../../../view.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute = async ({ params }) =>
  new Response(drawFeed(await viewFor(params['lang']!), params['scope'] ?? '', 'atom.xml'), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });

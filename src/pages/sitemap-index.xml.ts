import type { APIRoute } from 'astro';
import { sitemapIndex } from '../sitemap.ts';
import { site } from '../site.ts';
import { viewFor } from '../view.ts';

export const GET: APIRoute = async () => new Response(sitemapIndex(await viewFor(site.languages[0]!)), { headers: { 'Content-Type': 'application/xml' } });

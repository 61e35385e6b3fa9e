import type { APIRoute } from 'astro';
import { newsSitemap } from '../sitemap.ts';
import { site } from '../site.ts';
import { viewFor } from '../view.ts';

export const GET: APIRoute = async () => new Response(newsSitemap(await viewFor(site.languages[0]!)), { headers: { 'Content-Type': 'application/xml' } });

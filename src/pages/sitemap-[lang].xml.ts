import type { APIRoute } from 'astro';
import { sitemapFor } from '../sitemap.ts';
import { everyLanguage, viewFor } from '../view.ts';

export const getStaticPaths = everyLanguage;

export const GET: APIRoute = async ({ params }) => new Response(sitemapFor(await viewFor(params['lang']!)), { headers: { 'Content-Type': 'application/xml' } });

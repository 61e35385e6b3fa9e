import type { APIRoute } from 'astro';
import { url } from '../view.ts';

export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${url}/sitemap-index.xml\nSitemap: ${url}/news-sitemap.xml\n`);

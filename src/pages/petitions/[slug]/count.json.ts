import type { APIRoute } from 'astro';
import { countFile, countPaths } from '../../../petition-page.ts';
import { site } from '../../../site.ts';
import { viewFor } from '../../../view.ts';

export const getStaticPaths = countPaths;

export const GET: APIRoute = async ({ props }) => new Response(countFile(await viewFor(site.languages[0]!), props['petition']), { headers: { 'Content-Type': 'application/json' } });

import type { APIRoute } from 'astro';
import { kitTextPaths } from '../../../../../share-kit.ts';
import { viewFor } from '../../../../../view.ts';

export const getStaticPaths = kitTextPaths;

export const GET: APIRoute = async ({ params, props }) => {
  const view = await viewFor(params['lang']!);
  return new Response(props['draw'](view, props['version']), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};

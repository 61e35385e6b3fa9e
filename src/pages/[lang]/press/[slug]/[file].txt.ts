import type { APIRoute } from 'astro';
import { pressTextOf, releasePaths } from '../../../../press-desk.ts';
import { viewFor } from '../../../../view.ts';

export const getStaticPaths = async () => (await releasePaths('text')).map(({ params, props }) => ({ params: { ...params, file: params.slug }, props }));

export const GET: APIRoute = async ({ params, props }) => {
  const view = await viewFor(params['lang']!);
  return new Response(pressTextOf(view, props['release']), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};

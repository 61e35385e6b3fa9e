import type { APIRoute } from 'astro';
import { kitPaths, messengerText } from '../../../../../share-kit.ts';
import { viewFor } from '../../../../../view.ts';

export const getStaticPaths = async () => (await kitPaths()).map(({ params, props }) => ({ params: { ...params, file: `${params.slug}-${params.lang}` }, props }));

export const GET: APIRoute = async ({ params, props }) => {
  const view = await viewFor(params['lang']!);
  return new Response(messengerText(view, props['version']), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};

import type { APIRoute } from 'astro';
import { negotiateLanguage } from '../../domain/language.ts';
import { csvOf } from '../../reach/view-csv.ts';
import { reachView } from '../../server/reach-views.ts';

/** The numbers of a chart or table of the dashboard; the name of the file says when they are invented. */
export const GET: APIRoute = async ({ params, locals: { desk, person }, url, request }) => {
  const wished = negotiateLanguage(request.headers.get('accept-language') ?? undefined, desk?.organisation.languages ?? []);
  const place = params['view'] === 'overview' ? '' : (params['view'] ?? '');
  const found = desk && person && (await reachView({ place, choices: url.searchParams, wished }, desk));
  const csv = found && csvOf(found.view, params['numbers'] ?? '', found.reader.words);
  return !desk || csv === undefined ? new Response(null, { status: 404 }) : new Response(csv, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${desk.organisation.sample ? 'sample-' : ''}${params['numbers']}.csv"` } });
};

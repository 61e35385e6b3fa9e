import type { GoogleResponse } from '../google-forms.ts';
import { delay } from './answer-list.ts';
import type { FaultKind } from './fault-box.ts';
import type { FormBook } from './form-book.ts';
import { closedReply, fillIn, formPage, loginReply, shutReply, sorryReply } from './public-pages.ts';
import { page, redirect, type Reply } from './reply.ts';

/** A request for a public form. */
export interface PublicRequest {
  method: string;
  path: string;
  type: string;
  body: string;
  /** Root of the forms, `http://127.0.0.1:4400/forms`. */
  base: string;
  fault: FaultKind | undefined;
}

const PUBLIC = /^\/forms\/d\/e\/([^/]+)\/(viewform|formResponse|closedform)$/;
const EDIT = /^\/forms\/d\/([^/]+)\/(?:edit|viewform)$/;

/** Google's editor is for people; what they would set there by hand, whoever tries the stand-in sets at its own door. */
const editorReply = (base: string, id: string): Reply => page(200, 'The stand-in has no editor', `<p>Set by hand what the editor would:</p><pre>curl -X PATCH ${base.replace(/\/forms$/, '')}/stand-in/forms/${id} -d '{"confirmation":"Thank you. OK-…"}'</pre>`);

/** Public forms, as everybody reaches them. */
export function answerPublic(book: FormBook, late: Map<GoogleResponse, number>, { method, path, type, body, base, fault }: PublicRequest): Reply {
  const [, publicId, door] = PUBLIC.exec(path) ?? [];
  const byEditId = book.forms.get(EDIT.exec(path)?.[1] ?? '');
  if (byEditId) return path.endsWith('/edit') ? editorReply(base, byEditId.form.formId!) : redirect(`${base}/d/e/${byEditId.publicId}/viewform`);
  const entry = publicId === undefined ? undefined : book.byPublicId(publicId);
  if (!entry) return page(404, 'Page Not Found');
  if (door === 'closedform') return page(200, 'This form is no longer accepting responses');
  if (fault === 'sorry') return sorryReply();
  if (fault === 'closed') return closedReply(entry, base);
  if (fault === 'login') return loginReply(base);
  const shut = shutReply(entry, base);
  if (shut) return shut;
  if (door === 'viewform') return method === 'GET' ? formPage(entry, base) : page(405, 'Method Not Allowed');
  if (method !== 'POST') return page(405, 'Method Not Allowed');
  if (fault === 'form-again') return formPage(entry, base);
  if (!type.startsWith('application/x-www-form-urlencoded')) return page(400, 'Error 400 (Bad Request)');
  const { reply, answers } = fillIn(entry, new URLSearchParams(body), base);
  if (answers) {
    const row = book.take(entry, answers);
    if (fault === 'twice') book.take(entry, answers);
    if (fault === 'late') delay(late, row);
  }
  return reply;
}

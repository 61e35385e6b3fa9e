import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { GoogleResponse } from '../google-forms.ts';
import { listAnswers } from './answer-list.ts';
import type { FaultKind } from './fault-box.ts';
import type { FormBook, StandInForm } from './form-book.ts';
import { carryOut } from './form-changes.ts';
import { ApiError, type Reply } from './reply.ts';

/** A request to an API. */
export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  fault: FaultKind | undefined;
}

const FORM = /^\/v1\/forms\/([^/:]+)(?:(\/responses)|:(batchUpdate|setPublishSettings))?$/;
const RESPONSE = /^\/v1\/forms\/([^/:]+)\/responses\/([^/:]+)$/;
const PERMISSIONS = /^\/drive\/v3\/files\/([^/]+)\/permissions$/;
const SHEET = /^\/v4\/spreadsheets\/([^/]+)$/;

/** True for what lists answers; faults of listing strike there. */
export const isListing = (path: string): boolean => FORM.exec(path)?.[2] !== undefined;

/** Google's APIs for forms, permissions and sheets, as far as Rostrum calls them. Throws `ApiError` in Google's shape. */
export function answerApi(book: FormBook, late: Map<GoogleResponse, number>, { method, path, query, body, fault }: ApiRequest): Reply {
  if (book.off) {
    throw new ApiError(403, 'Google Forms API has not been used in project 1 before or it is disabled.', [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED', domain: 'googleapis.com' }]);
  }
  const [, id, responses, verb] = FORM.exec(path) ?? [];
  if (path === '/v1/forms' && method === 'POST') return { status: 200, json: create(book, body) };
  if (id !== undefined && responses && method === 'GET') return listAnswers(book, formOf(book, id), query, late, fault);
  const [, asked, response] = RESPONSE.exec(path) ?? [];
  if (asked !== undefined && method === 'GET') return { status: 200, json: rowOf(formOf(book, asked), response!) };
  if (id !== undefined && verb === 'batchUpdate' && method === 'POST') return { status: 200, json: change(book, formOf(book, id), body) };
  if (id !== undefined && verb === 'setPublishSettings' && method === 'POST') return { status: 200, json: publish(formOf(book, id), body) };
  if (id !== undefined && !responses && !verb && method === 'GET') return { status: 200, json: formOf(book, id).form };
  const file = PERMISSIONS.exec(path)?.[1];
  if (file !== undefined && method === 'GET') return { status: 200, json: { permissions: formOf(book, file).permissions.filter(({ view }) => view !== 'published' || query.get('includePermissionsForView') === 'published') } };
  if (file !== undefined && method === 'POST') return { status: 200, json: permit(book, formOf(book, file), body) };
  const sheet = SHEET.exec(path)?.[1];
  if (sheet !== undefined && method === 'GET') return { status: 200, json: sheetOf(book, sheet) };
  throw new ApiError(404, `The requested URL ${path} was not found on this server.`);
}

function rowOf({ rows, source }: StandInForm, id: string): GoogleResponse {
  const made = source && Array.from({ length: source.length }, (_, index) => source.at(index));
  const row = (made ?? rows).find(({ responseId }) => responseId === id);
  if (!row) throw new ApiError(404, 'Requested entity was not found.');
  return row;
}

function formOf(book: FormBook, id: string): StandInForm {
  const entry = book.forms.get(id);
  if (!entry) throw new ApiError(404, 'Requested entity was not found.');
  if (!entry.shared) throw new ApiError(403, 'The caller does not have permission');
  return entry;
}

function create(book: FormBook, body: unknown): forms_v1.Schema$Form {
  const { info, ...more } = (body ?? {}) as forms_v1.Schema$Form;
  const others = [...Object.keys(more), ...Object.keys(info ?? {}).filter((name) => !['title', 'documentTitle'].includes(name))];
  if (others.length > 0) throw new ApiError(400, `Only info.title can be set when creating a form. To add items and change settings, use batchUpdate. Found: ${others.join(', ')}.`);
  if (typeof info?.title !== 'string' || info.title === '') throw new ApiError(400, 'info.title is required.');
  return book.create(info.title, info.documentTitle ?? undefined).form;
}

function change(book: FormBook, entry: StandInForm, body: unknown): forms_v1.Schema$BatchUpdateFormResponse {
  const { requests, writeControl, includeFormInResponse } = (body ?? {}) as forms_v1.Schema$BatchUpdateFormRequest;
  if (!Array.isArray(requests) || requests.length === 0) throw new ApiError(400, 'Must specify at least one request.');
  if (writeControl?.requiredRevisionId && writeControl.requiredRevisionId !== entry.form.revisionId) throw new ApiError(400, 'The required revision ID does not match the latest revision.');
  const before = structuredClone(entry.form);
  try {
    const replies = requests.map((request, number) => carryOut(book, entry, request, number));
    entry.form.revisionId = book.newId();
    return { replies, writeControl: { requiredRevisionId: entry.form.revisionId }, ...(includeFormInResponse && { form: entry.form }) };
  } catch (error) {
    // All or none.
    entry.form = before;
    throw error;
  }
}

function publish({ form }: StandInForm, body: unknown): forms_v1.Schema$SetPublishSettingsResponse {
  const { publishSettings, updateMask } = (body ?? {}) as forms_v1.Schema$SetPublishSettingsRequest;
  const state = publishSettings?.publishState;
  if (updateMask && !['publish_state', 'publishState', '*'].includes(updateMask)) throw new ApiError(400, `Invalid update_mask: ${updateMask}`);
  if (typeof state?.isPublished !== 'boolean' || typeof state.isAcceptingResponses !== 'boolean') throw new ApiError(400, 'Both is_published and is_accepting_responses must be set.');
  if (!state.isPublished && state.isAcceptingResponses) throw new ApiError(400, 'A form that is not published cannot accept responses.');
  form.publishSettings = { publishState: { ...state } };
  return { formId: form.formId, publishSettings: form.publishSettings };
}

function permit(book: FormBook, entry: StandInForm, body: unknown): drive_v3.Schema$Permission {
  const { type, role, view, emailAddress } = (body ?? {}) as drive_v3.Schema$Permission;
  if (!type || !['user', 'group', 'domain', 'anyone'].includes(type)) throw new ApiError(400, 'The permission type field is required.');
  if (!role || !['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader'].includes(role)) throw new ApiError(400, 'The permission role field is required.');
  if (view && (view !== 'published' || role !== 'reader')) throw new ApiError(400, 'The view “published” supports only the role reader.');
  if (['user', 'group'].includes(type) && !emailAddress) throw new ApiError(400, 'The emailAddress field is required for permissions of type user or group.');
  const permission = { id: type === 'anyone' ? 'anyoneWithLink' : book.newId(), type, role, ...(view && { view }) };
  entry.permissions.push(permission);
  return { kind: 'drive#permission', ...permission };
}

function sheetOf(book: FormBook, id: string): unknown {
  const sheets = book.sheets.get(id);
  if (!sheets) throw new ApiError(404, 'Requested entity was not found.');
  return { sheets: sheets.map(({ rows, columns }) => ({ properties: { gridProperties: { rowCount: rows, columnCount: columns } } })) };
}

import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { askGoogle } from './ask-google.ts';
import { openGoogleClient, type GoogleClient } from './google-client.ts';
import { GoogleFault } from './google-fault.ts';
import { googleCredentials, googlePlaces } from './google-settings.ts';
import { patiently, type PatienceWorld } from './patience.ts';

export type GoogleForm = forms_v1.Schema$Form;
export type GoogleResponse = forms_v1.Schema$FormResponse;
export type GoogleChange = forms_v1.Schema$Request;
export type GooglePermission = drive_v3.Schema$Permission;

/** Which answers are wanted. */
export interface ResponseWish {
  /** Only those at or after this moment, RFC 3339 in UTC. */
  since?: string | undefined;
  /** Where the page before ended. */
  page?: string | undefined;
}

/** What we ask of Google about forms; every method rejects with a `GoogleFault`, after patience where patience helps. */
export interface GoogleForms {
  form(id: string): Promise<GoogleForm>;
  /** A page of at most 5,000 answers in no promised order. */
  responses(id: string, wish: ResponseWish): Promise<{ responses: GoogleResponse[]; next: string | undefined }>;
  /** Whether an answer that a form has listed was deleted there since: Google is asked for this one and does not know it. */
  gone(id: string, response: string): Promise<boolean>;
  /** A new form with nothing but a title. Not tried twice when the outcome is unknown: there would be two forms. */
  create(title: string): Promise<GoogleForm>;
  /** Changes a form that still is at this revision. */
  change(id: string, revision: string, changes: GoogleChange[]): Promise<GoogleForm>;
  publish(id: string): Promise<void>;
  permissions(id: string): Promise<GooglePermission[]>;
  permit(id: string, permission: GooglePermission): Promise<void>;
  /** Cells of a spreadsheet, used or not; Google allows 10,000,000. */
  cells(sheet: string): Promise<number>;
}

/** Google's forms by the settings of this process. Throws a `GoogleFault` (`settings`) when they are missing or wrong. */
export function googleForms(env: Readonly<Record<string, string | undefined>>, purpose: 'look' | 'make', patience?: PatienceWorld, timeout?: number): GoogleForms {
  const credentials = googleCredentials(env);
  const places = googlePlaces(env);
  const ask = askGoogle(() => openGoogleClient(credentials, places, purpose, timeout));
  const keep = <T>(what: string, call: (client: GoogleClient) => Promise<{ data: T }>) => patiently(() => ask(what, call), patience);
  const named = (id: string) => `the form ${id}`;
  return {
    form: (id) => keep(named(id), ({ forms }) => forms.forms.get({ formId: id })),
    async responses(id, { since, page }) {
      const wish = { formId: id, pageSize: 5000, ...(since && { filter: `timestamp >= ${since}` }), ...(page && { pageToken: page }) };
      const { responses, nextPageToken } = await keep(`the answers of the form ${id}`, ({ forms }) => forms.forms.responses.list(wish));
      return { responses: responses ?? [], next: nextPageToken || undefined };
    },
    gone: (id, response) => keep(`an answer of the form ${id}`, ({ forms }) => forms.forms.responses.get({ formId: id, responseId: response, fields: 'responseId' })).then(() => false, (error: unknown) => {
      if (error instanceof GoogleFault && error.trouble === 'missing') return true;
      throw error;
    }),
    create: (title) => patiently(() => ask('a new form', ({ forms }) => forms.forms.create({ requestBody: { info: { title, documentTitle: title } } })).catch(onlyWhenNothingHappened), patience),
    async change(id, revision, changes) {
      const requestBody = { includeFormInResponse: true, requests: changes, writeControl: { requiredRevisionId: revision } };
      return (await keep(named(id), ({ forms }) => forms.forms.batchUpdate({ formId: id, requestBody }))).form ?? {};
    },
    async publish(id) {
      const publishState = { isPublished: true, isAcceptingResponses: true };
      await keep(named(id), ({ forms }) => forms.forms.setPublishSettings({ formId: id, requestBody: { publishSettings: { publishState }, updateMask: 'publish_state' } }));
    },
    async permissions(id) {
      const list = await keep(`the permissions of the form ${id}`, ({ drive }) => drive.permissions.list({ fileId: id, supportsAllDrives: true, includePermissionsForView: 'published', fields: 'permissions(id,type,role,view)', pageSize: 100 }));
      return list.permissions ?? [];
    },
    async permit(id, permission) {
      await keep(`the permissions of the form ${id}`, ({ drive }) => drive.permissions.create({ fileId: id, supportsAllDrives: true, sendNotificationEmail: false, requestBody: permission }));
    },
    async cells(sheet) {
      const book = await keep(`the spreadsheet ${sheet}`, ({ sheets }) => sheets.spreadsheets.get({ spreadsheetId: sheet, fields: 'sheets.properties.gridProperties' }));
      return (book.sheets ?? []).reduce((sum, { properties }) => sum + (properties?.gridProperties?.rowCount ?? 0) * (properties?.gridProperties?.columnCount ?? 0), 0);
    },
  };
}

/** A pause that Google asked for is no outcome; anything else may have made the form. */
function onlyWhenNothingHappened(error: unknown): never {
  if (error instanceof GoogleFault && error.passes && !error.message.startsWith('Google has had too many')) {
    throw new GoogleFault('odd', `${error.message.replace(/ Check .*| It is tried again\.$/, '')} The form may have been made all the same: look for it at https://docs.google.com/forms before you try again.`);
  }
  throw error;
}

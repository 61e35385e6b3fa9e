/** An answer of the stand-in: JSON, or a page. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  html?: string;
  /** Sent instead of the rest: what remains of an answer that was cut. */
  cut?: string;
}

/** Google's names for statuses of its APIs (google.rpc.Code). */
const STATUS = { 400: 'INVALID_ARGUMENT', 401: 'UNAUTHENTICATED', 403: 'PERMISSION_DENIED', 404: 'NOT_FOUND', 405: 'UNIMPLEMENTED', 429: 'RESOURCE_EXHAUSTED' } as const;

/** An error as Google's APIs tell it; the older ones name a `reason` beside it. */
export class ApiError extends Error {
  reply: Reply;
  constructor(code: keyof typeof STATUS, message: string, details: unknown[] = [], headers: Record<string, string> = {}, reason?: string) {
    super(message);
    this.reply = { status: code, headers, json: { error: { code, message, status: STATUS[code], ...(details.length > 0 && { details }), ...(reason && { errors: [{ message, domain: 'global', reason }] }) } } };
  }
}

export const page = (status: number, title: string, body = '', headers: Record<string, string> = {}): Reply => ({
  status, headers, html: `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`,
});

export const redirect = (location: string): Reply => page(302, 'Moved Temporarily', '', { Location: location });

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

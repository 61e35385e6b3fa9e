import type { Accounts, SignIn } from './accounts.ts';
import { ruleFault, type FaultBox, type FaultRule } from './fault-box.ts';
import type { FormBook } from './form-book.ts';
import { plantFigures } from './plant-figures.ts';
import { page, type Reply } from './reply.ts';
import type { ReportBook } from './report-book.ts';

/** What only a person can set, in the form's editor. */
interface ByHand {
  confirmation?: string;
  oneResponse?: boolean;
  editable?: boolean;
  receipts?: boolean;
  shared?: boolean;
}

const FORM = /^\/stand-in\/forms\/([^/]+)$/;
const BY_HAND: Record<keyof ByHand, string> = { confirmation: 'string', oneResponse: 'boolean', editable: 'boolean', receipts: 'boolean', shared: 'boolean' };

/** The stand-in's own door: `GET /stand-in`, `PUT /stand-in/faults`, `PUT /stand-in/figures`, `PATCH /stand-in/forms/<id>` for what people set by hand, `PUT /stand-in/sign-in` for who signs in. */
export function answerControl({ book, accounts, reports, faults }: { book: FormBook; accounts: Accounts; reports: ReportBook; faults: FaultBox }, method: string, path: string, body: unknown): Reply {
  const no = (status: number, error: string): Reply => ({ status, json: { error } });
  if (path === '/stand-in' && method === 'GET') {
    const forms = [...book.forms.values()].map(({ form, publicId, confirmation, rows, source }) => ({ id: form.formId, public: publicId, title: form.info?.title, confirmation, answers: source?.length ?? rows.length, ...form.publishSettings?.publishState }));
    const figures = { search: [...reports.search.keys()], analytics: [...reports.analytics.keys()], channels: [...reports.channels.keys()], spreadsheets: [...reports.spreadsheets.keys()] };
    return { status: 200, json: { forms, figures, faults: faults.rules, struck: Object.fromEntries(faults.struck) } };
  }
  if (path === '/stand-in/faults' && method === 'PUT') {
    if (!Array.isArray(body)) return no(400, 'Send a list of faults, [] for none.');
    const wrong = (body as Partial<FaultRule>[]).map(ruleFault).find(Boolean);
    if (wrong) return no(400, wrong);
    faults.rules = body as FaultRule[];
    return { status: 200, json: faults.rules };
  }
  if (path === '/stand-in/sign-in' && method === 'PUT') {
    const { email, verified = true, denies } = (body ?? {}) as Partial<SignIn>;
    if (typeof email !== 'string') return no(400, 'Say who signs in: {"email": "director@havenlicht.example", "verified": true, "denies": false}.');
    accounts.signIn = { email, verified: verified === true, denies: denies === true };
    return { status: 200, json: accounts.signIn };
  }
  if (path === '/stand-in/figures' && method === 'PUT') {
    const wrong = plantFigures(reports, body);
    return wrong ? no(400, wrong) : { status: 200, json: {} };
  }
  const id = FORM.exec(path)?.[1];
  if (id !== undefined && method === 'PATCH') {
    const entry = book.forms.get(id);
    if (!entry) return no(404, 'There is no form with this id.');
    const wrong = Object.entries((body ?? {}) as object).find(([name, value]) => BY_HAND[name as keyof ByHand] !== typeof value);
    if (wrong) return no(400, `Only these can be set here: ${Object.entries(BY_HAND).map(([name, type]) => `${name} (${type})`).join(', ')}.`);
    Object.assign(entry, body);
    return { status: 200, json: body };
  }
  return page(404, 'Page Not Found');
}

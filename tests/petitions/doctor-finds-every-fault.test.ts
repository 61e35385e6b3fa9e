import { describe, expect, test } from 'vitest';
import { GoogleFault } from '../../integrations/google/google-fault.ts';
import { googleForms } from '../../integrations/google/google-forms.ts';
import type { StandInForm } from '../../integrations/google/stand-in/form-book.ts';
import { examine, type DoctorWorld } from '../../integrations/petitions/doctor.ts';
import type { WrittenForm } from '../../integrations/petitions/finding.ts';
import { FIELDS, googleWithForm } from './form-desk.ts';

type Desk = Awaited<ReturnType<typeof googleWithForm>>;

/** The form as `petition.yml` has it, and the form at Google; a fault is planted into one of them. */
interface Planted {
  written: WrittenForm;
  entry: StandInForm;
  book: Desk['google']['book'];
  world: DoctorWorld;
  id(name: string): string;
  /** The question at Google under this name. */
  question(name: string): { title: string; required: boolean; textQuestion?: unknown; choiceQuestion?: unknown };
}

async function doctorSees(plant: (planted: Planted) => void = () => {}, fields: readonly string[] = FIELDS): Promise<string[]> {
  const { api, forms, form, entry, google } = await googleWithForm();
  const written: WrittenForm = { ...form, questions: { ...form.questions } as Record<string, string> };
  const ids = { ...written.questions };
  const world: DoctorWorld = { api, forms };
  const item = (name: string) => entry.form.items.find(({ questionItem }) => questionItem?.question?.questionId === ids[name])!;
  plant({
    written, entry, world, book: google.book, id: (name) => ids[name]!,
    question: (name) => {
      const found = item(name);
      return new Proxy(found.questionItem!.question as never, {
        set: (target, key, value) => (key === 'title' ? Reflect.set(found, 'title', value) : Reflect.set(target, key, value)),
        deleteProperty: (target, key) => Reflect.deleteProperty(target, key),
      });
    },
  });
  return (await examine(written, fields, world)).map(({ field, wrong, remedy }) => `${field}: ${wrong} ${remedy}`);
}

const swap = (questions: Record<string, string>, a: string, b: string) => void ([questions[a], questions[b]] = [questions[b]!, questions[a]!]);
const noAccess = { GOOGLE_APIS_URL: 'http://127.0.0.1:9' };
const apiFault = (): GoogleFault => {
  try {
    googleForms(noAccess, 'look');
  } catch (error) {
    return error as GoogleFault;
  }
  throw new Error('There are no credentials here.');
};

test('the doctor finds nothing about a form that is well', async () => {
  expect(await doctorSees()).toEqual([]);
});

const faults: [string, (planted: Planted) => void, RegExp][] = [
  ['a wrong edit id', ({ written }) => (written.id = `1${'x'.repeat(43)}`), /^form\.id: Google knows nothing of the form .*edit address/],
  ['the public id in place of the edit id', ({ written }) => (written.id = written.public!), /^form\.id: This is the public id/],
  ['no edit id', ({ written }) => delete written.id, /^form\.id: .*missing/],
  ['a form that is not shared with us', ({ entry }) => (entry.shared = false), /^form\.id: Google does not let us at the form .*Share it/],
  ['the API switched off in the project', ({ book }) => (book.off = true), /switched off.*switch on/],
  ['credentials missing', ({ world }) => (world.api = apiFault()), /no credentials.*GOOGLE_ACCESS_TOKEN/],
  ['a public id of no form', ({ written }) => (written.public = `1FAIpQL${'y'.repeat(49)}`), /^form\.public: This public id belongs to another form.*Write 1FAIpQL/],
  ['a public id that is none', ({ written }) => (written.public = written.id!), /^form\.public: This is not the public id/],
  ['no public id', ({ written }) => delete written.public, /^form\.public: .*missing/],
  ['a deleted question', ({ entry, id }) => void entry.form.items.splice(entry.form.items.findIndex(({ questionItem }) => questionItem?.question?.questionId === id('place')), 1), /^form\.questions\.place: The form has no question/],
  ['the id of an item in place of its question’s', ({ written, entry, id }) => (written.questions['email'] = entry.form.items.find(({ questionItem }) => questionItem?.question?.questionId === id('email'))!.itemId!), /^form\.questions\.email: .*id of an item.*Write [\da-f]{8}/],
  ['an id with a slip', ({ written }) => (written.questions['email'] = 'deadbeef'), /^form\.questions\.email: The form has no question.*“E-mail address” has the id/],
  ['two swapped ids', ({ written }) => swap(written.questions, 'name', 'email'), /^form\.questions\.name: .*“E-mail address” does not seem to ask for “name” but for “email”/],
  ['two swapped ids of what the page fills in', ({ written }) => swap(written.questions, 'ref', 'source'), /^form\.questions\.ref: .*“Source”.*swapped/],
  ['two names for one question', ({ written }) => (written.questions['country'] = written.questions['place']!), /^form\.questions\.country: “place” and “country” lead to the same/],
  ['an id that is no id', ({ written }) => (written.questions['name'] = 'entry.42'), /^form\.questions\.name: “entry\.42” is not the id/],
  ['a mistyped name of a question', ({ written }) => { written.questions['emial'] = written.questions['email']!; delete written.questions['email']; }, /^form\.questions\.emial: .*Write “email”/],
  ['no place for the reference', ({ written }) => delete written.questions['ref'], /no question for “ref”/],
  ['no place for what the petition asks', ({ written }) => delete written.questions['comment'], /no question for “comment”/],
  ['a question that must be answered and need not', ({ question }) => (question('place').required = true), /^form\.questions\.place: The form insists.*“Required” off/],
  ['a question that need not be answered and must', ({ question }) => (question('consent').required = false), /^form\.questions\.consent: The form does not insist.*“Required” on/],
  ['one more question that must be answered', ({ entry }) => void entry.form.items.push({ itemId: '0000aaaa', title: 'Your shoe size', questionItem: { question: { questionId: '0000bbbb', required: true, textQuestion: {} } } }), /insists on an answer to “Your shoe size”/],
  ['a choice in place of a short answer', ({ question }) => { delete question('country').textQuestion; question('country').choiceQuestion = { type: 'DROP_DOWN', options: [{ value: 'Nederland' }] }; }, /^form\.questions\.country: .*a list to choose from/],
  ['boxes for the consent', ({ question }) => { delete question('consent').textQuestion; question('consent').choiceQuestion = { type: 'CHECKBOX', options: [{ value: 'I agree' }] }; }, /^form\.questions\.consent: .*boxes to tick/],
  ['two sections', ({ entry }) => void entry.form.items.splice(4, 0, { itemId: '0000cccc', title: 'More', pageBreakItem: {} }), /has 2 sections/],
  ['a file to send', ({ entry }) => void entry.form.items.push({ itemId: '0000dddd', title: 'Your photo', questionItem: { question: { questionId: '0000eeee', fileUploadQuestion: {} } } }), /“Your photo” asks for a file/],
  ['verified addresses', ({ entry }) => (entry.form.settings = { emailCollectionType: 'VERIFIED' }), /verified addresses.*Do not collect/],
  ['addresses in a field of the form’s own', ({ entry }) => (entry.form.settings = { emailCollectionType: 'RESPONDER_INPUT' }), /field of its own/],
  ['one response a person', ({ entry }) => (entry.oneResponse = true), /asked to sign in.*Limit to 1 response/],
  ['a form that is not published', ({ entry }) => (entry.form.publishSettings = { publishState: { isPublished: false, isAcceptingResponses: false } }), /is not published.*Publish/],
  ['a form published for staff alone', ({ entry }) => (entry.permissions = [{ type: 'domain', role: 'reader', view: 'published' }]), /published, but not for everybody.*Anyone with the link/],
  ['a form that takes no answers', ({ entry }) => (entry.form.publishSettings = { publishState: { isPublished: true, isAcceptingResponses: false } }), /does not accept responses/],
  ['Google’s own confirmation', ({ entry }) => (entry.confirmation = ''), /^form\.confirmation: .*Google’s own.*Settings → Presentation/],
  ['a confirmation without our token', ({ entry }) => (entry.confirmation = 'Thank you. OK-1234'), /^form\.confirmation: .*“Thank you\. OK-1234”.*write for example: Thank you\. OK-7f3a9c21/],
  ['no token', ({ written }) => delete written.confirmation, /^form\.confirmation: There is no confirmation token/],
  ['copies for people', ({ entry }) => (entry.receipts = true), /copy of their answers.*Off/],
  ['a spreadsheet that is nearly full', ({ entry, book }) => { entry.form.linkedSheetId = 'sheet'; book.sheets.set('sheet', [{ rows: 600_000, columns: 12 }]); }, /has 72 % of the 10 million cells/],
  ['a spreadsheet that we may not see', ({ entry }) => (entry.form.linkedSheetId = 'hidden'), /may not look at/],
];

describe('the doctor finds', () => {
  test.each(faults)('%s', async (_, plant, expected) => {
    const seen = await doctorSees(plant);
    expect(seen.filter((line) => expected.test(line)), seen.join('\n')).toHaveLength(1);
    // A fault is told once, with what to do.
    expect(seen.length, seen.join('\n')).toBeLessThanOrEqual(2);
    for (const line of seen) expect(line).toMatch(/\S\. .+\S$/);
  });
});

describe('without the API the doctor still sees', () => {
  test.each(faults.filter(([name]) => /deleted question|must be answered|two sections|boxes for|verified addresses|without our token|one response/.test(name)))('%s', async (_, plant, expected) => {
    const seen = await doctorSees((planted) => {
      plant(planted);
      planted.world.api = apiFault();
    });
    expect(seen.some((line) => expected.test(line) || /sign in/.test(line)), seen.join('\n')).toBe(true);
  });
});

test('a sheet with room enough is no fault, and neither are titles of one’s own', async () => {
  expect(await doctorSees(({ entry, book, question }) => {
    entry.form.linkedSheetId = 'sheet';
    book.sheets.set('sheet', [{ rows: 1000, columns: 12 }]);
    question('name').title = 'Who are you?';
    question('place').title = 'Where do you live?';
    entry.form.items.push({ itemId: '0000aaaa', title: 'Anything else?', questionItem: { question: { questionId: '0000bbbb', textQuestion: {} } } });
  })).toEqual([]);
});

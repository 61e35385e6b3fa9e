import { startStandIn } from '../google/stand-in/stand-in.ts';
import { draftChanges } from '../petitions/form-draft.ts';
import { carryOut } from '../google/stand-in/form-changes.ts';

// A program of its own, because what a stand-in costs is not what a sync costs.
const answers = Number(process.argv[2] ?? 1_000_000);
const { apis, book } = await startStandIn();
const entry = book.create('A million');
for (const [number, change] of draftChanges(['name', 'email', 'place'], 'en', '').entries()) carryOut(book, entry, change, number);
const names = ['name', 'email', 'place', 'consent', 'updates', 'language', 'source', 'bucket', 'ref', 'version'];
const ids = entry.form.items.map(({ questionItem }) => questionItem!.question!.questionId!);
const start = Date.parse('2026-10-01T00:00:00Z');

entry.source = {
  length: answers,
  at(index) {
    const at = new Date(start + index * 4000).toISOString();
    const hex = index.toString(16).padStart(12, '0');
    const values = [`Signer ${letters(index)}`, `signer${index}@mail.example`, 'Havenstad', 'yes', index % 3 === 0 ? 'yes' : '', 'nl', 'whatsapp', 'b', `1b9d6bcd-bbfd-4b2d-9b5d-${hex}`, '0a1b2c3d'];
    return {
      responseId: `ACYDBNh${hex}${'x'.repeat(41)}`, createTime: at, lastSubmittedTime: at,
      answers: Object.fromEntries(ids.flatMap((questionId, question) => (values[question] ? [[questionId, { questionId, textAnswers: { answers: [{ value: values[question] }] } }]] : []))),
    };
  },
};

/** A number in letters, since digits are no part of names. */
function letters(number: number): string {
  return [...number.toString()].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

process.send!({ apis, id: entry.form.formId, public: entry.publicId, questions: Object.fromEntries(names.map((name, index) => [name, ids[index]])) });
process.once('disconnect', () => process.exit(0));

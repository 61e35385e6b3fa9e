import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { GoogleChange } from '../google-forms.ts';
import type { FormBook, StandInForm } from './form-book.ts';
import { ApiError } from './reply.ts';

type Item = forms_v1.Schema$Item;
type Question = forms_v1.Schema$Question;

const KINDS = ['createItem', 'deleteItem', 'moveItem', 'updateFormInfo', 'updateItem', 'updateSettings'] as const;
const ITEM_KINDS = ['questionItem', 'questionGroupItem', 'pageBreakItem', 'textItem', 'imageItem', 'videoItem'] as const;
const QUESTION_KINDS = ['textQuestion', 'choiceQuestion', 'scaleQuestion', 'dateQuestion', 'timeQuestion', 'fileUploadQuestion', 'ratingQuestion', 'rowQuestion'] as const;
const COLLECTION = ['DO_NOT_COLLECT', 'VERIFIED', 'RESPONDER_INPUT'];

const wrong = (message: string) => new ApiError(400, message);

/** Carries out one change of a `batchUpdate`, as strictly as the API; its part of the reply. */
export function carryOut(book: FormBook, { form }: StandInForm, change: GoogleChange, number: number): forms_v1.Schema$Response {
  const kinds = Object.keys(change ?? {});
  const kind = KINDS.find((known) => known === kinds[0]);
  if (!kind || kinds.length !== 1) throw wrong(`Invalid value at 'requests[${number}]' (oneof), exactly one of ${KINDS.join(', ')} must be set.`);
  const indexOf = (location: forms_v1.Schema$Location | undefined, most: number) => {
    const index = location?.index;
    if (typeof index !== 'number' || !Number.isInteger(index) || index < 0 || index > most) throw wrong(`Invalid requests[${number}].${kind}: location.index must be between 0 and ${most}.`);
    return index;
  };
  const last = form.items.length - 1;
  if (kind === 'createItem') {
    const index = indexOf(change.createItem!.location, form.items.length);
    const item = newItem(book, change.createItem!.item, number);
    form.items.splice(index, 0, item);
    return { createItem: { itemId: item.itemId!, questionId: questionsOf(item).map(({ questionId }) => questionId!) } };
  }
  if (kind === 'deleteItem') form.items.splice(indexOf(change.deleteItem!.location, last), 1);
  else if (kind === 'moveItem') {
    const [item] = form.items.splice(indexOf(change.moveItem!.originalLocation, last), 1);
    form.items.splice(indexOf(change.moveItem!.newLocation, last), 0, item!);
  } else if (kind === 'updateItem') {
    const { item, location, updateMask } = change.updateItem!;
    const index = indexOf(location, last);
    if (!updateMask) throw wrong(`Invalid requests[${number}].updateItem: update_mask is required.`);
    if (item?.itemId && item.itemId !== form.items[index]!.itemId) throw wrong(`Invalid requests[${number}].updateItem: the item ID does not match the location.`);
    form.items[index] = { ...form.items[index], ...item, itemId: form.items[index]!.itemId! };
  } else if (kind === 'updateFormInfo') {
    const { info, updateMask } = change.updateFormInfo!;
    if (!updateMask) throw wrong(`Invalid requests[${number}].updateFormInfo: update_mask is required.`);
    if (info?.documentTitle !== undefined) throw wrong(`Invalid requests[${number}].updateFormInfo: document_title is read-only.`);
    form.info = { ...form.info, ...info };
  } else {
    const { settings, updateMask } = change.updateSettings!;
    if (!updateMask) throw wrong(`Invalid requests[${number}].updateSettings: update_mask is required.`);
    const unknown = Object.keys(settings ?? {}).find((name) => !['emailCollectionType', 'quizSettings'].includes(name));
    if (unknown) throw wrong(`Invalid JSON payload received. Unknown name "${unknown}" at 'requests[${number}].update_settings.settings': Cannot find field.`);
    if (settings?.emailCollectionType && !COLLECTION.includes(settings.emailCollectionType)) throw wrong(`Invalid value at 'requests[${number}].update_settings.settings.email_collection_type', "${settings.emailCollectionType}"`);
    form.settings = { ...form.settings, ...settings };
  }
  return {};
}

/** An item with ids of its own for it and its questions. */
function newItem(book: FormBook, written: Item | undefined, number: number): Item {
  const kinds = ITEM_KINDS.filter((kind) => written?.[kind] !== undefined);
  if (!written || kinds.length !== 1) throw wrong(`Invalid requests[${number}].createItem: exactly one kind of item must be set.`);
  if (/[\n\r]/.test(written.title ?? '')) throw wrong('Displayed text cannot contain newlines.');
  const item = structuredClone(written);
  item.itemId ??= book.newId();
  for (const question of questionsOf(item)) {
    const asked = QUESTION_KINDS.filter((kind) => question[kind] !== undefined);
    if (asked.length !== 1) throw wrong(`Invalid requests[${number}].createItem: exactly one kind of question must be set.`);
    if (asked[0] === 'fileUploadQuestion') throw wrong(`Invalid requests[${number}].createItem: file upload questions cannot be created by the API.`);
    if (question.questionId !== undefined && !/^[\da-f]{8}$/.test(question.questionId ?? '')) throw wrong(`Invalid requests[${number}].createItem: question IDs have eight hexadecimal digits.`);
    question.questionId ??= book.newId();
  }
  return item;
}

/** The questions of an item: one, the rows of a grid, or none. */
export const questionsOf = (item: Item): Question[] => (item.questionItem?.question ? [item.questionItem.question] : (item.questionGroupItem?.questions ?? []));

import { existsSync, readdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isScalar, parseDocument, type Document } from 'yaml';
import { nearest } from '../../src/domain/fault.ts';
import type { PetitionForm } from '../../src/domain/petition.ts';
import { Refusal } from '../refusal.ts';
import type { WrittenForm } from './finding.ts';

/** A `petition.yml` as it stands, with its comments. */
export interface PetitionFile {
  slug: string;
  /** Below the project. */
  path: string;
  document: Document;
  /** What the petition asks. */
  fields: string[];
  form: WrittenForm | undefined;
}

/** Slugs of all petitions that have a `petition.yml`. */
export function petitionSlugs(root: string): string[] {
  const folder = join(root, 'content/petitions');
  return existsSync(folder) ? readdirSync(folder).filter((slug) => existsSync(join(folder, slug, 'petition.yml'))).sort() : [];
}

/** Opens a petition's file, however wrong its fields are; refuses a slug that is none, and a file that is no YAML. */
export async function openPetitionFile(root: string, slug: string): Promise<PetitionFile> {
  const slugs = petitionSlugs(root);
  if (!slugs.includes(slug)) {
    const meant = nearest(slug, slugs);
    throw new Refusal(`There is no petition “${slug}” with a petition.yml in content/petitions/${meant ? `; did you mean ${meant}?` : '. “npm run new -- petition <slug>” makes one.'}`, 2);
  }
  const path = `content/petitions/${slug}/petition.yml`;
  const document = parseDocument(await readFile(join(root, path), 'utf8'), { stringKeys: true });
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) throw new Refusal(`${path} cannot be read. “npm run build” tells the line; mend it first.`);
  const fields = document.getIn(['fields']);
  const listed = (fields as { toJSON?(): unknown } | undefined)?.toJSON?.();
  return { slug, path, document, fields: Array.isArray(listed) ? listed.map(String) : ['name', 'email'], form: formIn(document) };
}

/** Texts as they were typed: an id such as 12345678 or 1e234567 would otherwise be a number. */
function formIn(document: Document): WrittenForm | undefined {
  const form = document.get('form', true);
  if (!isMap(form)) return undefined;
  const text = (map: unknown, key: string): string | undefined => {
    const node = isMap(map) ? map.get(key, true) : undefined;
    if (!isScalar(node) || node.value === null) return undefined;
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  };
  const questions = form.get('questions', true);
  const named = isMap(questions) ? questions.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [];
  return { id: text(form, 'id'), public: text(form, 'public'), confirmation: text(form, 'confirmation'), questions: Object.fromEntries(named.map((name) => [name, text(questions, name) ?? ''])) };
}

/** Writes the form into the file; everything else, comments included, stays as it is. What is undefined is left as it was. */
export async function writeForm(root: string, { path, document }: PetitionFile, form: Partial<PetitionForm>): Promise<void> {
  for (const key of ['id', 'public', 'confirmation'] as const) if (form[key] !== undefined) document.setIn(['form', key], form[key]);
  if (form.questions) document.setIn(['form', 'questions'], document.createNode(Object.fromEntries(Object.entries(form.questions).filter(([, id]) => id !== undefined))));
  const part = join(root, `${path}.part`);
  await writeFile(part, document.toString({ lineWidth: 0, flowCollectionPadding: true }));
  await rename(part, join(root, path));
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../src/domain/fault.ts';
import type { Day } from '../../src/domain/instant.ts';
import type { Texts } from '../../src/domain/organisation.ts';
import type { PetitionTerms } from '../../src/domain/petition.ts';
import { termsSchema } from '../../src/schemas/petition-terms.ts';
import { readText } from './content-folder.ts';
import { faultsOf } from './field-faults.ts';
import type { StoryFile } from './story-folder.ts';
import { thousandsSigns } from './thousands-signs.ts';
import { untouchedPlaces } from './untouched.ts';
import { readYaml, type WrittenFile } from './written-file.ts';

/** What `petition.yml` says; its target in one language for all, or by language. */
type WrittenTerms = Omit<PetitionTerms, 'target'> & { target: string | Texts };

/** By slug; petitions whose file is missing or has faults are not in it. */
export type TermsByPetition = ReadonlyMap<string, WrittenTerms>;

/** Where a petition's terms stand, below the project. */
export const termsFile = (slug: string) => `content/petitions/${slug}/petition.yml`;

/** Reads `petition.yml` of every petition among the files; what is wrong is told once, whatever the number of languages. */
export async function readTerms(root: string, opened: readonly { file: StoryFile; written: WrittenFile | undefined }[], today: Day, faults: Fault[]): Promise<TermsByPetition> {
  const terms = new Map<string, WrittenTerms>();
  const schema = termsSchema(today);
  for (const [slug, files] of Map.groupBy(opened.filter(({ file }) => file.kind === 'petition'), ({ file }) => file.slug)) {
    const own: Fault[] = [];
    const drafts = files.every(({ written }) => (written?.fields as { draft?: unknown } | undefined)?.draft === true);
    const read = await readOne(root, termsFile(slug), schema, { draft: drafts, languages: files.map(({ file }) => file.lang) }, own);
    faults.push(...own);
    if (read && own.every(({ stops }) => stops === 'nothing')) terms.set(slug, read);
  }
  return terms;
}

/** What stands after “milestones” and “count”, and in a line of a list. */
const NUMBERS = /(?:\bmilestones:|\bcount:|^\s*-)\s*["']?(\[?\s*\d[\d.,\s]*)/;

async function readOne(root: string, file: string, schema: ReturnType<typeof termsSchema>, { draft, languages }: { draft: boolean; languages: readonly string[] }, faults: Fault[]): Promise<WrittenTerms | undefined> {
  if (!existsSync(join(root, file))) {
    faults.push({ file, stops: 'story', wrong: 'The petition has no petition.yml, which says whom it asks and until when.', remedy: 'Write the file, with target, opens and closes, as shown in content/README.md.' });
    return undefined;
  }
  const text = await readText(root, file, faults);
  const written = text && readYaml(file, text.text);
  if (!written) return undefined;
  if (Array.isArray(written)) {
    faults.push(...written);
    return undefined;
  }
  const signs = thousandsSigns(file, text.text, NUMBERS, 'story');
  if (signs.length > 0) {
    faults.push(...signs);
    return undefined;
  }
  const parsed = schema.safeParse(written.fields);
  if (!parsed.success) {
    const found = faultsOf(written, parsed.error, Object.keys(schema.shape), 'story');
    // What still stands there from the template is told beside them, and nothing twice.
    const untouched = draft ? [] : untouchedPlaces(written, written.fields as object).filter(({ field }) => !found.some((fault) => fault.field === field));
    faults.push(...found, ...untouched);
    return undefined;
  }
  if (draft) return parsed.data;
  const untouched = untouchedPlaces(written, parsed.data);
  faults.push(...untouched);
  if (!untouched.some(({ field }) => field === 'target')) faults.push(...untranslatedTarget(written, parsed.data, languages));
  return parsed.data;
}

/** Warnings for readers who find the target in a language other than that of the text around it. */
function untranslatedTarget(written: WrittenFile, { target }: WrittenTerms, languages: readonly string[]): Fault[] {
  const told = typeof target === 'string' ? languages.slice(1) : languages.filter((lang) => target[lang] === undefined);
  if (told.length === 0) return [];
  const wrong = typeof target === 'string' ? `The petition has texts in ${languages.join(', ')}, and names its target in one language for all.` : `The target has no text in ${told.join(', ')}, so it stands there in another language.`;
  const remedy = `Write it by language, as in target: { ${languages.map((lang) => `${lang}: …`).join(', ')} }.`;
  return [{ file: written.file, line: written.lineOf(['target']) ?? 1, field: 'target', stops: 'nothing', wrong, remedy }];
}

/** The terms as readers of `lang` see them: a target without that language stands in the first that is written. */
export function termsIn(terms: TermsByPetition, slug: string, lang: string): PetitionTerms | undefined {
  const written = terms.get(slug);
  if (!written) return undefined;
  const { target } = written;
  return { ...written, target: typeof target === 'string' ? target : (target[lang] ?? Object.values(target)[0]!) };
}

/** First eight hex digits of the SHA-256 of what people sign, in Unicode's composed form; blanks and line breaks make no difference. */
export function versionOf(ask: string, text: string): string {
  const bare = `${ask}\n${text}`.normalize('NFC').replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(bare).digest('hex').slice(0, 8);
}

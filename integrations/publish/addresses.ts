import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastingAddresses } from '../../src/domain/address.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import type { Edition } from '../files/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Redirects } from './redirects.ts';

/** The promise that what was published stays; kept beside the texts, so that it travels with them. */
const FILE = 'content/published.txt';
const HEAD = '# Every address that was ever public. The build adds to it and refuses to lose one; commit it with the texts.\n';

/** The addresses of this edition that are promised to last. */
export function addressesToKeep(newsroom: Newsroom): string[] {
  return lastingAddresses(newsroom).map(({ path }) => path);
}

/** Reads the promised addresses, and refuses to build when one of them would lead nowhere. */
export async function checkAddresses(root: string, newsroom: Newsroom, redirects: Redirects, edition: Edition): Promise<string[]> {
  const promised = await readPromised(root);
  const there = new Set(addressesToKeep(newsroom));
  const moved = Object.keys(redirects);
  // A page that moved takes its feeds and files along.
  const lost = promised.filter((path) => !there.has(path) && !moved.some((from) => path.startsWith(from)));
  if (lost.length === 0) return promised;
  throw new Refusal(`These addresses were public and would be lost, so the site stays as it was:\n${summarised(lost).map((path) => `  ${path}${reasonFor(root, path, edition)}`).join('\n')}
If a text or a topic was renamed, write its old and new place into content/redirects.yml, like
  press/old-name: press/new-name
  topics/old-topic: topics/new-topic
If a text must go, keep the file and add “withdrawn: { at: …, text: why }”. If it was deleted by accident, bring it back.`);
}

async function readPromised(root: string): Promise<string[]> {
  let text = '';
  try {
    text = await readFile(join(root, FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new Refusal(`${FILE} cannot be read, so nobody knows what was promised. See to it that it is a file that we may read.`);
    if (existsSync(join(root, 'dist'))) console.error(`${FILE} is missing, though a site was built here before; a new list begins. If you did not delete it on purpose, bring it back.`);
  }
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const odd = lines.find((line) => !line.startsWith('/'));
  if (odd !== undefined) throw new Refusal(`${FILE} holds a line that is no address: “${odd.slice(0, 60)}”. If two versions of the file met, keep the addresses of both, and take such lines out.`);
  return lines;
}

/** Adds the new addresses to the list; writes nothing when there are none. */
export async function recordAddresses(root: string, promised: readonly string[], current: readonly string[]): Promise<void> {
  const all = [...new Set([...promised, ...current])].sort();
  if (all.length === promised.length) return;
  const path = join(root, FILE);
  await writeFile(`${path}.part`, `${HEAD}${all.join('\n')}\n`);
  await rename(`${path}.part`, path);
}

/** Pages first; feeds of a lost page say nothing new. */
function summarised(lost: readonly string[]): string[] {
  const pages = lost.filter((path) => path.endsWith('/'));
  const rest = lost.filter((path) => !pages.some((page) => path.startsWith(page)) && !path.endsWith('/'));
  return [...pages, ...rest].slice(0, 30);
}

function reasonFor(root: string, path: string, edition: Edition): string {
  const [, lang, section, slug] = path.split('/');
  const file = `content/${section}/${slug}/index.${lang}.md`;
  const faulty = [file, `content/${section}/${slug}/petition.yml`].find((path) => edition.faults.some((fault) => fault.file === path && fault.stops !== 'nothing'));
  if (faulty) return `   (${faulty} has faults, see above)`;
  return existsSync(join(root, file)) ? `   (${file} is a draft, under embargo or for later; what was public cannot be hidden again, only withdrawn)` : '';
}

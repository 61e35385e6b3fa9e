import { readFile, rename, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import sharp from 'sharp';
import { pictureFormat, tellingFields } from '../files/photo-metadata.ts';
import { Refusal } from '../refusal.ts';
import { readArguments } from './arguments.ts';

const HELP = `npm run photo -- clean <file …>   takes place, camera and owner out of pictures, without changing what they show
npm run photo -- check <file …>   tells what pictures would betray`;

const FORMATS: Record<string, 'jpeg' | 'png' | 'webp' | 'avif'> = { '.jpg': 'jpeg', '.jpeg': 'jpeg', '.png': 'png', '.webp': 'webp', '.avif': 'avif' };

/** `npm run photo`: makes pictures safe to publish. Exit 1 when `check` finds something. */
export async function photo(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, options: {}, words: true });
  const [task, ...files] = positionals;
  if (values.help || !task) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  if (!['clean', 'check'].includes(task) || files.length === 0) throw new Refusal(`Say what to do and with which file:\n${HELP}`, 2);
  let betraying = 0;
  for (const file of files) {
    const bytes = await readFile(file).catch(() => {
      throw new Refusal(`There is no file “${file}”. Write its path from the project’s folder, like content/media/street-stall.jpg.`, 2);
    });
    if (!pictureFormat(bytes)) throw new Refusal(`“${file}” is not a picture that we can read. Save it as JPEG or PNG first.`, 2);
    const fields = tellingFields(bytes);
    if (task === 'check') {
      console.log(`${file}: ${fields.length > 0 ? fields.join(', ') : 'nothing'}`);
      if (fields.length > 0) betraying++;
      continue;
    }
    await clean(file, bytes);
    console.log(`${file}: clean${fields.length > 0 ? `; taken out: ${fields.join(', ')}` : ''}`);
  }
  return betraying > 0 ? 1 : 0;
}

/** Encodes the picture anew, turned as it was meant to be seen; the old file stays until the new one is whole. */
async function clean(file: string, bytes: Buffer): Promise<void> {
  const format = FORMATS[extname(file).toLowerCase()];
  if (!format) throw new Refusal(`“${file}” is of a kind that browsers do not show. Save it as JPEG or PNG first.`, 2);
  const cleaned = await sharp(bytes).autoOrient().toFormat(format, { quality: format === 'png' ? undefined : 92 }).toBuffer().catch(() => {
    throw new Refusal(`“${file}” is damaged, so it was left as it is. Take the picture from where it came from once more.`, 2);
  });
  await writeFile(`${file}.part`, cleaned);
  await rename(`${file}.part`, file);
}

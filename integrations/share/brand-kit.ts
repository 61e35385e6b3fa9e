import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Organisation } from '../../src/domain/organisation.ts';
import { DEFAULT_COLOURS, type Brand } from '../../src/share/brand.ts';
import { Refusal } from '../refusal.ts';

/** What makes share images recognisable: colours and pattern of `content/site.ts`, the sign from `public/`. */
export async function readBrand(root: string, { brand }: Pick<Organisation, 'brand'>): Promise<Brand> {
  return { colours: { ...DEFAULT_COLOURS, ...brand?.colours }, pattern: brand?.pattern ?? 'beam', logo: await readLogo(root, brand?.logo ?? 'logo.svg') };
}

async function readLogo(root: string, name: string): Promise<string> {
  const place = `public/${name}`;
  const bytes = await readFile(join(root, place)).catch(() => {
    throw new Refusal(`The sign of the share images, ${place}, is missing. Put it there, or name another file under “brand.logo” in content/site.ts.`);
  });
  if (name.endsWith('.svg')) {
    const text = bytes.toString('utf8');
    if (!/\bviewBox="[-\d.]+ [-\d.]+ [\d.]+ [\d.]+"/.test(text)) throw new Refusal(`${place} does not tell its proportions. Export it again with a viewBox.`);
    return text.replace(/^[^<]*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|\s)*/i, '');
  }
  const { width, height, format } = await sharp(bytes).metadata();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><image href="data:image/${format};base64,${bytes.toString('base64')}" width="${width}" height="${height}"/></svg>`;
}

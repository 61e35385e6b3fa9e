import { readFileSync } from 'node:fs';
import { DEFAULT_COLOURS, type Brand } from '../../src/share/brand.ts';
import type { Setup } from '../../src/share/stage.ts';
import { directionOf } from '../../src/domain/language.ts';

/** The brand kit of the sample. */
export const brand: Brand = { colours: DEFAULT_COLOURS, logo: readFileSync(new URL('../../public/logo.svg', import.meta.url), 'utf8'), pattern: 'beam' };

/** A link card of the sample in a language; `own` replaces what the test is about. */
export function setup(lang: string, own: Partial<Setup> = {}): Setup {
  return { lang, direction: directionOf(lang), size: '1200x630', theme: 'light', brand, organisation: 'Havenlicht', host: 'havenlicht.example', ...own };
}

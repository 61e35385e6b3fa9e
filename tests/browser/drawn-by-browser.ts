import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { directionOf } from '../../src/domain/language.ts';
import { readPackaged } from '../../src/share/font.ts';
import { TYPEFACES, type Role } from '../../src/share/typeface.ts';
import type { InkPicture } from './ink.ts';

/** A text with its lines, as both are to draw it. */
export interface Sheet {
  lang: string;
  lines: readonly string[];
  size: number;
  width: number;
  /** From one line's middle to the next, far enough apart that nothing touches. */
  leading: number;
}

/** Loads the font files of a typeface into a page, in the order in which we ask them. */
export async function loadTypeface(page: Page, role: Role): Promise<void> {
  const faces = TYPEFACES[role].map(({ file }, index) => `@font-face { font-family: f${index}; src: url(data:font/woff;base64,${readPackaged(file).toString('base64')}) }`);
  const families = TYPEFACES[role].map((_, index) => `f${index}`).join(', ');
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${faces.join('\n')} * { margin: 0 } body { background: #fff } p { color: #000; font-family: ${families}; font-synthesis: none } span { white-space: nowrap }</style><p></p>`);
  await page.evaluate((names) => Promise.all(names.map((name) => document.fonts.load(`20px ${name}`))), TYPEFACES[role].map((_, index) => `f${index}`));
}

/** What a browser makes of the sheet. Lines are kept together, not torn apart, so that it resolves directions over the whole text. */
export async function drawByBrowser(page: Page, { lang, lines, size, width, leading }: Sheet): Promise<InkPicture> {
  await page.evaluate(
    ({ lang, direction, lines, size, width, leading }) => {
      const paragraph = document.querySelector('p')!;
      paragraph.lang = lang;
      paragraph.dir = direction;
      paragraph.style.cssText = `inline-size: ${width}px; font-size: ${size}px; line-height: ${leading}px; padding: 0 60px`;
      paragraph.replaceChildren(...lines.flatMap((line, index) => {
        const span = document.createElement('span');
        span.textContent = line;
        return index > 0 ? [' ', span] : [span];
      }));
    },
    { lang, direction: directionOf(lang), lines: [...lines], size, width, leading },
  );
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: width + 120, height: leading * lines.length } });
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, ink: Uint8Array.from(data, (light) => 255 - light) };
}

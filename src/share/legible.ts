import { contrast, type Colour } from './colour.ts';
import { CardRefusal } from './refusal.ts';

/** WCAG 2.2, success criterion 1.4.3, for text of any size. */
const LEAST = 4.5;
/** Share of a text's pixels that may stand on something else: the smoothed edge of a shape under a letter. */
const EDGES = 0.01;

/** Refuses a text that does not stand out from the pixels that are really under it: how many of each colour. */
export function mustStandOut(field: string, ink: Colour, under: ReadonlyMap<Colour, number>): void {
  const grounds = [...under].map(([colour, pixels]) => ({ ratio: contrast(ink, colour), pixels })).sort((a, b) => a.ratio - b.ratio);
  const total = grounds.reduce((sum, { pixels }) => sum + pixels, 0);
  let passed = 0;
  for (const { ratio, pixels } of grounds) {
    passed += pixels;
    if (passed <= total * EDGES) continue;
    if (ratio >= LEAST) return;
    const shown = (Math.floor(ratio * 10) / 10).toFixed(1);
    throw new CardRefusal(field, `“${field}” would stand out from its ground by only ${shown}:1, and ${LEAST}:1 is the least that people with weak eyes can read.`, 'Choose a darker or lighter colour under “brand” in content/site.ts.');
  }
}

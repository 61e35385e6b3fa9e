import { arrange } from './arrange.ts';
import type { Card } from './card.ts';
import type { Box } from './card-text.ts';
import { flatten, type Flat } from './flat.ts';
import { rasterOf, type Raster } from './raster.ts';

/** The boxes of a card, drawn once for all cards that share them. */
export interface Template {
  /** For cards without a photograph: at most 256 colours. */
  flat: Flat | undefined;
  /** For cards with one. */
  raster: Raster | undefined;
  /** Boxes by name of the slot. */
  slots: Record<string, Box>;
}

const KEPT = 24;
const templates = new Map<string, Promise<Template>>();

/** The template of a card: satori lays out its boxes, mirrored where text runs from the right, and paints all but words. */
export function templateOf({ layout, format, direction }: Pick<Card, 'layout' | 'format' | 'direction'>): Promise<Template> {
  const key = JSON.stringify([layout, format.size, direction]);
  const known = templates.get(key);
  if (known) return known;
  if (templates.size >= KEPT) templates.delete(templates.keys().next().value!);
  const template = paint({ layout, format });
  templates.set(key, template);
  return template;
}

async function paint({ layout, format: { width, height } }: Pick<Card, 'layout' | 'format'>): Promise<Template> {
  const { svg, slots } = await arrange(layout, width, height);
  const raster = rasterOf(svg);
  // Only one is kept, because a raster takes three megabytes.
  return slots['photo'] ? { raster, flat: undefined, slots } : { raster: undefined, flat: flatten(raster), slots };
}

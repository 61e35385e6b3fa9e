import satori from 'satori';
import type { Box } from './card-text.ts';
import type { Element } from './element.ts';

/** A layout with every box in its place. */
export interface Arrangement {
  /** All but words, as SVG. */
  svg: string;
  /** Boxes by name of the slot. */
  slots: Record<string, Box>;
  /** Surfaces and drawings from back to front. */
  pieces: ({ box: Box; colour: string } | { box: Box; source: string })[];
}

/** Lets satori lay out boxes, mirrored where text runs from the right; lengths in pixels. */
export async function arrange(layout: Element, width: number, height: number): Promise<Arrangement> {
  const slots: Arrangement['slots'] = {};
  const pieces: Arrangement['pieces'] = [];
  const svg = await satori(layout as unknown as Parameters<typeof satori>[0], {
    width, height, fonts: [],
    onNodeDetected: ({ left, top, width: wide, height: tall, props }) => {
      const box = { left, top, width: wide, height: tall };
      const { 'data-slot': name, src: source, style } = props as Partial<Element['props']>;
      if (name) slots[name] = box;
      if (source) pieces.push({ box, source });
      else if (typeof style?.['backgroundColor'] === 'string') pieces.push({ box, colour: style['backgroundColor'] });
    },
  });
  return { svg, slots, pieces };
}

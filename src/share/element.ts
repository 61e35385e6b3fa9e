/** A node of a card's boxes, in the shape that satori takes. Words are never in it; they come into slots. */
export interface Element {
  type: 'div' | 'img';
  props: { style: Style; children?: Element[]; src?: string; width?: number; height?: number; 'data-slot'?: string };
}

type Style = Record<string, string | number>;

/** A box whose parts stand in a row, in the card's direction. */
export function row(style: Style, ...children: Element[]): Element {
  return { type: 'div', props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children } };
}

/** A box whose parts stand below each other. */
export function column(style: Style, ...children: Element[]): Element {
  return row({ flexDirection: 'column', ...style }, ...children);
}

/** An empty place for the text or photo of this name. */
export function slot(name: string, style: Style): Element {
  return { type: 'div', props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, 'data-slot': name } };
}

/** A drawing, as SVG or as a data address. */
export function drawing(source: string, width: number, height: number, style: Style = {}): Element {
  const src = source.startsWith('data:') ? source : addressOf(source);
  return { type: 'img', props: { src, width, height, style } };
}

const KEPT = 64;
// A sign and its beam stand on thousands of cards.
const addresses = new Map<string, string>();

function addressOf(svg: string): string {
  const known = addresses.get(svg);
  if (known) return known;
  if (addresses.size >= KEPT) addresses.delete(addresses.keys().next().value!);
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  addresses.set(svg, address);
  return address;
}

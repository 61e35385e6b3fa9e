import type { Role } from './typeface.ts';

/** A text of a card and how it may be set; lengths in pixels. The box that it gets is the layout's business. */
export interface CardText {
  text: string;
  /** Front matter field it comes from, for refusals. */
  field: string;
  role: Role;
  /** Smallest and largest size of the letters. */
  size: readonly [number, number];
  /** Most lines; as many as fit when left out. */
  lines?: number | undefined;
  colour: string;
  /** Side of the box, in the card's direction. */
  align?: 'start' | 'center' | 'end' | undefined;
  /** Place in the box from top to bottom. */
  stand?: 'top' | 'middle' | 'bottom' | undefined;
  /** Web addresses run from left to right in every language. */
  direction?: 'ltr' | undefined;
  /** Space between letters, in em; only where letters do not join. */
  tracking?: number | undefined;
  capitals?: boolean | undefined;
}

/** A box of the layout, in pixels from the card's upper left corner. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

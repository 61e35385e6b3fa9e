import { colourOf, contrast, mix } from './colour.ts';

/** Colours of an organisation as `#rrggbb`. */
export interface BrandColours {
  /** Ground of light cards. */
  paper: string;
  ink: string;
  accent: string;
  /** What shines: bars, marks on dark ground. */
  lamp: string;
  /** Ground of dark cards. */
  night: string;
  /** Ground of “untrue”. */
  warn: string;
}

/** What makes cards recognisable. */
export interface Brand {
  colours: BrandColours;
  /** The sign as SVG or as a data address; `currentColor` becomes ink or paper. */
  logo: string;
  /** What lies behind the words: a beam of light from the sign, or nothing. */
  pattern: 'beam' | 'plain';
}

/** The colours of the site's own style, for an organisation that settles none. */
export const DEFAULT_COLOURS: BrandColours = { paper: '#fffdf8', ink: '#14211f', accent: '#0b5a61', lamp: '#f2b04a', night: '#0c2229', warn: '#8f3a1c' };

/** Colours by what they are for, on one ground. */
export interface Theme {
  ground: string;
  /** Large quiet surfaces on the ground. */
  soft: string;
  line: string;
  ink: string;
  muted: string;
  /** Small words that lead into the text. */
  accent: string;
  lamp: string;
}

export type ThemeName = 'light' | 'dark';

export function themeOf({ colours }: Brand, name: ThemeName): Theme {
  const { paper, ink, accent, lamp, night } = colours;
  if (name === 'light') return { ground: paper, soft: mixed(paper, lamp, 0.1), line: mixed(paper, ink, 0.16), ink, muted: mixed(ink, paper, 0.25), accent, lamp };
  return { ground: night, soft: mixed(night, paper, 0.07), line: mixed(night, paper, 0.22), ink: paper, muted: mixed(paper, night, 0.25), accent: lamp, lamp };
}

/** Colours of a panel: on its ground stand the lighter or darker of the brand's two, whichever can be read better. */
export function panelOf({ colours }: Brand, ground: string): { ground: string; ink: string; muted: string } {
  const ink = contrast(colourOf(colours.paper), colourOf(ground)) > contrast(colourOf(colours.ink), colourOf(ground)) ? colours.paper : colours.ink;
  return { ground, ink, muted: mixed(ink, ground, 0.16) };
}

function mixed(under: string, over: string, part: number): string {
  return `#${mix(colourOf(under), colourOf(over), part).toString(16).padStart(6, '0')}`;
}

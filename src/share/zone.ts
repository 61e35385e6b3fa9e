import { beam, signIn, signWidth } from './art.ts';
import { panelOf } from './brand.ts';
import { column, drawing, row, slot, type Element } from './element.ts';
import type { Zone } from './frame.ts';
import type { Stage } from './stage.ts';

/** Share of a story’s height that the sign takes; the words need the rest. */
const SIGN_ON_STORY = 0.39;

/** The photograph alone, or the organisation's sign on tall cards that have none. */
export function pictureZone(stage: Stage): Zone | undefined {
  if (stage.photo) return { content: slot('photo', { flexGrow: 1 }), wide: 0.42, square: 0.46, tall: 0.48, story: 0.44 };
  return { content: signPanel(stage), wide: 0, square: 0, tall: 0.34, story: SIGN_ON_STORY };
}

/** A coloured panel; with a photograph it stands below that on wide cards, beside it on tall ones; `alone` are shares for cards without one. */
export function panelZone(stage: Stage, panel: Element, alone: Partial<Zone> = {}): Zone {
  if (!stage.photo) return { content: panel, wide: 0.36, square: 0.42, tall: 0.38, story: 0.4, ...alone };
  const { shape } = stage.format;
  const across = shape === 'wide';
  const content = (across ? column : row)({ flexGrow: 1 }, slot('photo', { flexGrow: 1, flexBasis: 0 }), row({ flexShrink: 0, flexBasis: across ? (stage.format.size === '1280x720' ? '52%' : '46%') : shape === 'square' ? '52%' : '43%' }, panel));
  return { content, wide: 0.38, square: 0.42, tall: 0.42, story: 0.46 };
}

/** Room around what stands in a panel. On a square its outer side is as far from the edge as the words are. */
export function panelPadding({ format, photo, px, direction }: Stage, block: number): { paddingLeft: number; paddingRight: number; paddingTop: number; paddingBottom: number } {
  const outer = photo && format.shape === 'square' ? format.margin.inline : format.shape === 'wide' || photo ? px(40) : format.margin.inline;
  const inner = photo ? px(40) : outer;
  const sides = direction === 'ltr' ? { paddingLeft: inner, paddingRight: outer } : { paddingLeft: outer, paddingRight: inner };
  return { ...sides, paddingTop: format.size === '1080x1920' ? format.margin.top : px(block), paddingBottom: photo && format.shape === 'wide' ? Math.max(px(block), format.margin.bottom - px(20)) : px(block) };
}

function signPanel(stage: Stage): Element {
  const { brand, format } = stage;
  const story = format.size === '1080x1920';
  const height = Math.round(format.height * (story ? SIGN_ON_STORY : 0.34));
  const sign = Math.min(Math.round(height * (story ? 0.4 : 0.5)), Math.round((format.width * 0.7) / signWidth(stage, 1000) * 1000));
  const { ground, ink } = panelOf(brand, brand.colours.night);
  const light = drawing(beam(stage, format.width, height, brand.colours.accent, { x: 0.5, y: 0.5, angles: [16, 38] }), format.width, height, { position: 'absolute', left: 0, top: 0 });
  return column(
    { flexGrow: 1, backgroundColor: ground, alignItems: 'center', justifyContent: 'flex-end' },
    ...(brand.pattern === 'beam' ? [light] : []),
    drawing(signIn(stage, ink), signWidth(stage, sign), sign, { position: 'relative', marginBottom: Math.round((height - sign) * (story ? 0.3 : 0.5)) }),
  );
}

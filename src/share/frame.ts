import { beam, signIn, signWidth } from './art.ts';
import type { CardText } from './card-text.ts';
import { column, drawing, row, slot, type Element } from './element.ts';
import type { Stage } from './stage.ts';

/** Part of a card beside its words: at the end on wide cards, on top of tall ones. */
export interface Zone {
  content: Element;
  /** Share of the card's width, or of its height. */
  wide: number;
  square: number;
  tall: number;
  story: number;
}

/** What every card has: ground, kind of story, the words, sign and address; and beside them a zone. */
export function frame(stage: Stage, words: Element, zone: Zone | undefined): Element {
  const { format, theme, px } = stage;
  const { width, height, shape, margin } = format;
  const share = zone ? (format.size === '1080x1920' ? zone.story : zone[shape]) : 0;
  const across = shape === 'wide';
  const story = format.size === '1080x1920';
  const [outer, inner] = [margin.inline, share > 0 && across ? px(48) : margin.inline];
  const sides = stage.direction === 'ltr' ? { paddingLeft: outer, paddingRight: inner } : { paddingLeft: inner, paddingRight: outer };
  const sender = row(
    { height: px(48), alignItems: 'center', flexShrink: 0 },
    drawing(signIn(stage, theme.ink), signWidth(stage, px(48)), px(48)),
    slot('organisation', { flexGrow: 1, height: px(48), marginInlineStart: px(16) }),
    slot('address', { flexGrow: 1, height: px(48), marginInlineStart: px(16) }),
  );
  const main = column(
    { flexGrow: 1, flexBasis: 0, position: 'relative' },
    column(
      { flexGrow: 1, flexBasis: 0, ...sides, paddingTop: share > 0 && !across ? px(52) : margin.top },
      row({ height: px(26), alignItems: 'center', flexShrink: 0 }, row({ width: px(36), height: px(8), backgroundColor: theme.lamp, marginInlineEnd: px(16) }), slot('kind', { flexGrow: 1, height: px(26) })),
      words,
      row({ height: px(story ? 0 : 2), backgroundColor: theme.line, flexShrink: 0 }),
    ),
    // What a story's buttons will cover is a quiet surface that begins with the sender.
    column({ flexShrink: 0, ...sides, paddingTop: px(story ? 34 : 22), paddingBottom: margin.bottom, ...(story ? { backgroundColor: theme.soft } : {}) }, sender),
  );
  const behind = stage.brand.pattern === 'beam' && share === 0 ? [drawing(beam(stage, width, height, theme.soft, { x: 0.075, y: 0.9, angles: [2, 11] }), width, height, { position: 'absolute', left: 0, top: 0 })] : [];
  const root = across ? row : column;
  const beside = zone && share > 0 ? [row(across ? { width: Math.round(width * share), height, flexShrink: 0 } : { width, height: Math.round(height * share), flexShrink: 0 }, zone.content)] : [];
  return root({ width, height, backgroundColor: theme.ground, direction: stage.direction }, ...behind, ...(across ? [main, ...beside] : [...beside, main]));
}

/** The texts of the frame. */
export function frameTexts({ theme, px, organisation, host }: Stage, kind: string): Record<string, CardText> {
  return {
    kind: { text: kind, field: 'kind', role: 'label', size: [px(16), px(23)], lines: 1, colour: theme.accent, stand: 'middle', tracking: 0.07, capitals: true },
    organisation: { text: organisation, field: 'name', role: 'label', size: [px(16), px(27)], lines: 2, colour: theme.ink, stand: 'middle' },
    address: { text: host, field: 'url', role: 'reading', size: [px(14), px(23)], lines: 1, colour: theme.muted, stand: 'middle', align: 'end', direction: 'ltr' },
  };
}

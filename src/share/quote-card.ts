import { altText } from './alt.ts';
import type { Card } from './card.ts';
import { column, row, slot } from './element.ts';
import { frame, frameTexts } from './frame.ts';
import { stageOf, type Setup } from './stage.ts';
import { pictureZone } from './zone.ts';

/** Words that somebody said, and who they are. */
export interface QuoteWords {
  kind: string;
  text: string;
  by: string;
  role: string;
  /** Where it stands in the front matter, for refusals. */
  field?: string | undefined;
}

// Source: CLDR, delimiters; only what differs from the English pair.
const MARKS: Record<string, [string, string]> = { nl: ['‘', '’'], ar: ['«', '»'], fa: ['«', '»'], uk: ['«', '»'], ti: ['«', '»'], fr: ['« ', ' »'], de: ['„', '“'] };

export function quoteCard({ kind, text, by, role, field = 'quotes' }: QuoteWords, setup: Setup): Card {
  const stage = stageOf(setup);
  const { px, theme, lang } = stage;
  const [open, close] = MARKS[lang.split('-')[0]!] ?? ['“', '”'];
  const quoted = `${open}${text}${close}`;
  return {
    lang, direction: stage.direction, format: stage.format, photo: stage.photo,
    layout: frame(
      stage,
      column(
        { flexGrow: 1, marginTop: px(34), marginBottom: px(28) },
        slot('quote', { flexGrow: 1 }),
        row({ flexShrink: 0, marginTop: px(24), height: px(90) }, row({ width: px(6), backgroundColor: theme.lamp, marginInlineEnd: px(20), flexShrink: 0 }), column({ flexGrow: 1 }, slot('by', { height: px(40), flexShrink: 0, marginBottom: px(8) }), slot('role', { flexGrow: 1 }))),
      ),
      pictureZone(stage),
    ),
    texts: {
      ...frameTexts(stage, kind),
      quote: { text: quoted, field, role: 'headline', size: [px(23), px(stage.photo ? 48 : 62)], colour: theme.ink, tracking: -0.006 },
      by: { text: by, field: `${field}.by`, role: 'label', size: [px(18), px(28)], lines: 1, colour: theme.ink, stand: 'middle' },
      role: { text: role, field: `${field}.role`, role: 'reading', size: [px(14), px(24)], lines: 2, colour: theme.muted },
    },
    alt: altText(stage, `${kind}: ${quoted}`, `${by}, ${role}`),
  };
}

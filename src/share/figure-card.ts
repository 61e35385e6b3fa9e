import { altText } from './alt.ts';
import type { Card } from './card.ts';
import { column, row, slot } from './element.ts';
import { frame, frameTexts } from './frame.ts';
import { stageOf, type Setup } from './stage.ts';
import { panelZone } from './zone.ts';

/** A number worth knowing and how it came about. */
export interface FigureWords {
  kind: string;
  /** As the language writes it. */
  value: string;
  /** What it counts, a short sentence. */
  label: string;
  /** Where it comes from and of when; a number without them is not shown. */
  source: string;
  /** Earlier values up to this one, oldest first; none negative. */
  values: readonly number[];
  /** First and last of their moments. */
  from: string;
  to: string;
}

export function figureCard({ kind, value, label, source, values, from, to }: FigureWords, setup: Setup): Card {
  const stage = stageOf({ ...setup, photo: undefined });
  const { px, theme, format } = stage;
  const wide = format.shape === 'wide';
  const highest = Math.max(...values, 1);
  const inline = wide ? px(40) : format.margin.inline;
  // Whole hundredths of the height, so that an invisible change makes no new template.
  const bars = values.map((one, index) => row({ flexGrow: 1, flexBasis: 0, height: `${Math.max(1, Math.round((one / highest) * 100))}%`, backgroundColor: index === values.length - 1 ? theme.accent : theme.line, ...(index > 0 ? { marginInlineStart: px(values.length > 12 ? 4 : 10) } : {}) }));
  return {
    lang: stage.lang, direction: stage.direction, format,
    layout: frame(
      stage,
      column({ flexGrow: 1, marginTop: px(30), marginBottom: px(30) }, slot('value', { height: px(format.shape === 'square' ? 96 : 150), flexShrink: 0 }), slot('label', { flexGrow: 1, marginTop: px(20) }), slot('source', { height: px(52), flexShrink: 0, marginTop: px(18) })),
      panelZone(
        stage,
        column(
          { flexGrow: 1, backgroundColor: theme.soft, paddingLeft: inline, paddingRight: inline, paddingTop: wide ? px(120) : format.size === '1080x1920' ? format.margin.top : px(60), paddingBottom: wide ? format.margin.bottom : px(28) },
          row({ flexGrow: 1, alignItems: 'flex-end' }, ...bars),
          row({ height: px(2), backgroundColor: theme.muted, flexShrink: 0 }),
          row({ height: px(44), flexShrink: 0, marginTop: px(6) }, slot('from', { flexGrow: 1, flexBasis: 0 }), slot('to', { flexGrow: 1, flexBasis: 0 })),
        ),
      ),
    ),
    texts: {
      ...frameTexts(stage, kind),
      value: { text: value, field: 'value', role: 'headline', size: [px(56), px(150)], lines: 1, colour: theme.ink, stand: 'middle', tracking: -0.015 },
      label: { text: label, field: 'label', role: 'headline', size: [px(20), px(38)], colour: theme.ink },
      source: { text: source, field: 'source', role: 'reading', size: [px(14), px(21)], lines: 2, colour: theme.muted, stand: 'bottom' },
      from: { text: from, field: 'from', role: 'reading', size: [px(13), px(21)], lines: 1, colour: theme.muted, stand: 'middle' },
      to: { text: to, field: 'to', role: 'label', size: [px(13), px(21)], lines: 1, colour: theme.muted, stand: 'middle', align: 'end' },
    },
    alt: altText(stage, `${kind}: ${value} ${label}`, source),
  };
}

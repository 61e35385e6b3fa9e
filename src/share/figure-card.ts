import { altText } from './alt.ts';
import type { Card } from './card.ts';
import { column, row, slot, type Element } from './element.ts';
import { frame, frameTexts } from './frame.ts';
import { stageOf, type Setup, type Stage } from './stage.ts';
import { pictureZone } from './zone.ts';

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
  const chart = values.length > 0;
  // Without a chart there is more room, and the number alone has to be the picture.
  const tall = px(format.size === '1080x1920' ? 116 : format.shape === 'square' ? (chart ? 104 : 190) : chart ? 150 : 200);
  return {
    lang: stage.lang, direction: stage.direction, format,
    layout: frame(
      stage,
      column({ flexGrow: 1, marginTop: px(26), marginBottom: px(24) }, slot('value', { height: tall, flexShrink: 0 }), slot('label', { flexGrow: 1, marginTop: px(format.size === '1080x1920' ? 18 : 24) }), slot('source', { height: px(52), flexShrink: 0, marginTop: px(14) })),
      chart ? { content: chartOf(stage, values), wide: 0.36, square: 0.31, tall: 0.36, story: 0.36 } : pictureZone(stage),
    ),
    texts: {
      ...frameTexts(stage, kind),
      value: { text: value, field: 'figure.value', role: 'headline', size: [px(48), tall], lines: 1, colour: theme.ink, stand: 'middle', tracking: -0.015 },
      label: { text: label, field: 'figure.label', role: 'headline', size: [px(20), px(chart ? 38 : 46)], colour: theme.ink },
      source: { text: source, field: 'figure.source', role: 'reading', size: [px(14), px(21)], lines: 2, colour: theme.muted, stand: 'bottom' },
      ...(chart ? {
        from: { text: from, field: 'figure.from', role: 'reading', size: [px(13), px(21)], lines: 1, colour: theme.muted, stand: 'middle' },
        to: { text: to, field: 'figure.to', role: 'label', size: [px(13), px(21)], lines: 1, colour: theme.muted, stand: 'middle', align: 'end' },
      } satisfies Card['texts'] : {}),
    },
    alt: altText(stage, `${kind}: ${value} ${label}`, source),
  };
}

/** Bars on a line, the last one in colour, and room below for what the first and the last stand for. */
function chartOf(stage: Stage, values: readonly number[]): Element {
  const { px, theme, format } = stage;
  const wide = format.shape === 'wide';
  const highest = Math.max(...values, 1);
  const inline = wide ? px(40) : format.margin.inline;
  // Whole hundredths of the height, so that an invisible change makes no new template.
  const bars = values.map((one, index) => row({ flexGrow: 1, flexBasis: 0, height: `${Math.max(1, Math.round((one / highest) * 100))}%`, backgroundColor: index === values.length - 1 ? theme.accent : theme.line, ...(index > 0 ? { marginInlineStart: px(values.length > 12 ? 4 : values.length > 3 ? 10 : 28) } : {}) }));
  return column(
    { flexGrow: 1, backgroundColor: theme.soft, paddingLeft: inline, paddingRight: inline, paddingTop: wide ? px(100) : format.size === '1080x1920' ? format.margin.top : px(60), paddingBottom: wide ? format.margin.bottom : px(28) },
    row({ flexGrow: 1, alignItems: 'flex-end' }, ...bars),
    row({ height: px(2), backgroundColor: theme.muted, flexShrink: 0 }),
    row({ height: px(44), flexShrink: 0, marginTop: px(6) }, slot('from', { flexGrow: 1, flexBasis: 0 }), slot('to', { flexGrow: 1, flexBasis: 0 })),
  );
}

import { altText } from './alt.ts';
import { panelOf } from './brand.ts';
import type { Card } from './card.ts';
import { column, row, slot } from './element.ts';
import { frame, frameTexts } from './frame.ts';
import { stageOf, type Setup } from './stage.ts';
import { panelPadding, panelZone } from './zone.ts';

/** What an event shows; every word as its language writes it. */
export interface EventWords {
  kind: string;
  title: string;
  /** The date, taken apart: Tuesday, 24, November 2026. */
  weekday: string;
  day: string;
  month: string;
  time: string;
  /** Where, or empty. */
  place: string;
}

export function eventCard({ kind, title, weekday, day, month, time, place }: EventWords, setup: Setup): Card {
  const stage = stageOf(setup);
  const { px, theme, brand, format } = stage;
  const panel = panelOf(brand, brand.colours.accent);
  const wide = format.shape === 'wide';
  const [large, label] = [px(stage.photo ? 118 : format.shape === 'square' ? 116 : 190), px(34)];
  return {
    lang: stage.lang, direction: stage.direction, format, photo: stage.photo,
    layout: frame(
      stage,
      column(
        { flexGrow: 1, marginTop: px(wide ? 34 : 30), marginBottom: px(28) },
        slot('title', { flexGrow: 1 }),
        row({ flexShrink: 0, marginTop: px(24), height: px(place ? 104 : 44) }, row({ width: px(6), backgroundColor: theme.lamp, marginInlineEnd: px(20), flexShrink: 0 }), column({ flexGrow: 1 }, slot('time', { height: px(40), flexShrink: 0, marginBottom: px(10) }), ...(place ? [slot('place', { flexGrow: 1 })] : []))),
      ),
      panelZone(
        stage,
        column(
          { flexGrow: 1, backgroundColor: panel.ground, ...panelPadding(stage, 24), justifyContent: wide ? 'center' : 'flex-end' },
          slot('weekday', { height: label, flexShrink: 0 }),
          slot('day', { height: large, flexShrink: 0 }),
          slot('month', { height: label, flexShrink: 0, marginTop: px(wide ? 0 : 10) }),
        ),
      ),
    ),
    texts: {
      ...frameTexts(stage, kind),
      title: { text: title, field: 'title', role: 'headline', size: [px(20), px(stage.photo ? 54 : 72)], colour: theme.ink, tracking: -0.008 },
      time: { text: time, field: 'starts', role: 'label', size: [px(20), px(30)], lines: 1, colour: theme.ink, stand: 'middle' },
      ...(place ? { place: { text: place, field: 'where', role: 'reading', size: [px(12), px(27)], lines: 3, colour: theme.muted } } : {}),
      weekday: { text: weekday, field: 'starts', role: 'label', size: [px(16), px(28)], lines: 1, colour: panel.muted, stand: 'bottom' },
      day: { text: day, field: 'starts', role: 'headline', size: [px(60), px(stage.photo ? 120 : 190)], lines: 1, colour: panel.ink, stand: 'middle' },
      month: { text: month, field: 'starts', role: 'label', size: [px(16), px(28)], lines: 1, colour: panel.ink, stand: 'top' },
    },
    alt: altText(stage, `${kind}: ${title}`, `${weekday} ${day} ${month}, ${time}`, place),
  };
}

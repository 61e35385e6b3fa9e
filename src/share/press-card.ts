import { altText } from './alt.ts';
import type { Card } from './card.ts';
import { slot } from './element.ts';
import { frame, frameTexts } from './frame.ts';
import { stageOf, type Setup } from './stage.ts';
import { pictureZone } from './zone.ts';

/** What a press release, or any story with nothing but a title, shows. */
export interface PressWords {
  kind: string;
  title: string;
}

export function pressCard({ kind, title }: PressWords, setup: Setup): Card {
  const stage = stageOf(setup);
  const { px, theme } = stage;
  return {
    lang: stage.lang, direction: stage.direction, format: stage.format, photo: stage.photo,
    layout: frame(stage, slot('title', { flexGrow: 1, marginTop: px(34), marginBottom: px(34), marginInlineEnd: stage.photo || stage.format.shape !== 'wide' ? 0 : px(60) }), pictureZone(stage)),
    texts: { ...frameTexts(stage, kind), title: { text: title, field: 'title', role: 'headline', size: [px(26), px(stage.photo ? 64 : 84)], colour: theme.ink, tracking: -0.008 } },
    alt: altText(stage, kind, title),
  };
}

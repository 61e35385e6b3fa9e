import { altText } from './alt.ts';
import { panelOf } from './brand.ts';
import type { Card } from './card.ts';
import { column, row, slot } from './element.ts';
import { frame, frameTexts } from './frame.ts';
import { stageOf, type Setup } from './stage.ts';
import { panelPadding, panelZone } from './zone.ts';

/** What a petition shows; numbers as the language writes them. */
export interface PetitionWords {
  kind: string;
  ask: string;
  /** Signatures so far, and what they are called: 1.204, handtekeningen. */
  count: string;
  countLabel: string;
  /** The next milestone in words: “on the way to 5,000”. */
  milestone: string;
  /** Share of the milestone that is reached, 0 to 1. */
  reached: number;
}

export function petitionCard({ kind, ask, count, countLabel, milestone, reached }: PetitionWords, setup: Setup): Card {
  const stage = stageOf(setup);
  const { px, theme, brand, format } = stage;
  const wide = format.shape === 'wide';
  // A square leaves little height for the panel.
  const [large, gap] = stage.photo || format.shape === 'square' ? [76, 18] : [104, 30];
  const panel = panelOf(brand, theme.ground === brand.colours.night ? brand.colours.accent : brand.colours.night);
  // In hundredths, so that cards share a template until something can be seen to change.
  const percent = Math.round(Math.min(1, Math.max(0, reached)) * 100);
  return {
    lang: stage.lang, direction: stage.direction, format, photo: stage.photo,
    layout: frame(
      stage,
      slot('ask', { flexGrow: 1, marginTop: px(34), marginBottom: px(34) }),
      panelZone(
        stage,
        column(
          { flexGrow: 1, backgroundColor: panel.ground, ...panelPadding(stage, 28), justifyContent: wide ? 'center' : 'flex-end' },
          slot('count', { height: px(large), flexShrink: 0 }),
          slot('countLabel', { height: px(36), flexShrink: 0, marginTop: px(6), marginBottom: px(gap) }),
          row({ height: px(12), backgroundColor: panel.muted, flexShrink: 0, borderRadius: px(6) }, row({ width: `${percent}%`, height: px(12), backgroundColor: theme.lamp, borderRadius: px(6) })),
          slot('milestone', { height: px(58), flexShrink: 0, marginTop: px(16) }),
        ),
        // The count is the widest of it, and stands on top, where a circle is narrow.
        { square: 0.48 },
      ),
    ),
    texts: {
      ...frameTexts(stage, kind),
      ask: { text: ask, field: 'ask', role: 'headline', size: [px(22), px(stage.photo ? 54 : 62)], colour: theme.ink, tracking: -0.008 },
      count: { text: count, field: 'count', role: 'headline', size: [px(40), px(large)], lines: 1, colour: panel.ink, stand: 'middle', tracking: -0.01 },
      countLabel: { text: countLabel, field: 'count', role: 'label', size: [px(16), px(28)], lines: 1, colour: panel.ink, stand: 'middle' },
      milestone: { text: milestone, field: 'milestones', role: 'reading', size: [px(15), px(24)], lines: 2, colour: panel.muted },
    },
    alt: altText(stage, `${kind}: ${ask}`, `${count} ${countLabel}`, milestone),
  };
}

import { altText } from './alt.ts';
import { panelOf } from './brand.ts';
import type { Card } from './card.ts';
import { column, drawing, row, slot } from './element.ts';
import { frame, frameTexts } from './frame.ts';
import { stageOf, type Setup } from './stage.ts';
import { verdictMark, type Leaning } from './verdict-mark.ts';
import { panelPadding, panelZone } from './zone.ts';

/** What a fact check shows. There is no place for the claim: who only sees the picture must not learn it. */
export interface FactCheckWords {
  kind: string;
  /** “The fact”. */
  factLabel: string;
  finding: string;
  /** “The claim”, so that nobody takes the verdict for that on the fact. */
  claimLabel: string;
  verdict: string;
  leaning: Leaning;
}

export function factCheckCard({ kind, factLabel, finding, claimLabel, verdict, leaning }: FactCheckWords, setup: Setup): Card {
  const stage = stageOf(setup);
  const { px, theme, brand, format } = stage;
  const { warn, accent, night, paper } = brand.colours;
  const neutral = theme.ground === night ? theme.soft : night;
  const panel = panelOf(brand, { against: warn, between: neutral, for: accent }[leaning]);
  const sign = verdictMark(leaning, panel.ink, panel.ground === paper ? night : panel.ground);
  const wide = format.shape === 'wide';
  const signSize = px(stage.photo ? 48 : 68);
  return {
    lang: stage.lang, direction: stage.direction, format, photo: stage.photo,
    layout: frame(
      stage,
      column({ flexGrow: 1, marginTop: px(wide ? 34 : 28), marginBottom: px(30) }, slot('factLabel', { height: px(30), flexShrink: 0, marginBottom: px(20) }), slot('finding', { flexGrow: 1 })),
      panelZone(
        stage,
        column(
          { flexGrow: 1, backgroundColor: panel.ground, ...panelPadding(stage, 32), justifyContent: wide ? 'center' : 'flex-end' },
          row({ height: signSize, flexShrink: 0, alignItems: 'center', marginBottom: px(stage.photo ? 18 : 26) }, drawing(sign, signSize, signSize), slot('claimLabel', { flexGrow: 1, height: signSize, marginInlineStart: px(18) })),
          slot('verdict', { height: px(stage.photo ? (wide ? 110 : 130) : wide ? 216 : 150), flexShrink: 0 }),
        ),
      ),
    ),
    texts: {
      ...frameTexts(stage, kind),
      factLabel: { text: factLabel, field: 'finding', role: 'label', size: [px(18), px(25)], lines: 1, colour: theme.muted, stand: 'middle' },
      finding: { text: finding, field: 'finding', role: 'headline', size: [px(18), px(stage.photo ? 50 : 58)], colour: theme.ink, tracking: -0.006 },
      claimLabel: { text: claimLabel, field: 'verdict', role: 'label', size: [px(17), px(27)], lines: 2, colour: panel.ink, stand: 'middle' },
      verdict: { text: verdict, field: 'verdict', role: 'headline', size: [px(25), px(stage.photo ? 50 : 72)], lines: stage.photo ? 2 : 3, colour: panel.ink, tracking: -0.008 },
    },
    alt: altText(stage, kind, `${claimLabel}: ${verdict}`, `${factLabel}: ${finding}`),
  };
}

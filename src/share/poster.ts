import { altText } from './alt.ts';
import { signIn, signWidth } from './art.ts';
import { panelOf, themeOf, type Brand } from './brand.ts';
import type { CardText } from './card-text.ts';
import { column, drawing, row, slot, type Element } from './element.ts';
import { verdictMark, type Leaning } from './verdict-mark.ts';

/** A page to print, ready to be drawn; lengths in tenths of a millimetre. */
export interface Poster {
  lang: string;
  direction: 'ltr' | 'rtl';
  layout: Element;
  /** Texts by slot. One that `follows` another begins below its last line, wherever that is. */
  texts: Record<string, CardText & { follows?: { slot: string; gap: number } | undefined }>;
  /** Address in the QR code, which stands in the slot `code`. */
  code: string;
  title: string;
  organisation: string;
  alt: string;
}

/** What a poster says; every word as its language writes it. */
export interface PosterWords {
  kind: string;
  /** The largest words, and the field they come from. */
  title: string;
  field: string;
  /** Leads into the largest words, where a panel needs that. */
  titleLabel?: string | undefined;
  summary: string;
  /** What must be seen besides: a verdict, a date, a number of signatures. */
  panel?: { field: string; label: string; words: string; detail?: string | undefined; ground: 'warn' | 'accent' | 'night'; mark?: Leaning | undefined } | undefined;
  /** Address in the code, address for people who type, and what to do with them. */
  code: string;
  address: string;
  scan: string;
}

export interface PosterSetup {
  lang: string;
  direction: 'ltr' | 'rtl';
  brand: Brand;
  organisation: string;
}

/** A4, upright. Source: ISO 216. */
export const PAPER = { width: 2100, height: 2970 };
/** Printers in offices leave about 5 mm along the edges white. */
const MARGIN = 160;
/** 64 mm, to be read from two metres. */
const CODE = 640;
/** The free ground around it reaches into the margin, so that what can be seen of it stands at the edge of the text. */
const QUIET = 45;

/** Lays a poster out: what it is about on top, the way to the story at the bottom, on plain paper, because ink over a whole page is dear. */
export function posterOf({ kind, title, field, titleLabel, summary, panel, code, address, scan }: PosterWords, { lang, direction, brand, organisation }: PosterSetup): Poster {
  const theme = themeOf({ ...brand, colours: { ...brand.colours, paper: '#ffffff' } }, 'light');
  const tone = panel && panelOf(brand, brand.colours[panel.ground]);
  const sign = { height: 104, width: signWidth({ brand }, 104) };
  const band = panel && tone && row(
    { height: panel.detail ? 500 : 400, flexShrink: 0, marginTop: 70, backgroundColor: tone.ground, paddingLeft: 64, paddingRight: 64, alignItems: 'center' },
    ...(panel.mark ? [drawing(verdictMark(panel.mark, tone.ink, tone.ground), 200, 200, { marginInlineEnd: 56, flexShrink: 0 })] : []),
    column({ flexGrow: 1, flexBasis: 0 }, slot('label', { height: 64, flexShrink: 0 }), slot('words', { height: 190, flexShrink: 0, marginTop: 18 }), ...(panel.detail ? [slot('detail', { height: 108, flexShrink: 0, marginTop: 18 })] : [])),
  );
  const words = column({ flexGrow: 1, flexBasis: 0, marginTop: 96 }, ...(titleLabel ? [slot('titleLabel', { height: 60, flexShrink: 0, marginBottom: 48 })] : []), slot('title', { flexGrow: 1 }), slot('summary', { height: 470, flexShrink: 0, marginTop: 60 }));
  const way = row(
    { height: CODE, flexShrink: 0, marginTop: 64 },
    slot('code', { width: CODE, height: CODE, flexShrink: 0, marginInlineStart: -QUIET }),
    column(
      { flexGrow: 1, flexBasis: 0, marginInlineStart: 36, paddingTop: QUIET, paddingBottom: QUIET },
      slot('scan', { height: 170, flexShrink: 0 }),
      slot('address', { flexGrow: 1, marginTop: 24, marginBottom: 24 }),
      row({ height: sign.height, flexShrink: 0, alignItems: 'center' }, drawing(signIn({ brand }, theme.ink), sign.width, sign.height), slot('organisation', { flexGrow: 1, height: sign.height, marginInlineStart: 32 })),
    ),
  );
  return {
    lang, direction, code, title, organisation,
    layout: column(
      { ...PAPER, backgroundColor: theme.ground, direction, paddingLeft: MARGIN, paddingRight: MARGIN, paddingTop: MARGIN, paddingBottom: MARGIN - QUIET },
      row({ height: 56, alignItems: 'center', flexShrink: 0 }, row({ width: 84, height: 19, backgroundColor: theme.lamp, marginInlineEnd: 36 }), slot('kind', { flexGrow: 1, height: 56 })),
      ...(band ? [band] : []),
      words,
      row({ height: 5, backgroundColor: theme.line, flexShrink: 0, marginTop: 64 }),
      way,
    ),
    texts: {
      kind: { text: kind, field: 'kind', role: 'label', size: [34, 54], lines: 1, colour: theme.accent, stand: 'middle', tracking: 0.07, capitals: true },
      ...(panel && tone ? {
        label: { text: panel.label, field: panel.field, role: 'label', size: [36, 58], lines: 1, colour: tone.ink, stand: 'middle' },
        words: { text: panel.words, field: panel.field, role: 'headline', size: [64, 176], lines: 2, colour: tone.ink, stand: 'middle', tracking: -0.008 },
        ...(panel.detail ? { detail: { text: panel.detail, field: panel.field, role: 'reading', size: [28, 66], lines: 2, colour: tone.muted, stand: 'middle' } } : {}),
      } satisfies Poster['texts'] : {}),
      ...(titleLabel ? { titleLabel: { text: titleLabel, field, role: 'label', size: [36, 54], lines: 1, colour: theme.muted, stand: 'middle' } satisfies CardText } : {}),
      title: { text: title, field, role: 'headline', size: [60, 236], colour: theme.ink, tracking: -0.01 },
      summary: { text: summary, field: 'summary', role: 'reading', size: [36, 74], colour: theme.muted, follows: { slot: 'title', gap: 56 } },
      scan: { text: scan, field: 'scan', role: 'label', size: [36, 56], lines: 3, colour: theme.ink },
      address: { text: address, field: 'url', role: 'reading', size: [30, 50], colour: theme.accent, direction: 'ltr' },
      organisation: { text: organisation, field: 'name', role: 'label', size: [36, 66], lines: 2, colour: theme.ink, stand: 'middle' },
    },
    alt: altText({ lang, organisation, photo: undefined }, kind, ...(panel ? [`${panel.label}: ${panel.words}`, panel.detail ?? ''] : []), titleLabel ? `${titleLabel}: ${title}` : title, summary, `${scan}: ${address}`),
  };
}

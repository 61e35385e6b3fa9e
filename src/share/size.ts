/** Sizes that networks ask for, in pixels: link, wide screen, video thumbnail, square, portrait, story. */
export const SIZES = ['1200x630', '1600x900', '1280x720', '1080x1080', '1080x1350', '1080x1920'] as const;
export type Size = (typeof SIZES)[number];
/** The one that stands beside links. */
export const LINK_SIZE = '1200x630' satisfies Size;

/** A size as layouts see it, in pixels. */
export interface Format {
  size: Size;
  width: number;
  height: number;
  shape: 'wide' | 'square' | 'tall';
  /** How much larger than on a link card (1200×630) everything is drawn. */
  scale: number;
  /** What networks cover or cut off: nothing to be read stands there. */
  margin: { inline: number; top: number; bottom: number };
}

/**
 * Safe areas, in pixels, kept by the ink of every letter (tests/share/safe-areas.test.ts): nothing to be read stands in
 * a story’s first 250 and last 340, which lie under the buttons of Instagram, TikTok and WhatsApp, nor in a video
 * thumbnail’s last 80, where its length is shown. The large words of a square lie inside the circle that profile
 * pictures are cut to; those of a portrait inside its middle square, and all of its words inside the middle 1012 in
 * width, which are what old and new profile grids show. A link card is made to be seen whole: an app that wants a square has the square one.
 */
export const FORMATS: Record<Size, Format> = {
  '1200x630': { size: '1200x630', width: 1200, height: 630, shape: 'wide', scale: 1, margin: { inline: 64, top: 56, bottom: 52 } },
  '1600x900': { size: '1600x900', width: 1600, height: 900, shape: 'wide', scale: 1.4, margin: { inline: 92, top: 80, bottom: 76 } },
  '1280x720': { size: '1280x720', width: 1280, height: 720, shape: 'wide', scale: 1.12, margin: { inline: 68, top: 60, bottom: 88 } },
  '1080x1080': { size: '1080x1080', width: 1080, height: 1080, shape: 'square', scale: 1.3, margin: { inline: 140, top: 110, bottom: 80 } },
  '1080x1350': { size: '1080x1350', width: 1080, height: 1350, shape: 'tall', scale: 1.3, margin: { inline: 84, top: 84, bottom: 80 } },
  '1080x1920': { size: '1080x1920', width: 1080, height: 1920, shape: 'tall', scale: 1.4, margin: { inline: 90, top: 260, bottom: 350 } },
};

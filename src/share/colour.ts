/** A colour as one number, 0xRRGGBB. */
export type Colour = number;

/** Reads `#0b5a61`. */
export function colourOf(text: string): Colour {
  return Number.parseInt(text.slice(1), 16);
}

/** Share `part` (0 to 1) of `over`, the rest of `under`, channel by channel as browsers mix. */
export function mix(under: Colour, over: Colour, part: number): Colour {
  const channel = (shift: number) => {
    const from = (under >> shift) & 255;
    return Math.round(from + (((over >> shift) & 255) - from) * part) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

/** Contrast of two colours, 1 to 21. Source: WCAG 2.2, definitions of contrast ratio and relative luminance. */
export function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(((colour >> 16) & 255) / 255) + 0.7152 * linear(((colour >> 8) & 255) / 255) + 0.0722 * linear((colour & 255) / 255);
}

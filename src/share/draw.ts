import type { Card } from './card.ts';
import { colourOf } from './colour.ts';
import { fitText } from './fit.ts';
import { print, type Ink } from './flat.ts';
import { maskOf } from './mask.ts';
import { drawPhoto } from './photo.ts';
import { placeText } from './place.ts';
import { encodePng } from './png.ts';
import { CardRefusal } from './refusal.ts';
import { templateOf, type Template } from './template.ts';

/** A drawn picture. */
export interface Drawing {
  bytes: Buffer;
  type: 'png' | 'jpg';
}

/** Files larger than this (bytes) are slow to arrive, and some messengers then show no picture at all. */
const LARGEST = { png: 100_000, jpg: 300_000 };

/** Draws a card. What would be wrong or unreadable is refused with a `CardRefusal`. */
export async function draw(card: Card): Promise<Drawing> {
  const template = await templateOf(card);
  const inks = inksOf(card, template);
  const drawing: Drawing = card.photo ? { type: 'jpg', bytes: await drawPhoto(template, inks, card.photo) } : { type: 'png', bytes: encodePng(print(template.flat!, inks)) };
  mustBeSmall(drawing);
  return drawing;
}

/** Every text of a card as ink on its place. */
export function inksOf({ texts, lang, direction, format }: Card, { slots }: Template): Ink[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    const box = slots[name];
    if (!box) throw new Error(`The layout of the card has no slot “${name}”.`);
    if (text.text.trim() === '') return [];
    const mask = maskOf(placeText(fitText(text, box, lang, direction), box, text, direction));
    if (!mask) return [];
    if (mask.left < 0 || mask.top < 0 || mask.left + mask.width > format.width || mask.top + mask.height > format.height) {
      throw new CardRefusal(text.field, `“${text.field}” would run over the edge of the share image.`, 'Make it shorter.');
    }
    return [{ field: text.field, colour: colourOf(text.colour), mask }];
  });
}

function mustBeSmall({ bytes, type }: Drawing): void {
  if (bytes.length <= LARGEST[type]) return;
  const kilobytes = (size: number) => Math.ceil(size / 1000);
  throw new CardRefusal('card', `The share image has ${kilobytes(bytes.length)} kB, and ${kilobytes(LARGEST[type])} kB is the most that every messenger shows.`, type === 'jpg' ? 'Choose a calmer photograph.' : 'Use a simpler logo or pattern.');
}

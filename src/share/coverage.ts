import type { Outline } from './outline.ts';

// Megabytes that need not be asked for again with every text; all zeros.
const spare: Float32Array[] = [];

/**
 * Adds up, pixel by pixel, how much of each lies inside outlines: every edge leaves its signed area, and a sum along
 * each row gives the cover. Exact for areas, one pass, no samples. Idea: Raph Levien, font-rs (2015).
 */
export class Coverage {
  width: number;
  height: number;
  #areas: Float32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    // An edge in the last column leaves something in the next one.
    const size = (width + 1) * height + 1;
    const known = spare.pop();
    this.#areas = known && known.length >= size ? known : new Float32Array(size);
  }

  /** Adds an outline at `x`, `y` in pixels, `size` pixels per em. It must lie inside. */
  add(outline: Outline, x: number, y: number, size: number): void {
    let [startX, startY, fromX, fromY] = [0, 0, 0, 0];
    for (let at = 0; at < outline.length; ) {
      const kind = outline[at++]!;
      if (kind === 0) this.#edge(fromX, fromY, startX, startY);
      const points = Math.max(kind, 1);
      const toX = x + outline[at + points * 2 - 2]! * size;
      const toY = y - outline[at + points * 2 - 1]! * size;
      if (kind === 0) [startX, startY] = [toX, toY];
      else if (kind === 1) this.#edge(fromX, fromY, toX, toY);
      else this.#curve(fromX, fromY, x + outline[at]! * size, y - outline[at + 1]! * size, x + outline[at + points * 2 - 4]! * size, y - outline[at + points * 2 - 3]! * size, toX, toY, kind === 2);
      [fromX, fromY] = [toX, toY];
      at += points * 2;
    }
    this.#edge(fromX, fromY, startX, startY);
  }

  /** A curve as edges that stay within a fifteenth of a pixel of it. */
  #curve(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number, x3: number, y3: number, quadratic: boolean): void {
    const bend = quadratic ? Math.hypot(x0 - 2 * x1 + x3, y0 - 2 * y1 + y3) : 3 * Math.max(Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3));
    const edges = 1 + Math.floor(Math.sqrt(bend * 4));
    let [fromX, fromY] = [x0, y0];
    for (let edge = 1; edge <= edges; edge++) {
      const t = edge / edges;
      const u = 1 - t;
      const toX = quadratic ? u * u * x0 + 2 * u * t * x1 + t * t * x3 : u * u * u * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x3;
      const toY = quadratic ? u * u * y0 + 2 * u * t * y1 + t * t * y3 : u * u * u * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y3;
      this.#edge(fromX, fromY, toX, toY);
      [fromX, fromY] = [toX, toY];
    }
  }

  #edge(fromX: number, fromY: number, toX: number, toY: number): void {
    if (fromY === toY) return;
    const areas = this.#areas;
    const down = fromY < toY;
    const top = down ? fromY : toY;
    const bottom = down ? toY : fromY;
    const slope = (toX - fromX) / (toY - fromY);
    let x = down ? fromX : toX;
    for (let row = Math.floor(top); row < bottom; row++) {
      const part = Math.min(row + 1, bottom) - Math.max(row, top);
      const next = x + slope * part;
      const signed = down ? part : -part;
      const left = Math.min(x, next);
      const right = Math.max(x, next);
      const first = Math.floor(left);
      const last = Math.ceil(right);
      const base = row * (this.width + 1) + first;
      if (last <= first + 1) {
        const inside = (left + right) / 2 - first;
        areas[base] = areas[base]! + signed * (1 - inside);
        areas[base + 1] = areas[base + 1]! + signed * inside;
      } else {
        const perPixel = signed / (right - left);
        // What lies to the right of the edge, pixel by pixel; each leaves the difference to the one before.
        let before = 0;
        for (let pixel = first; pixel <= last; pixel++) {
          const share = Math.min(pixel + 1, right) - Math.max(pixel, left);
          const covered = pixel >= last ? signed : perPixel * (Math.max(0, Math.max(pixel, left) - left) + share * (pixel + 1 - (Math.max(pixel, left) + Math.min(pixel + 1, right)) / 2));
          areas[base + pixel - first] = areas[base + pixel - first]! + covered - before;
          before = covered;
        }
      }
      x = next;
    }
  }

  /** The cover of every pixel, 0 to 255, to be asked once. Where outlines lie over each other, as joined letters do, it stays full. */
  sum(): Uint8Array {
    const cover = new Uint8Array(this.width * this.height);
    for (let row = 0, from = 0, to = 0; row < this.height; row++, from += this.width + 1) {
      let sum = 0;
      for (let pixel = 0; pixel < this.width; pixel++) {
        sum += this.#areas[from + pixel]!;
        if (sum > 0.002 || sum < -0.002) cover[to] = Math.min(255, Math.round(Math.abs(sum) * 255));
        to++;
      }
    }
    spare.push(this.#areas.fill(0));
    this.#areas = new Float32Array(0);
    return cover;
  }
}

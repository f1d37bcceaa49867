import type { DrawingContext } from '../trace/trace-drawing.ts';
import type { PixelColour } from './pixel-painter.ts';

/** The newest columns of a picture that grows to the right, as pixels in memory. */
export interface PixelRing {
  /** How many it holds. */
  readonly columns: number;
  /** Puts the leftmost columns of an image in their place; the number of the first may be below 0. */
  put(first: number, image: ImageData, count: number): void;
  /**
   * Copies columns, always as many, to the left upper corner of its canvas; they have to be held. A row that is plain,
   * and was when it was copied last, is left as it is: above and below a voice most are.
   */
  show(first: number, count: number): void;
  /** Other columns begin, by other numbers. */
  clear(): void;
}

/** So few plain rows between others are copied with them: each copy has a price of its own. */
const FEW_ROWS = 8;

/**
 * Nobody else draws in that part of the canvas. `plain` has a colour for each row, from the top: what it shows where
 * nothing is drawn.
 */
export function createPixelRing(
  context: DrawingContext,
  columns: number,
  plain: readonly PixelColour[],
): PixelRing {
  const height = plain.length;
  const ring = new ImageData(columns, height);
  const held = new Uint32Array(ring.data.buffer);
  /** By row, the column after the last that is not plain. */
  const plainFrom = new Float64Array(height).fill(-Infinity);
  /** The first column of the last picture; before one there is nothing that could be left. */
  let shown: number | undefined;

  /** Calls for what lies beside each other in the ring: once, or twice where it goes on at its left edge. */
  const within = (
    first: number,
    count: number,
    each: (at: number, offset: number, length: number) => void,
  ): void => {
    const at = ((first % columns) + columns) % columns;
    const length = Math.min(count, columns - at);
    each(at, 0, length);
    if (length < count) each(0, length, count - length);
  };

  /** Rows, from the first to the one after the last, that another picture has to copy. */
  const changing = function* (first: number): Generator<readonly [number, number]> {
    const from = shown === undefined ? -Infinity : Math.min(shown, first);
    let top: number | undefined;
    let bottom = 0;
    for (let row = 0; row < height; row += 1) {
      if (shown !== undefined && (plainFrom[row] ?? 0) <= from) continue;
      if (top !== undefined && row - bottom > FEW_ROWS) {
        yield [top, bottom];
        top = row;
      }
      top ??= row;
      bottom = row + 1;
    }
    if (top !== undefined) yield [top, bottom];
  };

  return {
    columns,
    put(first, image, count) {
      const pixels = new Uint32Array(image.data.buffer);
      within(first, count, (at, offset, length) => {
        for (let row = 0; row < height; row += 1) {
          const from = row * image.width + offset;
          const to = row * columns + at;
          const ground = plain[row];
          let last = -1;
          for (let column = 0; column < length; column += 1) {
            const pixel = pixels[from + column] ?? 0;
            if (pixel !== ground) last = column;
            held[to + column] = pixel;
          }
          if (last >= 0) plainFrom[row] = Math.max(plainFrom[row] ?? 0, first + offset + last + 1);
        }
      });
    },
    show(first, count) {
      for (const [top, bottom] of changing(first))
        within(first, count, (at, offset, length) =>
          context.putImageData(ring, offset - at, 0, at, top, length, bottom - top),
        );
      shown = first;
    },
    clear() {
      plainFrom.fill(-Infinity);
      shown = undefined;
    },
  };
}

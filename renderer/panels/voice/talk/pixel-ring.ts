import type { DrawingContext } from '../trace/trace-drawing.ts';

/** The newest columns of a picture that grows to the right, as pixels. */
export interface PixelRing {
  /** How many it holds. */
  readonly columns: number;
  /** Puts the leftmost columns of an image in their place; the number of the first may be below 0. */
  put(first: number, image: ImageData, count: number): void;
  /** Copies columns to the left upper corner of a canvas; they have to be held. */
  show(context: DrawingContext, first: number, count: number): void;
}

/**
 * Every column is held twice, a ring’s length apart: whatever columns are shown lie beside each other, and one copy
 * of memory shows them. That is half of what it costs a canvas to be drawn from other canvases.
 */
export function createPixelRing(columns: number, height: number): PixelRing {
  const image = new ImageData(2 * columns, height);
  const pixels = new Uint32Array(image.data.buffer);
  const place = (column: number): number => ((column % columns) + columns) % columns;
  return {
    columns,
    put(first, { width, data }, count) {
      const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
      for (let column = 0; column < count; column += 1) {
        let to = place(first + column);
        for (let at = column; at < from.length; at += width) {
          const pixel = from[at] ?? 0;
          pixels[to] = pixel;
          pixels[to + columns] = pixel;
          to += 2 * columns;
        }
      }
    },
    show(context, first, count) {
      const start = place(first);
      context.putImageData(image, -start, 0, start, 0, count, height);
    },
  };
}

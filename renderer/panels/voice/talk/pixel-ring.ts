import type { DrawingContext } from '../trace/trace-drawing.ts';

/** The newest columns of a picture that grows to the right, as pixels. */
export interface PixelRing {
  /** How many it holds. */
  readonly columns: number;
  /** Puts columns in their place, the first of them with a number that may be below 0. */
  put(first: number, image: ImageData): void;
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
    put(first, { width, data }) {
      const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
      // What goes over the end of the ring goes on at its beginning.
      for (let column = 0; column < width;) {
        const start = place(first + column);
        const count = Math.min(width - column, columns - start);
        for (let row = 0; row < height; row += 1) {
          const line = from.subarray(row * width + column, row * width + column + count);
          pixels.set(line, row * 2 * columns + start);
          pixels.set(line, row * 2 * columns + start + columns);
        }
        column += count;
      }
    },
    show(context, first, count) {
      const start = place(first);
      context.putImageData(image, -start, 0, start, 0, count, height);
    },
  };
}

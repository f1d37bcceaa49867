import type { DrawingContext } from '../trace/trace-drawing.ts';

/** The newest columns of a picture that grows to the right, as pixels in memory. */
export interface PixelRing {
  /** How many it holds. */
  readonly columns: number;
  /** Puts the leftmost columns of an image in their place; the number of the first may be below 0. */
  put(first: number, image: ImageData, count: number): void;
  /** Copies columns to the left upper corner of a canvas; they have to be held. */
  show(context: DrawingContext, first: number, count: number): void;
}

/** What is put in it has to be as high as it is. */
export function createPixelRing(columns: number, height: number): PixelRing {
  const ring = new ImageData(columns, height);
  const held = new Uint32Array(ring.data.buffer);

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

  return {
    columns,
    put(first, image, count) {
      const pixels = new Uint32Array(image.data.buffer);
      within(first, count, (at, offset, length) => {
        for (let row = 0; row < height; row += 1) {
          const from = row * image.width + offset;
          const to = row * columns + at;
          for (let column = 0; column < length; column += 1) held[to + column] = pixels[from + column] ?? 0;
        }
      });
    },
    show(context, first, count) {
      within(first, count, (at, offset, length) =>
        context.putImageData(ring, offset - at, 0, at, 0, length, height),
      );
    },
  };
}

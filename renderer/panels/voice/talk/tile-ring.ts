import type { DrawingContext } from '../trace/trace-drawing.ts';

/** A canvas that is not shown, with what draws in it. */
export interface HiddenCanvas {
  readonly canvas: CanvasImageSource;
  readonly context: DrawingContext;
}

/** The newest columns of a picture that grows to the right, in tiles. */
export interface TileRing {
  /** How many it holds. */
  readonly columns: number;
  /** Puts the leftmost columns of an image in their place; the number of the first may be below 0. */
  put(first: number, image: ImageData, count: number): void;
  /** Copies columns to the left upper corner of a canvas; they have to be held. */
  show(context: DrawingContext, first: number, count: number): void;
}

/** In pixels of the device: what is put in a tile has that much copied once more, and no more. */
const TILE_WIDTH = 128;

/** Holds at least so many columns. */
export function createTileRing(
  columns: number,
  height: number,
  makeTile: (width: number, height: number) => HiddenCanvas,
): TileRing {
  const tiles = Array.from({ length: Math.ceil(columns / TILE_WIDTH) }, () => makeTile(TILE_WIDTH, height));

  /** Every tile that has some of the columns, with the column at its left edge. */
  const within = function* (first: number, count: number): Generator<readonly [HiddenCanvas, number]> {
    const start = Math.floor(first / TILE_WIDTH);
    for (let index = start; index * TILE_WIDTH < first + count; index += 1) {
      const tile = tiles[((index % tiles.length) + tiles.length) % tiles.length];
      if (tile !== undefined) yield [tile, index * TILE_WIDTH];
    }
  };

  return {
    columns: tiles.length * TILE_WIDTH,
    put(first, image, count) {
      for (const [{ context }, left] of within(first, count))
        context.putImageData(image, first - left, 0, 0, 0, count, height);
    },
    show(context, first, count) {
      for (const [{ canvas }, left] of within(first, count)) context.drawImage(canvas, left - first, 0);
    },
  };
}

import type { LookRing } from '../../../voice/look-ring.ts';
import { FRAMES_PER_SECOND } from '../../../voice/scroll.ts';
import {
  columnAfter,
  columnOf,
  createTraceColumns,
  fillColumns,
  type ColumnScale,
} from '../../../voice/trace-columns.ts';
import {
  LIVE_SECONDS,
  type DrawingContext,
  type LiveTraceColours,
  type TraceSize,
} from '../trace/trace-drawing.ts';
import { drawEmptyTile, drawStretch, LETTER_REACH } from './stretch-drawing.ts';

/** A canvas that is not shown, with what draws in it. */
export interface HiddenCanvas {
  readonly canvas: CanvasImageSource;
  readonly context: DrawingContext;
}

export interface LiveStripParts {
  readonly ring: LookRing;
  /** Of the whole picture of the trace. */
  readonly size: TraceSize;
  /** Of the trace itself; what is below it in the picture stays empty. */
  readonly traceHeight: number;
  readonly colours: LiveTraceColours;
  readonly makeCanvas: (width: number, height: number) => HiddenCanvas;
}

/**
 * The live trace as a strip of tiles that are drawn once: a picture of it copies the tiles to where they are now, and
 * only what came since the last one is drawn. A strip has one size and one set of colours.
 */
export interface LiveStrip {
  /** Draws the trace with a place, in frames, at its right edge. */
  show(context: DrawingContext, place: number): void;
  /** Forgets what was drawn: another trace begins. */
  clear(): void;
}

interface Tile extends HiddenCanvas {
  /** Which tile of the strip it is now. */
  index: number | undefined;
  /** How many frames had come when it was drawn. */
  frames: number;
}

/** In pixels of the device: a frame that comes has that much copied once more, and no more. */
const TILE_WIDTH = 128;

export function createLiveStrip({ ring, size, traceHeight, colours, makeCanvas }: LiveStripParts): LiveStrip {
  const { width, height, ratio } = size;
  const scale: ColumnScale = { columns: Math.max(1, width), frames: LIVE_SECONDS * FRAMES_PER_SECOND };
  const reach = Math.ceil(LETTER_REACH * ratio);
  const columns = createTraceColumns(TILE_WIDTH + reach);
  // A place that is not laid out has no size: a canvas without one cannot be copied from.
  const count = width > 0 && height > 0 ? Math.ceil(width / TILE_WIDTH) + 1 : 0;
  const tiles = Array.from({ length: count }, (): Tile => {
    return { ...makeCanvas(TILE_WIDTH, height), index: undefined, frames: 0 };
  });

  const draw = (tile: Tile, index: number): void => {
    const start = index * TILE_WIDTH;
    const end = start + TILE_WIDTH;
    const drawn = {
      context: tile.context,
      from: start,
      size: { width: TILE_WIDTH, height, ratio },
      traceHeight,
      columnsPerSecond: width / LIVE_SECONDS,
      colours,
    };
    if (tile.index !== index) {
      drawEmptyTile(drawn);
      tile.index = index;
      tile.frames = ring.first;
    }
    // A letter reaches beyond the columns of its frame, on both sides of where they meet.
    const from = Math.max(start, columnOf(tile.frames, scale) - reach);
    const to = Math.min(end, columnAfter(ring.count, scale) + reach);
    tile.frames = ring.count;
    if (from >= to) return;
    const first = from - reach;
    fillColumns(ring, first, to - first, scale, columns);
    drawStretch(drawn, from, to, { ...columns, first });
  };

  return {
    show(context, place) {
      const left = columnAfter(place, scale) - width;
      for (let index = Math.floor(left / TILE_WIDTH); index * TILE_WIDTH < left + width; index += 1) {
        const tile = tiles[((index % tiles.length) + tiles.length) % tiles.length];
        if (tile === undefined) continue;
        if (tile.index !== index || tile.frames !== ring.count) draw(tile, index);
        context.drawImage(tile.canvas, index * TILE_WIDTH - left, 0);
      }
    },
    clear() {
      for (const tile of tiles) tile.index = undefined;
    },
  };
}

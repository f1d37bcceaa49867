import { LIVE_SECONDS } from '../../../../app/voice/voice.ts';
import type { LookRing } from '../../../voice/look-ring.ts';
import { FRAMES_PER_SECOND } from '../../../voice/scroll.ts';
import {
  columnAfter,
  columnOf,
  createTraceColumns,
  fillColumns,
  type ColumnScale,
} from '../../../voice/trace-columns.ts';
import type { DrawingContext, LiveTraceColours, TraceSize } from '../trace/trace-drawing.ts';
import { createCanvasReading } from './canvas-reading.ts';
import { createPixelPainter, type PixelColour } from './pixel-painter.ts';
import { createPixelRing } from './pixel-ring.ts';
import { drawStretch, LETTER_REACH, readTracePixelColours, type StretchPlace } from './stretch-drawing.ts';

export interface LiveStripParts {
  /** Whose left upper part, of that size, the trace fills; nobody else draws there. */
  readonly context: DrawingContext;
  readonly ring: LookRing;
  readonly size: TraceSize;
  readonly colours: LiveTraceColours;
  /** A transparent canvas that is not shown and whose pixels are read. */
  readonly makeCanvas: (width: number, height: number) => DrawingContext;
}

/**
 * The live trace as a strip of pixels: only what came is drawn, and a picture copies the strip to where it is now.
 * A strip has one size and one set of colours.
 */
export interface LiveStrip {
  /** Draws what came into the strip: a picture after that has only to copy. */
  take(): void;
  /** Shows the trace with a place, in frames, at its right edge. */
  show(place: number): void;
  /** Forgets what was drawn: another trace begins. */
  clear(): void;
}

/** Columns that are drawn at once, and how far the strip is drawn ahead of its edge. In pixels of the device. */
const STEP = 64;
/** Of the largest letter, in CSS pixels. */
const LETTER_WIDTH = 16;
const LETTER_HEIGHT = 16;

export function createLiveStrip({ context, ring, size, colours, makeCanvas }: LiveStripParts): LiveStrip {
  const { width, height, ratio } = size;
  // A place that is not laid out has no size: there is no canvas without one.
  if (width < 1 || height < 1)
    return { take: () => undefined, show: () => undefined, clear: () => undefined };
  const scale: ColumnScale = { columns: width, frames: LIVE_SECONDS * FRAMES_PER_SECOND };
  const reach = Math.ceil(LETTER_REACH * ratio);
  const columns = createTraceColumns(STEP + reach);
  const letterWidth = Math.ceil(LETTER_WIDTH * ratio);
  const letterHeight = Math.ceil(LETTER_HEIGHT * ratio);
  const reading = createCanvasReading(makeCanvas(letterWidth, letterHeight), letterWidth, letterHeight);
  const painter = createPixelPainter(STEP, height);
  const place = {
    painter,
    reading,
    colours: readTracePixelColours(reading, colours),
    size: { width: STEP, height, ratio },
  };
  const pixels = createPixelRing(context, width + 2 * STEP, plainRows(place));
  /** The columns that the strip holds, and how many frames had come when they were drawn. */
  let from = 0;
  let to = 0;
  let frames = 0;

  const draw = (first: number, after: number): void => {
    for (let start = first; start < after; start += STEP) {
      const count = Math.min(STEP, after - start);
      fillColumns(ring, start - reach, count + reach, scale, columns);
      drawStretch({ ...place, size: { ...place.size, width: count } }, { ...columns, before: reach });
      pixels.put(start, painter.image, count);
    }
  };

  const take = (start: number): void => {
    if (frames === ring.count) return;
    // The letter of a mark stands to the right of it.
    const after = Math.min(to, columnAfter(ring.count, scale) + reach);
    draw(Math.max(start, columnOf(frames, scale)), after);
    frames = ring.count;
  };

  return {
    take: () => take(from),
    show(edge) {
      const end = columnAfter(edge, scale);
      const start = end - width;
      if (start < from || start > to) {
        from = start;
        to = start;
        frames = ring.count;
      }
      take(start);
      if (end > to) {
        draw(to, end + STEP);
        to = end + STEP;
        from = Math.max(from, to - pixels.columns);
      }
      pixels.show(start, width);
    },
    clear() {
      from = 0;
      to = 0;
      frames = ring.count;
      pixels.clear();
    },
  };
}

/** What an empty stretch shows, row by row. */
function plainRows(place: StretchPlace): readonly PixelColour[] {
  const { painter, size } = place;
  const nothing = createTraceColumns(size.width);
  nothing.flags.fill(-1);
  drawStretch(place, { ...nothing, before: 0 });
  return Array.from({ length: size.height }, (_, row) => painter.pixel(0, row));
}

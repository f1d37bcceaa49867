import type { TraceColumns } from '../../../voice/trace-columns.ts';
import { markKinds } from '../trace/mark-kinds.ts';
import {
  BAND_ROW_HEIGHT,
  LETTER_HEIGHT,
  type LiveTraceColours,
  type TraceSize,
} from '../trace/trace-drawing.ts';
import type { CanvasReading } from './canvas-reading.ts';
import type { PixelColour, PixelPainter } from './pixel-painter.ts';

/** The colours of a live trace, as pixels have them. */
export interface TracePixelColours {
  readonly ground: PixelColour;
  readonly wave: PixelColour;
  readonly loud: PixelColour;
  readonly line: PixelColour;
  /** In the order of `markKinds`. */
  readonly marks: readonly PixelColour[];
}

export function readTracePixelColours(reading: CanvasReading, colours: LiveTraceColours): TracePixelColours {
  return {
    ground: reading.colour(colours.ground),
    wave: reading.colour(colours.wave),
    loud: reading.colour(colours.loud),
    line: reading.colour(colours.line),
    marks: colours.marks.map((css) => reading.colour(css)),
  };
}

/** What a stretch of the live trace is drawn in, from its left edge on. */
export interface StretchPlace {
  readonly painter: PixelPainter;
  readonly reading: CanvasReading;
  readonly colours: TracePixelColours;
  readonly size: TraceSize;
}

/** Columns of a stretch, of which some lie `before` it: the letter of a mark stands beside it. */
export interface StretchColumns extends TraceColumns {
  readonly before: number;
}

/** From a mark to the middle of its letter, in CSS pixels. */
const LETTER_OFFSET = 5;
/** What the letter of a mark reaches beyond its own column, in CSS pixels. */
export const LETTER_REACH = 12;
const FULL_SCALE = 0.99;
const PEAK_SHARE = 0.55;
const MARK_SHARE = 0.35;

/** Draws a stretch of the live trace over whatever was there. Where there is no frame yet the grid is empty. */
export function drawStretch(place: StretchPlace, columns: StretchColumns): void {
  const { painter, size, colours } = place;
  const { width, height, ratio } = size;
  painter.fill(0, 0, width, height, colours.ground);
  for (const share of [0.25, 0.5, 0.75])
    painter.fill(0, Math.round(height * share), width, ratio, colours.line);
  drawWave(place, columns);
  drawMarks(place, columns);
}

function drawWave(place: StretchPlace, { before, min, max, rms, flags }: StretchColumns): void {
  const { painter, size, colours } = place;
  const { height, ratio } = size;
  const middle = height / 2;
  const scale = middle - 2 * ratio;
  const pixel = (value: number): number => middle - Math.max(-1, Math.min(1, value)) * scale;
  for (let x = 0; x < size.width; x += 1) {
    const column = x + before;
    if ((flags[column] ?? -1) < 0) continue;
    const highest = max[column] ?? 0;
    const lowest = min[column] ?? 0;
    const top = pixel(highest);
    const reach = (rms[column] ?? 0) * scale;
    painter.fill(x, top, 1, Math.max(ratio, pixel(lowest) - top), colours.wave, PEAK_SHARE);
    painter.fill(x, middle - reach, 1, Math.max(ratio, 2 * reach), colours.wave);
    if (highest >= FULL_SCALE) painter.fill(x, 0, 1, 4 * ratio, colours.loud);
    if (lowest <= -FULL_SCALE) painter.fill(x, height - 4 * ratio, 1, 4 * ratio, colours.loud);
  }
}

function drawMarks(place: StretchPlace, columns: StretchColumns): void {
  const { painter, reading, size, colours } = place;
  const { width, height, ratio } = size;
  drawBands(place, columns);
  markKinds.forEach(({ flag, shape, letter, row }, kind) => {
    if (shape === 'band') return;
    const colour = colours.marks[kind] ?? colours.line;
    for (let x = 0; x < width; x += 1)
      if (isMarked(columns, x, flag)) painter.fill(x, 0, 1, height, colour, MARK_SHARE);
    // After the lines, which may be many beside each other: it is read before them.
    for (let x = -columns.before; x < width; x += 1) {
      if (!isMarked(columns, x, flag) || isMarked(columns, x - 1, flag)) continue;
      const mask = reading.text(letter, `600 ${9 * ratio}px "Inter Variable", sans-serif`);
      painter.write(mask, x + LETTER_OFFSET * ratio, (row + 1) * LETTER_HEIGHT * ratio, colour);
    }
  });
}

/**
 * About the middle, where a wave moves anyhow, so that nothing else of the picture has to; with a rim, as there may be
 * a voice behind them.
 */
function drawBands({ painter, size, colours }: StretchPlace, columns: StretchColumns): void {
  const { width, height, ratio } = size;
  const middle = Math.round(height / 2);
  const bandHeight = Math.round(BAND_ROW_HEIGHT * ratio);
  const rim = Math.round(ratio);
  const bands = markKinds.flatMap(({ flag, shape, row }, kind) =>
    shape === 'band'
      ? [{ flag, top: middle + (row - 1) * bandHeight, colour: colours.marks[kind] ?? colours.line }]
      : [],
  );
  for (let x = 0; x < width; x += 1) {
    const marked = bands.filter(({ flag }) => isMarked(columns, x, flag));
    for (const { top } of marked) painter.fill(x, top - rim, 1, bandHeight + 2 * rim, colours.ground);
    for (const { top, colour } of marked) painter.fill(x, top, 1, bandHeight, colour);
  }
}

function isMarked({ before, flags }: StretchColumns, x: number, flag: number): boolean {
  const seen = flags[x + before] ?? -1;
  return seen >= 0 && (seen & flag) !== 0;
}

import type { TraceColumns } from '../../../voice/trace-columns.ts';
import { markKinds } from '../trace/mark-kinds.ts';
import { axisFont } from '../trace/time-axis.ts';
import {
  AXIS_HEIGHT,
  BAND_HEIGHT,
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
  readonly text: PixelColour;
  readonly line: PixelColour;
  /** In the order of `markKinds`. */
  readonly marks: readonly PixelColour[];
}

export function readTracePixelColours(reading: CanvasReading, colours: LiveTraceColours): TracePixelColours {
  return {
    ground: reading.colour(colours.ground),
    wave: reading.colour(colours.wave),
    loud: reading.colour(colours.loud),
    text: reading.colour(colours.text),
    line: reading.colour(colours.line),
    marks: colours.marks.map((css) => reading.colour(css)),
  };
}

/** What a stretch of the live trace is drawn in, from its left edge on. */
export interface StretchPlace {
  readonly painter: PixelPainter;
  readonly reading: CanvasReading;
  readonly colours: TracePixelColours;
  /** Of the stretch, with its bands and its axis. */
  readonly size: TraceSize;
}

/** Where a stretch is: columns are counted from where the trace began. */
export interface Stretch {
  readonly from: number;
  readonly columnsPerSecond: number;
  /** Second that column 0 stands for. */
  readonly startsAt: number;
  /** Before anything came there are no seconds: that of 0 would stand at the edge, cut off. */
  readonly hasSeconds: boolean;
}

/** Columns of a stretch, of which some lie `before` it: the letter of a mark stands beside it. */
export interface StretchColumns extends TraceColumns {
  readonly before: number;
}

/** From a mark to the middle of its letter, in CSS pixels. */
const LETTER_OFFSET = 5;
/** What a label of the axis, on both sides, and the letter of a mark reach beyond their own column, in CSS pixels. */
export const TEXT_REACH = 24;
/** Of a second on the axis. No lines over the whole wave: they would move with it, and are all that moves beside a low voice. */
const TICK_HEIGHT = 6;
const FULL_SCALE = 0.99;
const PEAK_SHARE = 0.55;
const MARK_SHARE = 0.35;

/** Draws a stretch of the live trace over whatever was there. Where there is no frame yet the grid is empty. */
export function drawStretch(place: StretchPlace, stretch: Stretch, columns: StretchColumns): void {
  const { painter, size, colours } = place;
  painter.fill(0, 0, size.width, size.height, colours.ground);
  drawGrid(place, stretch);
  drawWave(place, columns);
  drawMarks(place, columns);
}

function waveHeightOf({ size }: StretchPlace): number {
  return size.height - (BAND_HEIGHT + AXIS_HEIGHT) * size.ratio;
}

function drawGrid(place: StretchPlace, { from, columnsPerSecond, startsAt, hasSeconds }: Stretch): void {
  const { painter, reading, size, colours } = place;
  const { width, height, ratio } = size;
  const waveHeight = waveHeightOf(place);
  for (const share of [0.25, 0.5, 0.75])
    painter.fill(0, Math.round(waveHeight * share), width, ratio, colours.line);
  painter.fill(0, waveHeight, width, ratio, colours.line);
  if (!hasSeconds) return;
  const reach = TEXT_REACH * ratio;
  for (const second of secondsWithin(from - reach, from + width + reach, columnsPerSecond, startsAt)) {
    const left = Math.round((second - startsAt) * columnsPerSecond) - from;
    painter.fill(left, waveHeight - TICK_HEIGHT * ratio, ratio, TICK_HEIGHT * ratio, colours.line);
    const label = reading.text(`${second} s`, axisFont(ratio));
    painter.write(label, left, height - 4 * ratio, colours.text);
  }
}

/** Whole seconds between two columns, but none before the trace began. */
function secondsWithin(
  from: number,
  to: number,
  columnsPerSecond: number,
  startsAt: number,
): readonly number[] {
  const first = Math.ceil(startsAt + Math.max(0, from / columnsPerSecond));
  const last = Math.floor(startsAt + to / columnsPerSecond);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function drawWave(place: StretchPlace, { before, min, max, rms, flags }: StretchColumns): void {
  const { painter, size, colours } = place;
  const { ratio } = size;
  const waveHeight = waveHeightOf(place);
  const middle = waveHeight / 2;
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
    if (lowest <= -FULL_SCALE) painter.fill(x, waveHeight - 4 * ratio, 1, 4 * ratio, colours.loud);
  }
}

function drawMarks(place: StretchPlace, { before, flags }: StretchColumns): void {
  const { painter, reading, size, colours } = place;
  const { width, ratio } = size;
  const waveHeight = waveHeightOf(place);
  const isMarked = (x: number, flag: number): boolean => {
    const seen = flags[x + before] ?? -1;
    return seen >= 0 && (seen & flag) !== 0;
  };
  markKinds.forEach(({ flag, shape, letter, row }, kind) => {
    const colour = colours.marks[kind] ?? colours.text;
    const top = waveHeight + (2 + row * BAND_ROW_HEIGHT) * ratio;
    for (let x = 0; x < width; x += 1) {
      if (!isMarked(x, flag)) continue;
      if (shape === 'band') painter.fill(x, top, 1, BAND_ROW_HEIGHT * ratio, colour);
      else painter.fill(x, 0, 1, waveHeight, colour, MARK_SHARE);
    }
    if (shape === 'band') return;
    // After the lines, which may be many beside each other: it is read before them.
    for (let x = -before; x < width; x += 1) {
      if (!isMarked(x, flag) || isMarked(x - 1, flag)) continue;
      const mask = reading.text(letter, `600 ${9 * ratio}px "Inter Variable", sans-serif`);
      painter.write(mask, x + LETTER_OFFSET * ratio, (row + 1) * LETTER_HEIGHT * ratio, colour);
    }
  });
}

import type { TraceColumns } from '../../../voice/trace-columns.ts';
import { markKinds } from '../trace/mark-kinds.ts';
import { axisFont } from '../trace/time-axis.ts';
import {
  AXIS_HEIGHT,
  BAND_HEIGHT,
  BAND_ROW_HEIGHT,
  LETTER_HEIGHT,
  type DrawingContext,
  type LiveTraceColours,
  type TraceSize,
} from '../trace/trace-drawing.ts';

/** A part of the live trace that is drawn by itself: its columns are counted from where the trace began. */
export interface TraceTile {
  readonly context: DrawingContext;
  /** The column at its left edge. */
  readonly from: number;
  /** Of the tile; below the trace there may be a rest of empty ground. */
  readonly size: TraceSize;
  /** Height of the trace itself, with its bands and its axis. */
  readonly traceHeight: number;
  readonly columnsPerSecond: number;
  readonly colours: LiveTraceColours;
}

/** What a letter at the head of a mark reaches beyond the mark's own column, in CSS pixels. */
export const LETTER_REACH = 12;
/** Half of what a label of the axis takes up, in CSS pixels. */
const LABEL_REACH = 20;
const FULL_SCALE = 0.99;

/** Draws a tile without any frame: ground, grid and the seconds below. */
export function drawEmptyTile(tile: TraceTile): void {
  const { context, from, size, traceHeight, columnsPerSecond, colours } = tile;
  const { width, height, ratio } = size;
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, height);
  drawGrid(tile, 0, width);
  context.fillStyle = colours.text;
  context.font = axisFont(ratio);
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const reach = LABEL_REACH * ratio;
  for (const second of secondsWithin(from - reach, from + width + reach, columnsPerSecond))
    context.fillText(`${second} s`, columnOfSecond(second, columnsPerSecond) - from, traceHeight - 4 * ratio);
}

/**
 * Draws the columns from `from` to `to` of a tile anew; `columns` hold these from `columns.first` on, and some before
 * them: the letter of a mark stands beside it.
 */
export function drawStretch(
  tile: TraceTile,
  from: number,
  to: number,
  columns: TraceColumns & { readonly first: number },
): void {
  const { context, size, colours } = tile;
  const { ratio } = size;
  const waveHeight = waveHeightOf(tile);
  context.save();
  context.beginPath();
  context.rect(from - tile.from, 0, to - from, waveHeight + BAND_HEIGHT * ratio);
  context.clip();
  context.fillStyle = colours.ground;
  context.fillRect(from - tile.from, 0, to - from, waveHeight + BAND_HEIGHT * ratio);
  drawGrid(tile, from - tile.from, to - tile.from);
  context.translate(columns.first - tile.from, 0);
  drawWave(context, columns, to - columns.first, waveHeight, ratio, colours);
  drawMarks(context, columns, to - columns.first, waveHeight, ratio, colours.marks);
  context.restore();
}

function waveHeightOf({ traceHeight, size }: TraceTile): number {
  return traceHeight - (BAND_HEIGHT + AXIS_HEIGHT) * size.ratio;
}

function drawGrid(tile: TraceTile, left: number, right: number): void {
  const { context, from, size, columnsPerSecond, colours } = tile;
  const { ratio } = size;
  const waveHeight = waveHeightOf(tile);
  context.fillStyle = colours.line;
  for (const share of [0.25, 0.5, 0.75])
    context.fillRect(left, Math.round(waveHeight * share), right - left, ratio);
  context.fillRect(left, waveHeight, right - left, ratio);
  for (const second of secondsWithin(from + left - ratio, from + right, columnsPerSecond))
    context.fillRect(columnOfSecond(second, columnsPerSecond) - from, 0, ratio, waveHeight);
}

function columnOfSecond(second: number, columnsPerSecond: number): number {
  return Math.round(second * columnsPerSecond);
}

function secondsWithin(from: number, to: number, columnsPerSecond: number): readonly number[] {
  const first = Math.max(0, Math.ceil(from / columnsPerSecond));
  const last = Math.floor(to / columnsPerSecond);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function drawWave(
  context: DrawingContext,
  { min, max, rms, flags }: TraceColumns,
  count: number,
  waveHeight: number,
  ratio: number,
  colours: LiveTraceColours,
): void {
  const middle = waveHeight / 2;
  const scale = middle - 2 * ratio;
  const pixel = (value: number): number => middle - Math.max(-1, Math.min(1, value)) * scale;
  context.fillStyle = colours.wave;
  context.globalAlpha = 0.55;
  for (let x = 0, next = 0; x < count; x = next) {
    next = sameUntil(x, count, min, max, flags);
    if ((flags[x] ?? -1) < 0) continue;
    const top = pixel(max[x] ?? 0);
    context.fillRect(x, top, next - x, Math.max(ratio, pixel(min[x] ?? 0) - top));
  }
  context.globalAlpha = 1;
  for (let x = 0, next = 0; x < count; x = next) {
    next = sameUntil(x, count, rms, rms, flags);
    if ((flags[x] ?? -1) < 0) continue;
    const reach = (rms[x] ?? 0) * scale;
    context.fillRect(x, middle - reach, next - x, Math.max(ratio, 2 * reach));
  }
  context.fillStyle = colours.loud;
  for (let x = 0; x < count; x += 1) {
    if ((max[x] ?? 0) >= FULL_SCALE) context.fillRect(x, 0, 1, 4 * ratio);
    if ((min[x] ?? 0) <= -FULL_SCALE) context.fillRect(x, waveHeight - 4 * ratio, 1, 4 * ratio);
  }
}

/** The first column after `from` that looks different: a frame is some columns wide, and silence many. */
function sameUntil(
  from: number,
  count: number,
  low: Float32Array,
  high: Float32Array,
  flags: Int16Array,
): number {
  const isEmpty = (flags[from] ?? -1) < 0;
  let to = from + 1;
  while (to < count && low[to] === low[from] && high[to] === high[from] && (flags[to] ?? -1) < 0 === isEmpty)
    to += 1;
  return to;
}

function drawMarks(
  context: DrawingContext,
  { flags }: TraceColumns,
  count: number,
  waveHeight: number,
  ratio: number,
  colours: readonly string[],
): void {
  const top = waveHeight + 2 * ratio;
  // Most stretches have few kinds: what is not there is not looked for.
  const present = flags.subarray(0, count).reduce((all, seen) => (seen < 0 ? all : all | seen), 0);
  markKinds.forEach(({ flag, shape, letter, row }, kind) => {
    if ((present & flag) === 0) return;
    context.fillStyle = colours[kind] ?? 'gray';
    context.font = `600 ${9 * ratio}px "Inter Variable", sans-serif`;
    context.textAlign = 'center';
    const isMarked = (x: number): boolean => (flags[x] ?? -1) >= 0 && ((flags[x] ?? 0) & flag) !== 0;
    if (shape === 'band') {
      for (let x = 0; x < count; x += 1)
        if (isMarked(x)) context.fillRect(x, top + row * BAND_ROW_HEIGHT * ratio, 1, BAND_ROW_HEIGHT * ratio);
      return;
    }
    context.globalAlpha = 0.35;
    for (let x = 0; x < count; x += 1) if (isMarked(x)) context.fillRect(x, 0, 1, waveHeight);
    context.globalAlpha = 1;
    // After the lines, which may be many beside each other: it is read before them.
    for (let x = 0; x < count; x += 1)
      if (isMarked(x) && !isMarked(x - 1))
        context.fillText(letter, x + 5 * ratio, (row + 1) * LETTER_HEIGHT * ratio);
  });
}

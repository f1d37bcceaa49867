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

/** What a stretch of the live trace is drawn in, from its left upper corner on. */
export interface StretchPlace {
  readonly context: DrawingContext;
  /** Of the stretch; below the trace there may be a rest of empty ground. */
  readonly size: TraceSize;
  /** Height of the trace itself, with its bands and its axis. */
  readonly traceHeight: number;
  readonly colours: LiveTraceColours;
}

/** Where a stretch is: columns are counted from where the trace began. */
export interface Stretch {
  readonly from: number;
  readonly columnsPerSecond: number;
}

/** What the letter at the head of a mark reaches beyond the mark's own column, in CSS pixels. */
export const LETTER_REACH = 12;
/** Half of what a label of the axis takes up, in CSS pixels. */
const LABEL_REACH = 20;
const FULL_SCALE = 0.99;

/**
 * Draws a stretch of the live trace on whatever was there. The columns have some more `before` it, as the letter of a
 * mark stands beside it; where there is no frame yet the grid is empty.
 */
export function drawStretch(
  place: StretchPlace,
  stretch: Stretch,
  columns: TraceColumns & { readonly before: number },
): void {
  const { context, size, colours } = place;
  const { width, height, ratio } = size;
  const waveHeight = waveHeightOf(place);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, height);
  drawGrid(place, stretch);
  const { before } = columns;
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  context.translate(-before, 0);
  drawWave(context, columns, before + width, waveHeight, ratio, colours);
  drawMarks(context, columns, before + width, waveHeight, ratio, colours.marks);
  context.restore();
}

function waveHeightOf({ traceHeight, size }: StretchPlace): number {
  return traceHeight - (BAND_HEIGHT + AXIS_HEIGHT) * size.ratio;
}

function drawGrid(place: StretchPlace, { from, columnsPerSecond }: Stretch): void {
  const { context, size, traceHeight, colours } = place;
  const { width, ratio } = size;
  const waveHeight = waveHeightOf(place);
  context.fillStyle = colours.line;
  for (const share of [0.25, 0.5, 0.75]) context.fillRect(0, Math.round(waveHeight * share), width, ratio);
  context.fillRect(0, waveHeight, width, ratio);
  const reach = LABEL_REACH * ratio;
  const seconds = secondsWithin(from - reach, from + width + reach, columnsPerSecond);
  if (seconds.length === 0) return;
  const left = (second: number): number => columnOfSecond(second, columnsPerSecond) - from;
  for (const second of seconds) context.fillRect(left(second), 0, ratio, waveHeight);
  context.fillStyle = colours.text;
  context.font = axisFont(ratio);
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (const second of seconds) context.fillText(`${second} s`, left(second), traceHeight - 4 * ratio);
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

import { FRAMES_PER_SECOND } from '../../../voice/scroll.ts';
import type { TraceColumns } from '../../../voice/trace-columns.ts';
import { markKinds } from './mark-kinds.ts';

/** Of a page or of a worker. */
export type DrawingContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** What a trace is drawn in, as CSS has it now. */
export interface TraceColours {
  readonly wave: string;
  readonly loud: string;
  readonly text: string;
  readonly line: string;
  /** In the order of `markKinds`. */
  readonly marks: readonly string[];
}

export interface LiveTraceColours extends TraceColours {
  readonly ground: string;
}

/** In pixels of the device. */
export interface TraceSize {
  readonly width: number;
  readonly height: number;
  /** Device pixels to one of CSS. */
  readonly ratio: number;
}

/** Seconds that the live trace shows. */
export const LIVE_SECONDS = 10;
/** Below the wave, in CSS pixels: two rows of bands, then seconds. */
export const BAND_ROW_HEIGHT = 3;
export const BAND_HEIGHT = 2 * BAND_ROW_HEIGHT + 2;
export const AXIS_HEIGHT = 15;
/** From one letter at the head of a line to that of the next kind: two at one place are both read. */
export const LETTER_HEIGHT = 9;
const FULL_SCALE = 0.99;

/** Draws one picture of the live trace on an empty ground, its right edge at frame `end`. */
export function drawLiveTrace(
  context: DrawingContext,
  { width, height, ratio }: TraceSize,
  columns: TraceColumns,
  end: number,
  colours: TraceColours,
): void {
  const waveHeight = height - (BAND_HEIGHT + AXIS_HEIGHT) * ratio;
  const middle = waveHeight / 2;
  drawGrid(context, { width, height, ratio }, waveHeight, end, colours);

  const { min, max, rms, flags } = columns;
  const scale = middle - 2 * ratio;
  const pixel = (value: number): number => middle - Math.max(-1, Math.min(1, value)) * scale;
  context.fillStyle = colours.wave;
  context.globalAlpha = 0.55;
  for (let x = 0, next = 0; x < width; x = next) {
    next = sameUntil(x, min, max, flags);
    if ((flags[x] ?? -1) < 0) continue;
    const top = pixel(max[x] ?? 0);
    context.fillRect(x, top, next - x, Math.max(ratio, pixel(min[x] ?? 0) - top));
  }
  context.globalAlpha = 1;
  for (let x = 0, next = 0; x < width; x = next) {
    next = sameUntil(x, rms, rms, flags);
    if ((flags[x] ?? -1) < 0) continue;
    const reach = (rms[x] ?? 0) * scale;
    context.fillRect(x, middle - reach, next - x, Math.max(ratio, 2 * reach));
  }
  context.fillStyle = colours.loud;
  for (let x = 0; x < width; x += 1) {
    if ((max[x] ?? 0) >= FULL_SCALE) context.fillRect(x, 0, 1, 4 * ratio);
    if ((min[x] ?? 0) <= -FULL_SCALE) context.fillRect(x, waveHeight - 4 * ratio, 1, 4 * ratio);
  }
  drawMarks(context, { width, height, ratio }, waveHeight, flags, colours.marks);
}

/** The first column after `from` that looks different: a frame is some columns wide, and silence many. */
function sameUntil(from: number, low: Float32Array, high: Float32Array, flags: Int16Array): number {
  const isEmpty = (flags[from] ?? -1) < 0;
  let to = from + 1;
  while (
    to < flags.length &&
    low[to] === low[from] &&
    high[to] === high[from] &&
    (flags[to] ?? -1) < 0 === isEmpty
  )
    to += 1;
  return to;
}

function drawGrid(
  context: DrawingContext,
  { width, height, ratio }: TraceSize,
  waveHeight: number,
  end: number,
  { line, text }: TraceColours,
): void {
  context.fillStyle = line;
  for (const share of [0.25, 0.5, 0.75]) context.fillRect(0, Math.round(waveHeight * share), width, ratio);
  context.fillRect(0, waveHeight, width, ratio);
  context.font = `${10 * ratio}px "Inter Variable", sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const endSeconds = end / FRAMES_PER_SECOND;
  for (let second = Math.max(0, Math.ceil(endSeconds - LIVE_SECONDS)); second <= endSeconds; second += 1) {
    const x = Math.round(width - ((endSeconds - second) / LIVE_SECONDS) * width);
    context.fillStyle = line;
    context.fillRect(x, 0, ratio, waveHeight);
    if (x < 12 * ratio || x > width - 12 * ratio) continue;
    context.fillStyle = text;
    context.fillText(`${second} s`, x, height - 4 * ratio);
  }
}

function drawMarks(
  context: DrawingContext,
  { width, ratio }: TraceSize,
  waveHeight: number,
  flags: Int16Array,
  colours: readonly string[],
): void {
  const top = waveHeight + 2 * ratio;
  // Most pictures have few kinds: what is not there is not looked for.
  const present = flags.reduce((all, seen) => (seen < 0 ? all : all | seen), 0);
  markKinds.forEach(({ flag, shape, letter, row }, kind) => {
    if ((present & flag) === 0) return;
    context.fillStyle = colours[kind] ?? 'gray';
    context.font = `600 ${9 * ratio}px "Inter Variable", sans-serif`;
    for (let x = 0; x < width; x += 1) {
      const seen = flags[x] ?? -1;
      if (seen < 0 || (seen & flag) === 0) continue;
      if (shape === 'band') {
        context.fillRect(x, top + row * BAND_ROW_HEIGHT * ratio, 1, BAND_ROW_HEIGHT * ratio);
        continue;
      }
      const before = flags[x - 1] ?? -1;
      context.globalAlpha = 0.35;
      context.fillRect(x, 0, 1, waveHeight);
      context.globalAlpha = 1;
      if (before < 0 || (before & flag) === 0)
        context.fillText(letter, x + 5 * ratio, (row + 1) * LETTER_HEIGHT * ratio);
    }
  });
}

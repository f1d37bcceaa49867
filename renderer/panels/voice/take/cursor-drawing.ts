import type { TimeView } from '../../../voice/time-view.ts';
import { AXIS_HEIGHT, type TraceSize } from '../trace/trace-drawing.ts';

/** What lies over the wave of a take. Times in seconds. */
export interface Cursor {
  readonly region: TimeView | undefined;
  /** Where it is played from. */
  readonly mark: number;
  /** What is heard now. */
  readonly playhead: number | undefined;
}

export interface CursorColours {
  readonly region: string;
  readonly line: string;
}

const REGION_STRENGTH = 0.2;
const HANDLE = 5;

/** It ends above the times of the axis: they are read beside it. */
export function drawCursor(
  context: CanvasRenderingContext2D,
  size: TraceSize,
  { region, mark, playhead }: Cursor,
  { from, to }: TimeView,
  colours: CursorColours,
): void {
  const { width, ratio } = size;
  const height = size.height - AXIS_HEIGHT * ratio;
  const place = (time: number): number => Math.round(((time - from) / (to - from)) * width);
  if (region !== undefined) {
    const [start, end] = [place(region.from), place(region.to)];
    context.fillStyle = colours.region;
    context.globalAlpha = REGION_STRENGTH;
    context.fillRect(start, 0, end - start, height);
    context.globalAlpha = 1;
    for (const edge of [start, end]) context.fillRect(edge, 0, ratio, height);
  }
  const at = place(mark);
  context.fillStyle = colours.line;
  context.beginPath();
  context.moveTo(at - HANDLE * ratio, 0);
  context.lineTo(at + HANDLE * ratio, 0);
  context.lineTo(at, HANDLE * ratio);
  context.fill();
  context.globalAlpha = 0.5;
  for (let y = 0; y < height; y += 6 * ratio) context.fillRect(at, y, ratio, Math.min(3 * ratio, height - y));
  context.globalAlpha = 1;
  if (playhead !== undefined) context.fillRect(place(playhead), 0, 1.5 * ratio, height);
}

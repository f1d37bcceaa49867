import type { TimeView } from '../../../voice/time-view.ts';
import type { TraceSize } from '../trace/trace-drawing.ts';

const HANDLE = 5;

/** Draws where a take is played from. */
export function drawPlace(
  context: CanvasRenderingContext2D,
  { width, height, ratio }: TraceSize,
  seconds: number,
  { from, to }: TimeView,
  colour: string,
): void {
  const at = Math.round(((seconds - from) / (to - from)) * width);
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(at - HANDLE * ratio, 0);
  context.lineTo(at + HANDLE * ratio, 0);
  context.lineTo(at, HANDLE * ratio);
  context.fill();
  context.globalAlpha = 0.5;
  for (let y = 0; y < height; y += 6 * ratio) context.fillRect(at, y, ratio, Math.min(3 * ratio, height - y));
  context.globalAlpha = 1;
}

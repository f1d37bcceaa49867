import type { TimeView } from '../../../voice/time-view.ts';
import type { DrawingContext, TraceSize } from './trace-drawing.ts';

const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600];
const LONGEST_STEP = 600;
const AXIS_FONT = '"Inter Variable", sans-serif';

export function axisFont(ratio: number): string {
  return `${10 * ratio}px ${AXIS_FONT}`;
}

/** Draws the seconds of a view along the lower edge, and a line at `top` above them. */
export function drawTimes(
  context: DrawingContext,
  { width, height, ratio }: TraceSize,
  top: number,
  { from, to }: TimeView,
  { text, line }: { readonly text: string; readonly line: string },
): void {
  const wanted = ((to - from) * 70 * ratio) / width;
  const step = timeStep(wanted);
  const digits = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
  context.font = axisFont(ratio);
  context.textAlign = 'center';
  context.fillStyle = line;
  context.fillRect(0, top, width, ratio);
  for (let time = Math.ceil(from / step) * step; time <= to; time += step) {
    const x = Math.round(((time - from) / (to - from)) * width);
    context.fillStyle = line;
    context.fillRect(x, top, ratio, 4 * ratio);
    if (x < 14 * ratio || x > width - 14 * ratio) continue;
    context.fillStyle = text;
    context.fillText(`${time.toFixed(digits).replace('-', '−')} s`, x, height - 3 * ratio);
  }
}

/** Seconds between two labels that are at least so far apart: also of years there are no more than fit. */
export function timeStep(wantedSeconds: number): number {
  const usual = STEPS.find((each) => each >= wantedSeconds);
  return usual ?? LONGEST_STEP * Math.ceil(wantedSeconds / LONGEST_STEP);
}

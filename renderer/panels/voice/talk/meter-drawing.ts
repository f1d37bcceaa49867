import { meterShare, type Level } from '../../../voice/live-level.ts';
import type { DrawingContext, TraceSize } from '../trace/trace-drawing.ts';

export interface MeterColours {
  readonly bar: string;
  readonly peak: string;
  readonly track: string;
}

/** At the lower edge of the live trace, in CSS pixels; what lies above it belongs to the trace. */
export const METER_HEIGHT = 8;
export const METER_GAP = 4;
const MARK_WIDTH = 2;

/** Draws the RMS as a bar and the held peak as a mark along the lower edge. */
export function drawMeter(
  context: DrawingContext,
  { width, height, ratio }: TraceSize,
  { rmsDbfs, peakDbfs }: Level,
  colours: MeterColours,
): void {
  const top = height - METER_HEIGHT * ratio;
  const mark = MARK_WIDTH * ratio;
  context.fillStyle = colours.track;
  context.fillRect(0, top, width, METER_HEIGHT * ratio);
  context.fillStyle = colours.bar;
  context.fillRect(0, top, Math.round(width * meterShare(rmsDbfs)), METER_HEIGHT * ratio);
  context.fillStyle = colours.peak;
  context.fillRect(Math.round(width * meterShare(peakDbfs)) - mark, top, mark, METER_HEIGHT * ratio);
}
